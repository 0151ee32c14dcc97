import type { Boeking, Onderhoudsverzoek } from '#server/erp/index.ts'
import { dagVan } from '#server/platform/clock.ts'
import type { Contractrol } from '../toegang/store.ts'
import type { Toegang } from '../toegang/toegang.ts'

type Gedekt = Pick<Toegang, 'domeinen'>

/** The rent and how it is paid. */
export const magVoorwaarden = ({ domeinen }: Gedekt): boolean => domeinen.has('huur') || domeinen.has('betalen')
export const magRekening = ({ domeinen }: Gedekt): boolean => domeinen.has('betalen')
export const magOnderhoud = ({ domeinen }: Gedekt): boolean => domeinen.has('reparaties')

type Deel = Pick<Contractrol, 'begin' | 'einde' | 'rolBegin' | 'rolEinde'>

/**
 * What was booked while he was in the contract: who came to live there later, has nothing to do with what was owed
 * before. What comes after the end is the settlement, and that is his.
 */
export function magBoeking({ rolBegin }: Deel, { boekdatum }: Pick<Boeking, 'boekdatum'>): boolean {
  return rolBegin === null || (boekdatum !== undefined && boekdatum >= rolBegin)
}

/** What was reported while he lived there: a home has tenants before and after him. Without a day nobody knows. */
export function magReparatie(
  { begin, einde, rolBegin, rolEinde }: Deel,
  { gemeldOp }: Pick<Onderhoudsverzoek, 'gemeldOp'>,
): boolean {
  if (!gemeldOp) return false
  const dag = dagVan(new Date(gemeldOp))
  return (
    [begin, rolBegin].every((van) => van === null || dag >= van) &&
    [einde, rolEinde].every((tot) => tot === null || dag <= tot)
  )
}
