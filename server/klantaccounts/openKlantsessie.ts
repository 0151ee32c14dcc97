import { sessieCookie } from '#server/aanmelden/index.ts'
import type { Organisatie } from '#server/platform/db/organisaties.ts'
import { klantgeheim } from './auth.ts'
import { insertSessie, klantCookieNaam } from './sessie.ts'

/**
 * A session without a sign-in, for programs that already know who it is: tests and measurements.
 * No route leads here.
 * @returns the value of a Cookie header over plain http
 */
export async function openKlantsessie(
  config: { secret: string },
  organisatie: Organisatie,
  accountId: string,
  { sterk = false }: { sterk?: boolean } = {},
): Promise<string> {
  const token = await insertSessie(organisatie.db, { accountId, wijze: 'proef', sterk })
  return sessieCookie(token, klantgeheim(config, organisatie.id), false, klantCookieNaam(false))
}
