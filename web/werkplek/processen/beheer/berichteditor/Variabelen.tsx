import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Procesnaam } from '#contract/procesinhoud.ts'
import css from './Berichteditor.module.css'
import { variabelenIn } from './bericht.ts'
import { useBerichteditorTeksten } from './berichtTeksten.ts'

type Props = {
  namen: readonly Procesnaam[]
  voorbeeld: Readonly<Record<string, unknown>>
  onKies: (naam: string) => void
}

const soorten = ['vast', 'formulier', 'beslissing', 'stap'] as const

/** What is known when the message is sent; one press puts it where the cursor is. */
export function Variabelen({ namen, voorbeeld, onKies }: Props) {
  const t = useBerichteditorTeksten()
  const [zoek, setZoek] = useState('')
  // Keys of ours say nothing to a klant.
  const past = (naam: string) => !/(\.id|Id)$/.test(naam) && naam.toLowerCase().includes(zoek.trim().toLowerCase())
  return (
    <details className={css['variabelen']} open>
      <summary>{t.variabelen}</summary>
      <TextInput
        aria-label={t.zoek}
        placeholder={t.zoek}
        value={zoek}
        onChange={(event) => setZoek(event.currentTarget.value)}
      />
      <div className={css['namen']}>
        {soorten.map((soort) => {
          const eigen = namen
            .filter(({ herkomst }) => herkomst === soort)
            .flatMap(({ naam }) => variabelenIn(naam, voorbeeld[naam]))
            .filter(past)
          return eigen.length > 0 ? (
            <fieldset key={soort}>
              <legend>{t.herkomst[soort]}</legend>
              {eigen.map((naam) => (
                <button key={naam} type="button" aria-label={t.voegIn(naam)} onClick={() => onKies(naam)}>
                  {naam}
                </button>
              ))}
            </fieldset>
          ) : null
        })}
      </div>
      <p className={css['zacht']}>{t.vormen}</p>
    </details>
  )
}
