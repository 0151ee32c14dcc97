import type { VrijeDag } from '#contract/beheer.ts'
import type { IsVrij } from '#contract/regels/werkdagen.ts'
import type { Db } from '#server/platform/db/schema.ts'
import { allInstellingen } from '../instellingen/waarden.ts'
import { feestdagen } from './feestdagen.ts'
import { selectSluitingsdagen } from './store.ts'
import { deadlineNa as deadlineOp } from './termijn.ts'
import { werkkalender } from './werkkalender.ts'

/** The working days of the organisatie: read once, then asked as often as needed. */
export type Kalender = {
  /** Free besides weekends: a holiday or an own closing day. */
  isVrij: IsVrij
  /** Why: holidays and closing days of one year, in order of date; both when they meet. */
  vrijeDagen(jaar: number): VrijeDag[]
  /** "17:00": what comes in later counts as received on the next working day. */
  sluitingstijd: string | undefined
}

/** Within one transaction the calendar is what it was when it was first asked for: a step of a process asks five times. */
export function kalenderVan(db: Db): Promise<Kalender> {
  if (!db.isTransaction) return leesKalender(db)
  const bekend = perTransactie.get(db) ?? leesKalender(db)
  perTransactie.set(db, bekend)
  return bekend
}

const perTransactie = new WeakMap<Db, Promise<Kalender>>()

async function leesKalender(db: Db): Promise<Kalender> {
  const { goedeVrijdagVrij, bevrijdingsdagVrij, termijnSluitingstijd } = await allInstellingen(db)
  const sluitingsdagen = await selectSluitingsdagen(db)
  const keuze = { goedeVrijdag: goedeVrijdagVrij, bevrijdingsdag: bevrijdingsdagVrij }
  return {
    isVrij: werkkalender({ ...keuze, sluitingsdagen: sluitingsdagen.map((dag) => dag.datum) }),
    vrijeDagen(jaar) {
      const eigen = sluitingsdagen.filter((dag) => dag.datum.startsWith(`${jaar}-`))
      return [
        ...feestdagen(jaar, keuze).map((dag) => ({ ...dag, soort: 'feestdag' as const })),
        ...eigen.map(({ datum, naam }) => ({ datum, naam, soort: 'sluitingsdag' as const })),
      ].sort((a, b) => a.datum.localeCompare(b.datum))
    },
    sluitingstijd: termijnSluitingstijd || undefined,
  }
}

/** The last day (`jjjj-mm-dd`) of a term of n working days that starts at this moment; the day of receipt does not count. */
export function deadlineNa(kalender: Kalender, moment: Date, werkdagen: number): string {
  const { isVrij, sluitingstijd } = kalender
  return deadlineOp(Temporal.Instant.fromEpochMilliseconds(moment.getTime()), werkdagen, isVrij, {
    ...(sluitingstijd && { sluitingstijd }),
  }).toString()
}
