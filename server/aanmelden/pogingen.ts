import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '#server/platform/db/schema.ts'
import { DomainError } from '#server/platform/errors.ts'

/** One thing that is guessed at, or one place it is guessed from. */
export type Doel = { soort: 'account' | 'adres' | 'link'; waarde: string }

/** How many failures are free, how the waiting time grows, and after how long they are forgotten (seconds). */
const grenzen: Record<Doel['soort'], { vrij: number; eerste: number; hoogste: number; vergeet: number }> = {
  // Somebody who lost his password tries five times; then 30 s, 1 min, 2 min … 15 min.
  account: { vrij: 5, eerste: 30, hoogste: 900, vergeet: 24 * 3600 },
  // An office shares one address, so this is wider; it stops trying one password on many accounts.
  adres: { vrij: 50, eerste: 30, hoogste: 900, vergeet: 3600 },
  link: { vrij: 20, eerste: 60, hoogste: 900, vergeet: 3600 },
}

/** NIST SP 800-63B-4 §3.2.2: at most 100 failures in a row on one account. After that it waits a day. */
const plafond = 100

/**
 * Counts an attempt before it is checked, so that a thousand attempts at once do not slip through together.
 * Whether the account exists plays no part: the count is on what was typed.
 * @throws 429 with the time to wait
 */
export async function telPoging(db: Db, geheim: string, doelen: readonly Doel[]): Promise<void> {
  let wachten = 0
  for (const doel of doelen) wachten = Math.max(wachten, await tel(db, sleutelVan(geheim, doel), grenzen[doel.soort]))
  if (wachten > 0) throw teVeelPogingen(wachten)
}

/** The attempt was right: what it was counted on starts again at zero. */
export async function vergeetPogingen(db: Db, geheim: string, doelen: readonly Doel[]): Promise<void> {
  const sleutels = doelen.map((doel) => sleutelVan(geheim, doel))
  await sql`delete from auth_poging where sleutel = any(${sleutels})`.execute(db)
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

/** @returns the seconds that are left to wait; 0 when this attempt may go on */
async function tel(db: Db, sleutel: Buffer, grens: (typeof grenzen)['account']): Promise<number> {
  const { vrij, eerste, hoogste, vergeet } = grens
  const counted = await sql`
    insert into auth_poging as p (sleutel, aantal, laatst_op) values (${sleutel}, 1, now())
    on conflict (sleutel) do update set
      aantal = case when p.laatst_op < now() - make_interval(secs => ${vergeet}) then 1 else p.aantal + 1 end,
      laatst_op = now(),
      wacht_tot = now() + make_interval(secs => case
        when p.laatst_op < now() - make_interval(secs => ${vergeet}) or p.aantal + 1 < ${vrij} then 0
        when p.aantal + 1 >= ${plafond} and ${vrij} < ${plafond} / 10 then 86400
        else least(${hoogste}, ${eerste} * power(2, least(p.aantal + 1 - ${vrij}, 20))) end)
    where p.wacht_tot <= now()
    returning 1`.execute(db)
  if (counted.rows.length > 0) return 0
  const left = await sql<{ seconden: number }>`
    select ceil(extract(epoch from wacht_tot - now()))::int as seconden from auth_poging where sleutel = ${sleutel}`.execute(
    db,
  )
  return Math.max(1, left.rows[0]?.seconden ?? 1)
}

function sleutelVan(geheim: string, { soort, waarde }: Doel): Buffer {
  const gelijk = soort === 'adres' ? netwerk(waarde) : waarde.normalize('NFKC').toLowerCase()
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
