import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { aanmeldenMetCode } from '#contract/aanmelden.ts'
import type { Db } from '#server/platform/db/schema.ts'
import { DomainError } from '#server/platform/errors.ts'
import { geefCookies, type Verzoek, vraag } from './door.ts'
import { teVeelPogingen } from './pogingen.ts'

/**
 * The second step: six digits of the app, or a recovery code. Failures are counted by better-auth: five per password
 * entry, and ten per account before it waits a quarter of an hour.
 * @returns the medewerker
 */
export async function controleerCode(verzoek: Verzoek<typeof aanmeldenMetCode>): Promise<string> {
  const { body, ctx, reply, auth, headers } = verzoek
  const code = body.code.replace(/\s/g, '')
  const isTotp = /^\d{6}$/.test(code)
  const { answer, cookies } = await vraag<{ token: string; user: { id: string } }>(
    isTotp
      ? auth.api.verifyTOTP({ body: { code }, headers, asResponse: true })
      : auth.api.verifyBackupCode({ body: { code }, headers, asResponse: true }),
    fout,
  )
  if (isTotp && !(await gebruikCode(ctx.db, answer.user.id, code))) {
    await sql`delete from auth_session where token = ${answer.token}`.execute(ctx.db)
    throw codeKloptNiet()
  }
  geefCookies(reply, cookies)
  return answer.user.id
}

/**
 * A code that somebody read over a shoulder or in a log must not work again (RFC 6238 §5.2).
 * @returns false when it was used before
 */
export async function gebruikCode(db: Db, medewerkerId: string, code: string): Promise<boolean> {
  await sql`delete from auth_totp_gebruikt where medewerker_id = ${medewerkerId} and op < now() - interval '5 minutes'`.execute(
    db,
  )
  const hash = createHash('sha256').update(`${medewerkerId} ${code}`).digest()
  const used = await sql`
    insert into auth_totp_gebruikt (medewerker_id, code) values (${medewerkerId}, ${hash})
    on conflict do nothing returning 1`.execute(db)
  return used.rows.length > 0
}

export const codeKloptNiet = () =>
  new DomainError(401, 'code-onjuist', 'Deze code klopt niet of is al gebruikt. Wacht op de volgende code in uw app.')

function fout(code: string, status: number): DomainError {
  if (status === 429) return teVeelPogingen(900)
  if (code === 'INVALID_CODE' || code === 'INVALID_BACKUP_CODE') return codeKloptNiet()
  return new DomainError(401, 'opnieuw-beginnen', 'Uw aanmelding duurde te lang. Vul uw wachtwoord opnieuw in.')
}
