const minuut = 60_000
const wachttijden = [5_000, 15_000, minuut, 2 * minuut, 5 * minuut, 10 * minuut]
/** Two days with one try every quarter of an hour: an ERP that is away for a weekend's maintenance comes back by itself. */
const meeste = 200

/** Milliseconds until the next try after this many, or undefined when somebody must look. */
export function wachttijd(pogingen: number): number | undefined {
  if (pogingen >= meeste) return undefined
  return wachttijden[pogingen - 1] ?? 15 * minuut
}
