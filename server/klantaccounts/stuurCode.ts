import { getInstelling } from '#server/beheer/index.ts'
import type { DirectBericht } from '#server/berichten/index.ts'
import { write } from '#server/platform/db/write.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { partijNaam } from '#server/relaties/index.ts'
import { maakCode } from './bewijs.ts'
import { findEigenaarVanAdres, selectAccountByEmail, selectToegelaten } from './store.ts'
import type { BewijsRow } from './tables.ts'
import { teksten } from './teksten.ts'

type Stuur = (ctx: ReadContext, bericht: DirectBericht) => Promise<void>

/**
 * Sends the code of what somebody began in a browser; the code exists in this function and in the message, nowhere else.
 * Who is not known here gets a message as well: he knows where he stands, and nobody else learns it.
 */
export async function stuurCode(ctx: ReadContext, bewijsId: string, geheim: string, stuur: Stuur): Promise<void> {
  const bewijs = await ctx.db.selectFrom('klant_bewijs').selectAll().where('id', '=', bewijsId).executeTakeFirst()
  if (!bewijs) return
  const t = teksten[bewijs.taal].bericht
  const van = (await getInstelling(ctx.db, 'portaalnaam')) || ctx.organisatie.naam
  const naar = { kanaal: bewijs.kanaal, aan: bewijs.aan, taal: bewijs.taal } as const
  const voor = await partijVoor(ctx, bewijs)
  if (voor === undefined) return stuur(ctx, { ...naar, aanNaam: '', ...t.onbekend(van) })
  const code = await write(ctx, (w) => maakCode(w.tx, geheim, bewijs.id))
  if (!code) return
  const aanNaam = voor ? ((await partijNaam(ctx.db, voor)) ?? '') : ''
  const leesbaar = `${code.slice(0, 4)} ${code.slice(4)}`
  return stuur(ctx, { ...naar, aanNaam, ...(bewijs.kanaal === 'sms' ? t.sms(van, leesbaar) : t.code(van, leesbaar)) })
}

/** @returns for which partij; null when that follows later; undefined when there is nobody to let in */
async function partijVoor({ db }: ReadContext, bewijs: BewijsRow): Promise<string | null | undefined> {
  if (bewijs.doel === 'activeren') return null
  if (bewijs.account_id) return selectToegelaten(db, { id: bewijs.account_id })
  return await wieHoortBij(db, bewijs.aan)
}

/** The person who signs in with this address: of an account, or the one person whose checked address it is. */
export async function wieHoortBij(db: ReadContext['db'], email: string): Promise<string | undefined> {
  return (await selectAccountByEmail(db, email)) ? selectToegelaten(db, { email }) : findEigenaarVanAdres(db, email)
}
