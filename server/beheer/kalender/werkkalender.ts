import type { IsVrij } from '#contract/regels/werkdagen.ts'
import { type Feestdagkeuze, feestdagen } from './feestdagen.ts'

/** What an organisatie has set: which holidays count, and its own closing days ("2026-05-15"). */
export type Kalenderinstelling = Feestdagkeuze & { sluitingsdagen?: Iterable<string> }

/** Answers whether a date is free besides weekends. Holidays are worked out once per year, when first asked for. */
export function werkkalender({ sluitingsdagen = [], ...keuze }: Kalenderinstelling = {}): IsVrij {
  const closed = new Set(sluitingsdagen)
  const byYear = new Map<string, Set<string>>()
  return (datum) => {
    const year = datum.slice(0, 4)
    let free = byYear.get(year)
    if (!free) {
      free = new Set(feestdagen(Number(year), keuze).map((dag) => dag.datum))
      byYear.set(year, free)
    }
    return free.has(datum) || closed.has(datum)
  }
}
