import type { LightMyRequestResponse } from 'fastify'
import type { Rol } from '#contract/rechten.ts'
import type { Organisatie } from '#server/platform/db/organisaties.ts'
import type { Client, TestRondom } from '#server/platform/testing/rondom.ts'
import { setPassword } from '../setPassword.ts'

export const goedWachtwoord = 'paard batterij nietje correct'

export type Mens = { id: string; email: string; client: Client }

/** An employee with a password; `client` is a session of before that password, so it has ended. */
export async function mensMetWachtwoord(
  rondom: TestRondom,
  { rol = 'klantcontactmedewerker', bij = rondom.hier }: { rol?: Rol; bij?: Organisatie } = {},
): Promise<Mens> {
  const client = await rondom.als(rol, { bij })
  const id = client.actor.medewerkerId
  await rondom.write((w) => setPassword(w, id, goedWachtwoord), bij)
  return { id, email: `${id}@voorbeeld.nl`, client }
}

export function meldAan(rondom: TestRondom, email: string, wachtwoord = goedWachtwoord, headers = {}) {
  return rondom.anoniem.post('/api/aanmelden/wachtwoord', { email, wachtwoord }, headers)
}

/** What a browser would send back. */
export function cookieVan(answer: LightMyRequestResponse): string {
  return answer.cookies
    .filter(({ value }) => value !== '')
    .map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
    .join('; ')
}

type Methode = 'GET' | 'POST' | 'PUT' | 'DELETE'

export function met(rondom: TestRondom, cookie: string) {
  return (method: Methode, url: string, payload: object = {}) =>
    rondom.anoniem.request({ method, url, headers: { cookie }, ...(method !== 'GET' && { payload }) })
}
