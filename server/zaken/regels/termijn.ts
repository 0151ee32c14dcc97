import { addDagen, addWerkdagen, countWerkdagen, type IsVrij, klok } from '#contract/regels/werkdagen.ts'
import type { TermijnStand, ZaakTermijn } from '#contract/zaken.ts'
import type { ZaakTermijnRow } from '../tables.ts'

type Loop = Pick<ZaakTermijnRow, 'soort' | 'telling' | 'status' | 'uiterste_op' | 'waarschuw_op' | 'gepauzeerd_op'>

/**
 * A servicenorm is ours: it stands still while we wait for the customer. A promise and the law do not.
 * One that has passed already is not saved by a pause.
 */
export function magPauzeren(termijn: Loop, vandaag: string): boolean {
  return (
    termijn.soort === 'servicenorm' &&
    termijn.status === 'loopt' &&
    termijn.gepauzeerd_op === null &&
    termijn.uiterste_op >= vandaag
  )
}

/** The days of the pause come back at the end, counted as the term itself is. */
export function naPauze(
  termijn: Pick<Loop, 'telling' | 'uiterste_op' | 'waarschuw_op'>,
  pauze: { van: string; tot: string },
  isVrij: IsVrij,
): { uiterste_op: string; waarschuw_op: string | null; dagen: number } {
  const werkdagen = termijn.telling === 'werkdagen'
  const dagen = werkdagen ? countWerkdagen(pauze.van, pauze.tot, isVrij) : dagenTussen(pauze.van, pauze.tot)
  const shift = (datum: string) => (werkdagen ? addWerkdagen(datum, dagen, isVrij) : addDagen(datum, dagen))
  return {
    uiterste_op: shift(termijn.uiterste_op),
    waarschuw_op: termijn.waarschuw_op === null ? null : shift(termijn.waarschuw_op),
    dagen,
  }
}

/** How it stands on this day; nothing for a term that was met, cancelled, or passed and settled. */
export function standVan(
  termijn: Loop & Pick<ZaakTermijnRow, 'gehaald_op'>,
  vandaag: string,
  isVrij: IsVrij,
): Pick<ZaakTermijn, 'stand' | 'werkdagenOver'> {
  const openstaand = termijn.status === 'loopt' || (termijn.status === 'overschreden' && termijn.gehaald_op === null)
  if (!openstaand) return { stand: null, werkdagenOver: null }
  const { status, werkdagen } = klok(termijn.uiterste_op, vandaag, isVrij)
  // -0 is not the same as 0 on the wire.
  const werkdagenOver = status === 'te laat' ? -werkdagen || 0 : werkdagen
  if (termijn.gepauzeerd_op !== null) return { stand: 'gepauzeerd', werkdagenOver }
  const stand: TermijnStand =
    status === 'te laat'
      ? 'te-laat'
      : status === 'vandaag'
        ? 'vandaag'
        : termijn.waarschuw_op !== null && termijn.waarschuw_op <= vandaag
          ? 'nadert'
          : 'op-tijd'
  return { stand, werkdagenOver }
}

function dagenTussen(van: string, tot: string): number {
  return Temporal.PlainDate.from(van).until(tot, { largestUnit: 'days' }).days
}
