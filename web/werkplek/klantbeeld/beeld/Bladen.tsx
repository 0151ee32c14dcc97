import { type KeyboardEvent, type ReactNode, useId } from 'react'
import type { Klantbeeld } from '#contract/klantbeeld.ts'
import { useKlantbeeldTeksten } from '../klantbeeldTeksten.ts'
import css from './Bladen.module.css'

export type Blad = 'overzicht' | 'wonen' | 'huishouden' | 'gegevens'

type Props = { beeld: Klantbeeld; keuze: Blad; onKies: (blad: Blad) => void; children: ReactNode }

/** The tabs of the klantbeeld (ARIA tabs pattern: arrows move, the choice follows). */
export function Bladen({ beeld, keuze, onKies, children }: Props) {
  const { bladen: t } = useKlantbeeldTeksten()
  const id = useId()
  const bladen: { blad: Blad; naam: string; aantal?: number }[] = [
    { blad: 'overzicht', naam: t.overzicht },
    { blad: 'wonen', naam: t.wonen, aantal: beeld.wonen.length },
    {
      blad: 'huishouden',
      naam: beeld.partij.soort === 'organisatie' ? t.leden : t.huishouden,
      aantal: beeld.huishoudens.flatMap(({ leden }) => leden).length,
    },
    { blad: 'gegevens', naam: t.gegevens },
  ]
  function move(event: KeyboardEvent<HTMLDivElement>) {
    const at = bladen.findIndex(({ blad }) => blad === keuze)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: bladen.length - 1 }[event.key]
    const next = to === undefined ? undefined : bladen.at(to % bladen.length)
    if (!next) return
    event.preventDefault()
    onKies(next.blad)
    document.getElementById(`${id}-${next.blad}`)?.focus()
  }
  return (
    <>
      <div role="tablist" aria-label={t.naam} className={css['bladen']} onKeyDown={move}>
        {bladen.map(({ blad, naam, aantal }) => (
          <button
            key={blad}
            id={`${id}-${blad}`}
            type="button"
            role="tab"
            className={css['blad']}
            aria-selected={blad === keuze}
            aria-controls={`${id}-inhoud`}
            tabIndex={blad === keuze ? 0 : -1}
            onClick={() => onKies(blad)}
          >
            {naam}
            {aantal !== undefined && aantal > 0 && <span className={css['aantal']}>{aantal}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-inhoud`} aria-labelledby={`${id}-${keuze}`} className={css['inhoud']}>
        {children}
      </div>
    </>
  )
}
