import { dagVan } from '#kit/format.ts'

/** What counts today, and what has ended. */
export function verdeel<T extends { einddatum: string | null }>(
  rijen: readonly T[],
  now = new Date(),
): { nu: T[]; eerder: T[] } {
  const vandaag = dagVan(now)
  const loopt = (rij: T) => rij.einddatum === null || rij.einddatum >= vandaag
  return { nu: rijen.filter(loopt), eerder: rijen.filter((rij) => !loopt(rij)) }
}
