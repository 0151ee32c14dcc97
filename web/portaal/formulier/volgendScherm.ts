import type { Scherm } from './schermen.ts'

/**
 * Where one goes after a screen; undefined is to all answers.
 * @param fouten when one came from the check: only what is not right yet is asked then, and the rest not again
 */
export function volgendScherm(
  schermen: readonly Scherm[],
  na: string,
  fouten?: readonly { naam: string }[],
): string | undefined {
  if (fouten) {
    const mis = (scherm: Scherm) => scherm.velden.some(({ veld }) => fouten.some((fout) => fout.naam === veld.naam))
    return schermen.find(mis)?.sleutel
  }
  const plek = schermen.findIndex(({ sleutel }) => sleutel === na)
  return schermen[plek + 1]?.sleutel
}
