import { createHmac, randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { datumInWoorden } from '#contract/regels/datumInWoorden.ts'
import { normalizePostcode } from '#contract/regels/kenmerken.ts'
import { getInstelling } from '#server/beheer/index.ts'
import { klantadres, vergeetTekst, verstuurBericht } from '#server/berichten/index.ts'
import { dagVan } from '#server/platform/clock.ts'
import type { Db } from '#server/platform/db/schema.ts'
import { conflict } from '#server/platform/errors.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { getActievePartij, laadPartij } from '#server/relaties/index.ts'
import { kanAanmelden, maakKlantaccount, taalVan } from './account.ts'
import { deleteSessies, selectAccount } from './store.ts'
import type { AccountRow, ActiveringRow, BewijsRow } from './tables.ts'
import { teksten } from './teksten.ts'

const dag = 24 * 3_600_000
export const geldigDagen = 14
const maxPogingen = 5
/** Nothing that looks like something else, and no vowels: no words come out of it. */
const letters = '23456789BCDFGHJKMNPQRSTVWXZ'

/**
 * A letter to the home of a customer, with a code that lets him choose the e-mail address he signs in with. An earlier
 * letter stops working.
 * @throws 409 `geen-persoon`, `geen-postadres`
 */
export async function maakActivering(w: WriteContext, geheim: string, partijId: string): Promise<void> {
  const partij = await getActievePartij(w.tx, partijId)
  if (!kanAanmelden(partij))
    throw conflict('geen-persoon', 'Alleen een persoon die klant is, kan inloggen in het portaal.')
  await vervalBrieven(w, partijId)
  const code = Array.from({ length: 10 }, () => letters[randomInt(letters.length)]).join('')
  const id = newId()
  const geldigTot = new Date(w.now.getTime() + geldigDagen * dag)
  await w.tx
    .insertInto('klant_activering')
    .values({
      id,
      partij_id: partijId,
      hash: hashVan(geheim, code),
      gemaakt_door: w.actor.medewerkerId,
      gemaakt_op: w.now,
      geldig_tot: geldigTot,
    })
    .execute()
  const taal = taalVan(partij)
  const van = (await getInstelling(w.db, 'portaalnaam')) || w.organisatie.naam
  const bericht = await verstuurBericht(w, {
    sleutel: `klantactivering:${id}`,
    partijId,
    formeel: true,
    kanaal: 'brief',
    // Who prints it reads it; who looks the customer up later does not.
    vertrouwelijk: true,
    taal,
    ...teksten[taal].bericht.brief(
      van,
      `${await klantadres(w)}/aanmelden`,
      `${code.slice(0, 5)}-${code.slice(5)}`,
      datumInWoorden(dagVan(geldigTot)),
    ),
  })
  // Never by mail instead: the letter proves where he lives.
  if (bericht.kanaal !== 'brief' || !bericht.aan)
    throw conflict('geen-postadres', 'Wij hebben geen postadres van deze klant. Vul eerst een adres in.')
  await w.tx.updateTable('klant_activering').set({ bericht_id: bericht.id }).where('id', '=', id).execute()
  await logVerwerking(w, {
    actie: 'toevoegen',
    doel: 'Toegang tot het portaal: brief met code',
    objectSoort: 'klantactivering',
    objectId: id,
    partijIds: [partijId],
  })
}

export type WieIsHet = {
  geboortedatum?: string | undefined
  postcode?: string | undefined
  huisnummer?: string | undefined
}

/**
 * The letter that this code is of, when he also knows what the finder of the letter may not: five tries.
 * The caller commits, also when it is wrong.
 */
export async function zoekActivering(
  w: WriteContext,
  geheim: string,
  code: string,
  wie: WieIsHet,
): Promise<ActiveringRow | undefined> {
  const brief = await w.tx
    .updateTable('klant_activering')
    .set((eb) => ({ pogingen: eb('pogingen', '+', 1) }))
    .where('hash', '=', hashVan(geheim, code))
    .where('gebruikt_op', 'is', null)
    .where('geldig_tot', '>', w.now)
    .where('pogingen', '<', maxPogingen)
    .returningAll()
    .executeTakeFirst()
  return brief && (await past(w.db, brief.partij_id, wie)) ? brief : undefined
}

/** He has proved the address: the letter is used, and the address is how he signs in. @returns undefined when it was used before */
export async function voltooiActivering(w: WriteContext, bewijs: BewijsRow): Promise<AccountRow | undefined> {
  if (!bewijs.activering_id) return undefined
  const brief = await w.tx
    .updateTable('klant_activering')
    .set({ gebruikt_op: w.now })
    .where('id', '=', bewijs.activering_id)
    .where('gebruikt_op', 'is', null)
    .where('geldig_tot', '>', w.now)
    .returningAll()
    .executeTakeFirst()
  if (!brief) return undefined
  if (brief.bericht_id) await vergeetTekst(w, brief.bericht_id, 'De code in deze brief is gebruikt.')
  const eerder = await selectAccount(w.db, brief.partij_id)
  if (eerder?.status === 'geblokkeerd') return undefined
  const account = await maakKlantaccount(w, { partijId: brief.partij_id, email: bewijs.aan })
  if (eerder?.email && eerder.email !== account.email) await waarschuw(w, brief, eerder.email, account)
  await deleteSessies(w.tx, account.id)
  return account
}

/** Whoever had the old address hears of it: it may not have been he who did this. */
async function waarschuw(w: WriteContext, brief: ActiveringRow, oud: string, account: AccountRow): Promise<void> {
  const van = (await getInstelling(w.db, 'portaalnaam')) || w.organisatie.naam
  await verstuurBericht(w, {
    sleutel: `klantadres:${brief.id}`,
    partijId: brief.partij_id,
    aan: oud,
    formeel: true,
    taal: account.taal,
    ...teksten[account.taal].bericht.gewijzigd(van),
  })
}

/** Letters under way stop working, and nobody reads their codes any more. */
async function vervalBrieven(w: WriteContext, partijId: string): Promise<void> {
  const rows = await w.tx
    .updateTable('klant_activering')
    .set({ geldig_tot: w.now })
    .where('partij_id', '=', partijId)
    .where('gebruikt_op', 'is', null)
    .where('geldig_tot', '>', w.now)
    .returning('bericht_id')
    .execute()
  for (const { bericht_id } of rows)
    if (bericht_id) await vergeetTekst(w, bericht_id, 'De code in deze brief is vervallen.')
}

/** What is over explains nothing: the code goes out of the letter. */
export async function vergeetVerlopenBrieven(w: WriteContext): Promise<void> {
  const rows = await w.tx
    .selectFrom('klant_activering')
    .select(['id', 'bericht_id'])
    .where('geldig_tot', '<=', w.now)
    .where('gebruikt_op', 'is', null)
    .where('bericht_id', 'is not', null)
    .limit(500)
    .execute()
  for (const { id, bericht_id } of rows) {
    if (bericht_id) await vergeetTekst(w, bericht_id, 'De code in deze brief is verlopen.')
    await w.tx.updateTable('klant_activering').set({ bericht_id: null }).where('id', '=', id).execute()
  }
}

/** The newest letter that still works. */
export function findBrief(db: Db, partijId: string, now: Date): Promise<ActiveringRow | undefined> {
  return db
    .selectFrom('klant_activering')
    .selectAll()
    .where('partij_id', '=', partijId)
    .where('gebruikt_op', 'is', null)
    .where('geldig_tot', '>', now)
    .orderBy(sql`gemaakt_op desc`)
    .executeTakeFirst()
}

async function past(db: Db, partijId: string, { geboortedatum, postcode, huisnummer }: WieIsHet): Promise<boolean> {
  const { partij, persoon, adressen } = await laadPartij(db, partijId)
  if (!kanAanmelden(partij) || persoon?.overlijdensdatum) return false
  if (geboortedatum && persoon?.geboortedatum === geboortedatum) return true
  const code = postcode && normalizePostcode(postcode)
  const nummer = Number.parseInt(huisnummer ?? '', 10)
  return (
    code !== undefined &&
    adressen.some((each) => !each.einddatum && each.postcode === code && each.huisnummer === nummer)
  )
}

/** As it is read from paper: small letters, dashes and spaces do not matter. */
const hashVan = (geheim: string, code: string): Buffer =>
  createHmac('sha256', geheim)
    .update(`brief ${code.toUpperCase().replace(/[^0-9A-Z]/g, '')}`)
    .digest()
