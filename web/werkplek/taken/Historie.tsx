import type { Taak, TaakGebeurtenis } from '#contract/taken.ts'
import { dagwoord } from '#kit/format.ts'
import { Medewerkernaam } from '#kit/Medewerkernaam.tsx'
import { Tijdstip } from '#kit/Tijdstip.tsx'
import css from './Taak.module.css'
import { useTakenTeksten } from './takenTeksten.ts'

/** Who had it when, and what was changed; the latest first. */
export function Historie({ taak }: { taak: Taak }) {
  const t = useTakenTeksten()
  return (
    <details className={css['historie']}>
      <summary>
        {t.historie} ({taak.historie.length})
      </summary>
      <ol>
        {taak.historie.toReversed().map((event) => (
          <li key={event.id}>
            <span className={css['zacht']}>
              <Tijdstip moment={event.op} />
            </span>
            <span>
              <strong>{t.gebeurtenis[event.soort]}</strong> · <Medewerkernaam medewerker={event.medewerker} />
              <Verschil event={event} />
              {event.toelichting && event.soort !== 'afgerond' && <q>{event.toelichting}</q>}
            </span>
          </li>
        ))}
      </ol>
    </details>
  )
}

/** "Planning → Klachten": only what a reader cares about, in words. */
function Verschil({ event }: { event: TaakGebeurtenis }) {
  const t = useTakenTeksten()
  const inWords = (veld: string, value: string | null | undefined) => {
    if (veld === 'status') return t.status[value as keyof typeof t.status] ?? value
    if (veld === 'prioriteit') return t.prioriteit[value as keyof typeof t.prioriteit] ?? value
    if (veld === 'deadline') return value ? dagwoord(value) : t.geenTermijn
    if (veld === 'medewerker') return value ?? t.heelTeam
    return value
  }
  // The word of the event says these already.
  const told = new Set(['aangemaakt', 'opgepakt', 'afgerond', 'geannuleerd', 'teruggegeven', 'teruggekoppeld'])
  if (told.has(event.soort)) return null
  const velden = Object.keys(event.naar).filter((veld) => !(veld === 'status' && event.soort !== 'status'))
  return velden.map((veld) => (
    <span key={veld} className={css['verschil']}>
      {inWords(veld, event.van[veld])} → {inWords(veld, event.naar[veld])}
    </span>
  ))
}
