import type { VrijeDag } from '#contract/beheer.ts'
import { addWerkdagen, eersteWerkdagVanaf, weekdag } from '#contract/regels/werkdagen.ts'
import type { Kalender } from './kalenderVan.ts'

/**
 * "5 werkdagen na vandaag is …", and why: the free days on weekdays that were skipped on the way.
 * Ends on a working day, as a term does.
 */
export function telWerkdagen(
  kalender: Kalender,
  vanaf: string,
  aantal: number,
): { datum: string; overgeslagen: VrijeDag[] } {
  const datum = eersteWerkdagVanaf(addWerkdagen(vanaf, aantal, kalender.isVrij), kalender.isVrij)
  const jaren = range(Number(vanaf.slice(0, 4)), Number(datum.slice(0, 4)))
  const overgeslagen = jaren
    .flatMap((jaar) => kalender.vrijeDagen(jaar))
    .filter((dag) => dag.datum > vanaf && dag.datum < datum && weekdag(dag.datum) <= 5)
  return { datum, overgeslagen }
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
