import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import type { Db, Tx } from '#server/platform/db/schema.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { enqueue } from '#server/platform/jobs/jobs.ts'
import type { BewijsRow } from './tables.ts'

/** A code works for ten minutes and five tries, in the browser that asked for it (NIST SP 800-63B-4 §3.1.3.2). */
export const codeSeconden = 10 * 60
export const maxFout = 5

export type NieuwBewijs = Pick<BewijsRow, 'doel' | 'kanaal' | 'aan' | 'taal' | 'terug' | 'eigen_apparaat'> & {
  account_id?: string | null
  activering_id?: string | null
}

/**
 * Begins to prove something in this browser. What is stored and enqueued is the same whether anybody lives at the address:
 * that is found out by the job, when the visitor has his answer already.
 * @returns the secret of the cookie
 */
export async function beginBewijs(w: WriteContext, nieuw: NieuwBewijs): Promise<string> {
  const cookie = randomBytes(24).toString('base64url')
  const id = newId()
  await w.tx
    .insertInto('klant_bewijs')
    .values({
      account_id: null,
      activering_id: null,
      ...nieuw,
      id,
      browser: browserVan(cookie),
      geldig_tot: sql<Date>`now() + make_interval(secs => ${codeSeconden})`,
    })
    .execute()
  if (nieuw.aan) await vraagCode(w, id)
  return cookie
}

/** Another code for what was begun; the one before it ends here. */
export async function vernieuwCode(
  w: WriteContext,
  id: string,
  anders: Partial<Pick<BewijsRow, 'aan' | 'eigen_apparaat'>> = {},
): Promise<void> {
  await w.tx
    .updateTable('klant_bewijs')
    .set({ code: null, fout: 0, geldig_tot: sql<Date>`now() + make_interval(secs => ${codeSeconden})`, ...anders })
    .where('id', '=', id)
    .execute()
  await vraagCode(w, id)
}

const vraagCode = (w: WriteContext, bewijsId: string) =>
  enqueue(w, 'klantaccounts.code', { bewijsId }, { key: `klantcode:${bewijsId}`, maxAttempts: 5 })

/** What this browser began and did not end yet. */
export function findBewijs(db: Db, cookie: string | undefined): Promise<BewijsRow | undefined> {
  if (!cookie) return Promise.resolve(undefined)
  return db
    .selectFrom('klant_bewijs')
    .selectAll()
    .where('browser', '=', browserVan(cookie))
    .where('geldig_tot', '>', sql<Date>`now()`)
    .executeTakeFirst()
}

/** Makes the code, in the moment in which it is sent. @returns undefined when nobody waits for it any more */
export async function maakCode(tx: Tx, geheim: string, id: string): Promise<string | undefined> {
  const code = String(randomInt(100_000_000)).padStart(8, '0')
  const row = await tx
    .updateTable('klant_bewijs')
    .set({ code: codeVan(geheim, id, code), fout: 0 })
    .where('id', '=', id)
    .where('geldig_tot', '>', sql<Date>`now()`)
    .returning('id')
    .executeTakeFirst()
  return row && code
}

export type Uitslag = { goed: true; bewijs: BewijsRow } | { goed: false; reden: 'fout' | 'op' }

/**
 * Takes a code, once. A wrong one is counted in the same statement that looks, so that a hundred at once get no more than
 * five tries; the counting stays when the request fails, so the caller commits.
 */
export async function neemCode(tx: Tx, geheim: string, cookie: string | undefined, getypt: string): Promise<Uitslag> {
  const bewijs = cookie
    ? await tx
        .updateTable('klant_bewijs')
        .set((eb) => ({ fout: eb('fout', '+', 1) }))
        .where('browser', '=', browserVan(cookie))
        .where('geldig_tot', '>', sql<Date>`now()`)
        .where('fout', '<', maxFout)
        .returningAll()
        .executeTakeFirst()
    : undefined
  if (!bewijs) return { goed: false, reden: 'op' }
  const gegeven = codeVan(geheim, bewijs.id, getypt.replace(/[\s-]/g, ''))
  // Compared also when there is no code, so that the answer takes as long.
  const goed = timingSafeEqual(bewijs.code ?? randomBytes(gegeven.length), gegeven)
  if (!goed) return { goed: false, reden: bewijs.fout >= maxFout ? 'op' : 'fout' }
  await tx.deleteFrom('klant_bewijs').where('id', '=', bewijs.id).execute()
  return { goed: true, bewijs }
}

const browserVan = (cookie: string) => createHash('sha256').update(cookie).digest()
/** Keyed: eight digits are found in no time by who has the table and no key. */
const codeVan = (geheim: string, id: string, code: string) =>
  createHmac('sha256', geheim).update(`code ${id} ${code}`).digest()
