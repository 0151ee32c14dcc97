import { type Domein, domeinen, type Hoedanigheid } from '#contract/portaal/toegang.ts'
import { dagVan } from '#server/platform/clock.ts'
import { forbidden, notFound, notSignedIn } from '#server/platform/errors.ts'
import type { Klant, ReadContext } from '#server/platform/http/context.ts'
import { domeinenVan } from './domeinenVan.ts'
import { type Contractrol, selectContractrollen, selectMandaten } from './store.ts'

/** For whom a customer acts in one request, and what that gives him, at this moment. */
export type Toegang = {
  klant: Klant
  /** The person whose affairs these are: the customer himself, or who gave the mandate. */
  partijId: string
  naam: string
  hoedanigheid: Hoedanigheid
  domeinen: ReadonlySet<Domein>
  /** Last day of the mandate, `jjjj-mm-dd`; null: himself, or without an end. */
  tot: string | null
  /** The contracts of that person, also through a huishouden, that run or that he kept until their end. */
  contracten: readonly Contractrol[]
}

/**
 * What the customer may do for this person now, read at every request: a mandate that ends, ends at once.
 * @throws 404 for who has no such mandate, and for who does not exist: the same answer
 */
export async function eisToegang(ctx: ReadContext, namens: string | undefined): Promise<Toegang> {
  const { klant } = ctx
  if (!klant) throw notSignedIn()
  const found = (await listToegangen(ctx)).find(({ partijId }) => partijId === (namens ?? klant.partijId))
  if (!found) throw notFound()
  return { ...found, klant, contracten: await contractenVan(ctx, found.partijId) }
}

/** @throws 403 when the mandate does not cover it */
export function eisDomein(toegang: Toegang, domein: Domein): void {
  if (!toegang.domeinen.has(domein)) throw forbidden()
}

/** Himself first, then everybody who gave him a mandate that covers something today. */
export async function listToegangen(ctx: ReadContext): Promise<Omit<Toegang, 'klant' | 'contracten'>[]> {
  const { klant } = ctx
  if (!klant) return []
  const mandaten = await selectMandaten(ctx.db, klant.partijId, dagVan(ctx.now))
  const zelf = { partijId: klant.partijId, naam: klant.naam, hoedanigheid: 'zelf' as const, tot: null }
  return [
    { ...zelf, domeinen: new Set(domeinen) },
    ...mandaten
      .map(({ partij_id, naam, soort, domeinen: afgesproken, einddatum }) => ({
        partijId: partij_id,
        naam,
        hoedanigheid: soort,
        domeinen: domeinenVan(soort, afgesproken),
        tot: einddatum,
      }))
      .filter((each) => each.domeinen.size > 0),
  ]
}

async function contractenVan(ctx: ReadContext, partijId: string): Promise<Contractrol[]> {
  return (await selectContractrollen(ctx.db, partijId)).filter((rol) => geeftInzage(rol, dagVan(ctx.now)))
}

/**
 * A contract shows itself to who is in it today, and to who was in it until its end: he may still read the settlement.
 * Who left earlier, after a divorce or a move, sees nothing of it any more.
 * @param op `jjjj-mm-dd`
 */
export function geeftInzage({ rolBegin, rolEinde, einde }: Contractrol, op: string): boolean {
  if (rolBegin !== null && rolBegin > op) return false
  if (rolEinde === null || rolEinde >= op) return true
  return einde !== null && rolEinde >= einde
}

/** Today he lives under this contract. */
export function loopt({ begin, einde, rolEinde }: Contractrol, op: string): boolean {
  return begin <= op && (einde === null || einde >= op) && (rolEinde === null || rolEinde >= op)
}
