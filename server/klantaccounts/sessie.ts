import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { sessieCookie, tokenVan } from '#server/aanmelden/index.ts'
import type { Db } from '#server/platform/db/schema.ts'
import type { IdentifyKlant } from '#server/platform/http/handle.ts'
import { newId } from '#server/platform/ids.ts'
import { cookiePrefix, klantgeheim } from './auth.ts'

/** A shared computer forgets him after an hour of rest, and in any case after half a day. */
const gedeeld = { rust: 3600, hoogstens: 12 * 3600 }
/** His own telephone remembers him, as long as he comes once a month. */
const eigen = { rust: 30 * 86_400, hoogstens: 180 * 86_400 }
/** How long a second step counts. */
export const sterkSeconden = 15 * 60

export type NieuweSessie = {
  accountId: string
  /** How he proved it, for his own list of devices. */
  wijze: 'code' | 'brief' | 'passkey' | 'oidc' | 'demo' | 'proef'
  eigenApparaat?: boolean
  sterk?: boolean
  adres?: string
  browser?: string
}

export const klantCookieNaam = (https: boolean): string => `${cookiePrefix(https)}.session_token`

/** @returns the token; whoever has it is this customer */
export async function insertSessie(db: Db, sessie: NieuweSessie): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  const { rust } = sessie.eigenApparaat ? eigen : gedeeld
  await sql`
    insert into klant_sessie (id, token, "userId", "expiresAt", "createdAt", "updatedAt", "ipAddress", "userAgent",
                              eigen_apparaat, wijze, sterk_tot)
    values (${newId()}, ${token}, ${sessie.accountId}, now() + make_interval(secs => ${rust}), now(), now(),
            ${sessie.adres ?? ''}, ${(sessie.browser ?? '').slice(0, 300)}, ${sessie.eigenApparaat ?? false},
            ${sessie.wijze}, ${sessie.sterk ? sql`now() + make_interval(secs => ${sterkSeconden})` : null})`.execute(db)
  await sql`update klant_account set laatst_aangemeld_op = now() where id = ${sessie.accountId}`.execute(db)
  return token
}

/** Set-Cookie. On a shared computer it goes with the browser window. */
export function zetSessieCookie(token: string, geheim: string, https: boolean, eigenApparaat: boolean): string {
  const leeftijd = eigenApparaat ? `; Max-Age=${eigen.hoogstens}` : ''
  return `${sessieCookie(token, geheim, https, klantCookieNaam(https))}${leeftijd}${kenmerken(https)}`
}

export const wisSessieCookie = (https: boolean): string => `${klantCookieNaam(https)}=; Max-Age=0${kenmerken(https)}`

export const kenmerken = (https: boolean): string => `; Path=/; HttpOnly; SameSite=Lax${https ? '; Secure' : ''}`

/**
 * Cookie → which customer, in one query at every request: a session, an account or a person that ends, ends at once.
 * The time is that of the database, so that several processes agree.
 */
export function createIdentifyKlant(config: { secret: string }): IdentifyKlant {
  return async (request, organisatie) => {
    const token = tokenVan(request, klantgeheim(config, organisatie.id), klantCookieNaam(request.protocol === 'https'))
    if (!token) return undefined
    const row = await findSessie(organisatie.db, token)
    if (!row) return undefined
    const { oud, ...klant } = row
    // An open event stream is nobody at work: it must not keep a session alive.
    if (oud && request.headers.accept !== 'text/event-stream') await touch(organisatie.db, klant.sessieId)
    return klant
  }
}

type Row = {
  sessieId: string
  accountId: string
  partijId: string
  naam: string
  taal: 'nl' | 'en'
  sterk: boolean
  eigenApparaat: boolean
  oud: boolean
}

async function findSessie(db: Db, token: string): Promise<Row | undefined> {
  const result = await sql<Row>`
    select s.id as "sessieId", a.id as "accountId", a.partij_id as "partijId", g.name as naam, a.taal,
           coalesce(s.sterk_tot > now(), false) as sterk, s.eigen_apparaat as "eigenApparaat",
           s."updatedAt" < now() - interval '5 minutes' as oud
    from klant_sessie s join klant_account a on a.id = s."userId" join klant_gebruiker g on g.id = a.id
    where s.token = ${token} and s."expiresAt" > now()
      and s."createdAt" > now() - make_interval(secs => case when s.eigen_apparaat then ${eigen.hoogstens}::int else ${gedeeld.hoogstens}::int end)
      and s."updatedAt" > now() - make_interval(secs => case when s.eigen_apparaat then ${eigen.rust}::int else ${gedeeld.rust}::int end)`.execute(
    db,
  )
  return result.rows[0]
}

/** At most once in five minutes per session: reading stays reading. */
async function touch(db: Db, sessieId: string): Promise<void> {
  await sql`
    update klant_sessie set "updatedAt" = now(),
      "expiresAt" = now() + make_interval(secs => case when eigen_apparaat then ${eigen.rust}::int else ${gedeeld.rust}::int end)
    where id = ${sessieId} and "updatedAt" < now() - interval '5 minutes'`.execute(db)
}
