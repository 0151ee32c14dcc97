import type { Organisatie } from '#server/platform/db/organisaties.ts'
import { geheimVan } from './auth.ts'
import { insertSessie, sessieCookie } from './sessie.ts'

/**
 * A session without a sign-in, for programs that already know who it is: tests and measurements.
 * No route leads here.
 * @returns the value of a Cookie header over plain http
 */
export async function openSessie(
  config: { secret: string },
  organisatie: Organisatie,
  medewerkerId: string,
): Promise<string> {
  const token = await insertSessie(organisatie.db, medewerkerId)
  return sessieCookie(token, geheimVan(config, organisatie.id), false)
}
