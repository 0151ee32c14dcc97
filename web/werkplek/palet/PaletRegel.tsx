import type { MouseEvent } from 'react'
import { Icoon } from '#kit/Icoon.tsx'
import { Markering } from '#kit/Markering.tsx'
import { Toets } from '#kit/Toets.tsx'
import type { Regel } from './lijst.ts'
import css from './Palet.module.css'

type Props = {
  id: string
  regel: Regel
  kop: string | undefined
  actief: boolean
  onKies: (event: MouseEvent) => void
}

export function PaletRegel({ id, regel, kop, actief, onKies }: Props) {
  return (
    <>
      {kop && (
        <div role="presentation" className={css['kop']}>
          {kop}
        </div>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the combobox handles the keys of its options */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: focus stays in the combobox (aria-activedescendant) */}
      <div id={id} role="option" aria-selected={actief} className={css['regel']} onClick={onKies}>
        <Icoon naam={regel.icoon} />
        <span className={css['tekst']}>
          <span className={css['titel']}>
            <Markering tekst={regel.titel} woorden={regel.raak} />
          </span>
          {regel.ondertitel && (
            <span className={css['ondertitel']}>
              <Markering tekst={regel.ondertitel} woorden={regel.raak} />
            </span>
          )}
        </span>
        <span className={css['kenmerk']}>
          {regel.waarom ? <mark>{regel.waarom}</mark> : <Markering tekst={regel.kenmerk} woorden={regel.raak} />}
        </span>
        {regel.toets && <Toets toets={regel.toets} />}
      </div>
    </>
  )
}
