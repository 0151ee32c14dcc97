import { NumberInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { getWerkdag } from '#contract/beheer.ts'
import { isDatum } from '#contract/regels/werkdagen.ts'
import { DatumVeld } from '#kit/DatumVeld.tsx'
import { dagVan } from '#kit/format.ts'
import { houdVorige, lees } from '#kit/queries.ts'
import { useBeheerTeksten } from '../beheerTeksten.ts'
import css from './Kalender.module.css'

/** "5 werkdagen na vandaag is …", to see what a calendar means before a customer does. */
export function Werkdagen() {
  const t = useBeheerTeksten()
  const [aantal, setAantal] = useState(5)
  const [vanaf, setVanaf] = useState<string | null>(() => dagVan(new Date()))
  const bekend = vanaf !== null && isDatum(vanaf)
  const werkdag = useQuery({
    ...lees(getWerkdag, { query: { vanaf: vanaf ?? '', aantal } }),
    enabled: bekend,
    placeholderData: houdVorige,
  })
  return (
    <section className={css['tellen']} aria-label={t.jaar.telKop}>
      <h2>{t.jaar.telKop}</h2>
      <NumberInput
        className={css['aantal'] ?? ''}
        size="xs"
        label={t.jaar.aantal}
        min={0}
        max={260}
        allowDecimal={false}
        value={aantal}
        onChange={(value) => setAantal(Math.min(260, Math.max(0, Number(value) || 0)))}
      />
      <DatumVeld
        className={css['datum']}
        label={t.jaar.na}
        waarde={vanaf}
        onWijzig={setVanaf}
        fout={bekend ? undefined : t.jaar.datumFout}
      />
      {bekend && werkdag.data && (
        <>
          <output>{t.jaar.uitkomst(voluit(werkdag.data.datum))}</output>
          {werkdag.data.overgeslagen.length > 0 && (
            <p>{t.jaar.overgeslagen(werkdag.data.overgeslagen.map((dag) => dag.naam).join(', '))}</p>
          )}
        </>
      )}
    </section>
  )
}

function voluit(datum: string): string {
  return new Intl.DateTimeFormat(document.documentElement.lang || 'nl', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${datum}T12:00:00Z`))
}
