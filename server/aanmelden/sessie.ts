import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { Db } from '#server/platform/db/schema.ts'
import { newId } from '#server/platform/ids.ts'
import { cookiePrefix, sessieSeconden } from './auth.ts'

/** Idle for an hour ends a session (NIST SP 800-63B-4 §2.2.3 for AAL2). */
export const rustSeconden = 60 * 60

export const sessieCookieNaam = (https: boolean): string => `${cookiePrefix(https)}.session_token`

/** @returns the token of a session cookie with a right signature; whether that session exists is for the database */
export function tokenVan(
  request: Pick<FastifyRequest, 'headers' | 'protocol'>,
  geheim: string,
  naam = sessieCookieNaam(request.protocol === 'https'),
): string | undefined {
  const value = cookieVan(request.headers.cookie, naam)
  const dot = value?.lastIndexOf('.') ?? -1
  if (!value || dot < 1) return undefined
  const token = value.slice(0, dot)
  const given = Buffer.from(value.slice(dot + 1))
  const right = Buffer.from(handtekening(token, geheim))
  return given.length === right.length && timingSafeEqual(given, right) ? token : undefined
}

/** `naam=waarde`, signed the way better-auth signs, so that its own endpoints accept the cookie too. */
export function sessieCookie(token: string, geheim: string, https: boolean, naam = sessieCookieNaam(https)): string {
  return `${naam}=${encodeURIComponent(`${token}.${handtekening(token, geheim)}`)}`
}

export const cookieKenmerken = (https: boolean): string =>
  `; Max-Age=${sessieSeconden}; Path=/; HttpOnly; SameSite=Lax${https ? '; Secure' : ''}`

/** For the sign-ins that better-auth does not do itself: the demo door, and tests. */
export async function insertSessie(
  db: Db,
  medewerkerId: string,
  van: { adres?: string; browser?: string } = {},
): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  await sql`
    insert into auth_session (id, token, "userId", "expiresAt", "createdAt", "updatedAt", "ipAddress", "userAgent")
    values (${newId()}, ${token}, ${medewerkerId}, now() + make_interval(secs => ${sessieSeconden}), now(), now(),
            ${van.adres ?? ''}, ${van.browser ?? ''})`.execute(db)
  return token
}

function handtekening(token: string, geheim: string): string {
  return createHmac('sha256', geheim).update(token).digest('base64')
}

export function cookieVan(header: string | undefined, naam: string): string | undefined {
  const found = header?.split(/; ?/).find((each) => each.startsWith(`${naam}=`))
  if (!found) return undefined
  try {
    return decodeURIComponent(found.slice(naam.length + 1))
  } catch {
    return undefined
  }
}
