import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '#server/platform/db/schema.ts'
import { DomainError } from '#server/platform/errors.ts'

/** One thing that is guessed at, or one place it is guessed from. */
export type Doel = { soort: 'account' | 'adres' | 'link' | 'klantcode' | 'klantadres'; waarde: string }

type Grens = { vrij: number; eerste: number; hoogste: number; vergeet: number; dicht: number | null }

/** How many failures are free, how the waiting time grows, and after how long they are forgotten (seconds). */
const grenzen: Record<Doel['soort'], Grens> = {
  // Somebody who lost his password tries five times; then 30 s, 1 min, 2 min … 15 min.
  // NIST SP 800-63B-4 §3.2.2: at most 100 failures in a row; after that it waits a day.
  account: { vrij: 5, eerste: 30, hoogste: 900, vergeet: 24 * 3600, dicht: 100 },
  // An office shares one address, so this is wider; it stops trying one password on many accounts.
  adres: { vrij: 50, eerste: 30, hoogste: 900, vergeet: 3600, dicht: null },
  link: { vrij: 20, eerste: 60, hoogste: 900, vergeet: 3600, dicht: null },
  // Codes that somebody asks for at one address: each is a message that he did not want, or must look for.
  klantcode: { vrij: 5, eerste: 60, hoogste: 3600, vergeet: 3600, dicht: null },
  // A mobile network puts thousands of customers behind one address.
  klantadres: { vrij: 200, eerste: 30, hoogste: 900, vergeet: 3600, dicht: null },
}

/**
 * Runs an attempt that may be a guess. It is counted before it is checked, so that a thousand at once do not slip
 * through together, and the count is on what was typed: whether the account exists plays no part.
 * @throws 429 with the time to wait
 */
export async function metPoging<T>(
  db: Db,
  geheim: string,
  doelen: readonly Doel[],
  work: () => Promise<T>,
): Promise<T> {
  await telPoging(db, geheim, doelen)
  const answer = await work()
  await vergeetPoging(db, geheim, doelen)
  return answer
}

export function teVeelPogingen(seconden: number): DomainError {
  return new DomainError(
    429,
    'te-veel-pogingen',
    `Te vaak geprobeerd. Wacht ${duur(seconden)} en probeer het opnieuw.`,
    {
      retryAfter: seconden,
    },
  )
}

/**
 * Counts an attempt that stays counted, whatever comes of it.
 * @throws 429 with the time to wait
 */
export async function telPoging(db: Db, geheim: string, doelen: readonly Doel[]): Promise<void> {
  let wachten = 0
  for (const doel of doelen) wachten = Math.max(wachten, await tel(db, sleutelVan(geheim, doel), grenzen[doel.soort]))
  if (wachten > 0) throw teVeelPogingen(wachten)
}

/** @returns the seconds that are left to wait; 0 when this attempt may go on */
async function tel(db: Db, sleutel: Buffer, { vrij, eerste, hoogste, vergeet, dicht }: Grens): Promise<number> {
  const counted = await sql`
    insert into auth_poging as p (sleutel, aantal, laatst_op) values (${sleutel}, 1, now())
    on conflict (sleutel) do update set
      aantal = case when p.laatst_op < now() - make_interval(secs => ${vergeet}) then 1 else p.aantal + 1 end,
      laatst_op = now(),
      -- Free is -infinity and not now(): that of whoever came a millisecond earlier lies after mine when I waited for the row.
      wacht_tot = case
        when p.laatst_op < now() - make_interval(secs => ${vergeet}) or p.aantal + 1 < ${vrij} then '-infinity'
        else now() + make_interval(secs => case
          when p.aantal + 1 >= ${dicht}::int then 86400
          else least(${hoogste}, ${eerste} * power(2, least(p.aantal + 1 - ${vrij}, 20))) end) end
    where p.wacht_tot <= now()
    returning 1`.execute(db)
  if (counted.rows.length > 0) return 0
  const left = await sql<{ seconden: number }>`
    select ceil(extract(epoch from greatest(wacht_tot, now()) - now()))::int as seconden
    from auth_poging where sleutel = ${sleutel}`.execute(db)
  return Math.max(1, left.rows[0]?.seconden ?? 1)
}

/**
 * It was right. The account starts again at zero; of an address only this attempt is taken back, so that a whole office
 * may sign in at nine, and one good account does not wipe out the failures of others.
 */
async function vergeetPoging(db: Db, geheim: string, doelen: readonly Doel[]): Promise<void> {
  for (const doel of doelen) {
    const sleutel = sleutelVan(geheim, doel)
    if (doel.soort === 'account') await sql`delete from auth_poging where sleutel = ${sleutel}`.execute(db)
    else {
      await sql`
        update auth_poging set aantal = aantal - 1,
          wacht_tot = case when aantal - 1 < ${grenzen[doel.soort].vrij} then '-infinity' else wacht_tot end
        where sleutel = ${sleutel}`.execute(db)
    }
  }
}

function sleutelVan(geheim: string, { soort, waarde }: Doel): Buffer {
  const gelijk = soort === 'account' || soort === 'klantcode' ? waarde.normalize('NFKC').toLowerCase() : netwerk(waarde)
  return createHmac('sha256', geheim).update(`${soort} ${gelijk}`).digest()
}

/** One household or attacker holds a whole /64 of IPv6 addresses. */
function netwerk(adres: string): string {
  return adres.includes(':') && !adres.startsWith('::ffff:') ? adres.split(':').slice(0, 4).join(':') : adres
}

function duur(seconden: number): string {
  if (seconden < 90) return seconden === 1 ? '1 seconde' : `${seconden} seconden`
  const minuten = Math.ceil(seconden / 60)
  return minuten < 120 ? `${minuten} minuten` : `${Math.ceil(minuten / 60)} uur`
}
