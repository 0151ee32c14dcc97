import type {
  beginTotp,
  bevestigTotp,
  changeWachtwoord,
  renewHerstelcodes,
  stopTotp,
  Toegang,
} from '#contract/aanmelden/account.ts'
import type { AnswerOf } from '#contract/endpoint.ts'
import { getMedewerker } from '#server/beheer/index.ts'
import { write } from '#server/platform/db/write.ts'
import { conflict, type DomainError, invalid } from '#server/platform/errors.ts'
import { codeKloptNiet, gebruikCode } from './code.ts'
import { geefCookies, roep, type Verzoek, vraag } from './door.ts'
import { type Doel, metPoging } from './pogingen.ts'
import {
  deleteBegonnenAanmeldingen,
  selectPasskeys,
  selectSessies,
  selectToegang,
  vervalUitnodigingen,
} from './store.ts'
import { keurWachtwoord } from './wachtwoord.ts'

export async function mijnToegang(ctx: Verzoek<never>['ctx'], token: string): Promise<Toegang> {
  const { medewerkerId } = ctx.actor
  const { wachtwoord, totp } = await selectToegang(ctx.db, medewerkerId)
  const passkeys = await selectPasskeys(ctx.db, medewerkerId)
  return { wachtwoord, totp, passkeys, sessies: await selectSessies(ctx.db, medewerkerId, token) }
}

/** The old password is asked again and guesses at it are counted: an unlocked screen is not enough. */
export async function wijzigWachtwoord(verzoek: Verzoek<typeof changeWachtwoord>): Promise<undefined> {
  const { body, ctx, reply, auth, headers } = verzoek
  const { medewerkerId } = ctx.actor
  const medewerker = await getMedewerker(ctx.db, medewerkerId)
  keurWachtwoord(body.nieuw, { ...medewerker, organisatie: ctx.organisatie.naam }, 'nieuw')
  await gok(verzoek, medewerker.email, () =>
    roep(
      reply,
      auth.api.changePassword({
        body: { currentPassword: body.huidig, newPassword: body.nieuw, revokeOtherSessions: true },
        headers,
        asResponse: true,
      }),
      wachtwoordFout('huidig'),
    ),
  )
  await write(ctx, async (w) => {
    await vervalUitnodigingen(w.tx, medewerkerId)
    await deleteBegonnenAanmeldingen(w.tx, medewerkerId)
  })
}

export async function startTotp(verzoek: Verzoek<typeof beginTotp>): Promise<AnswerOf<typeof beginTotp>> {
  const { body, ctx, reply, auth, headers } = verzoek
  const { email } = await getMedewerker(ctx.db, ctx.actor.medewerkerId)
  const answer = await gok(verzoek, email, () =>
    roep<{ totpURI: string; backupCodes: string[] }>(
      reply,
      auth.api.enableTwoFactor({ body: { password: body.wachtwoord, method: 'totp' }, headers, asResponse: true }),
      wachtwoordFout('wachtwoord'),
    ),
  )
  const geheim = new URL(answer.totpURI).searchParams.get('secret') ?? ''
  return { uri: answer.totpURI, geheim, herstelcodes: answer.backupCodes }
}

export async function bevestig(verzoek: Verzoek<typeof bevestigTotp>): Promise<undefined> {
  const { body, ctx, reply, auth, headers } = verzoek
  const code = body.code.replace(/\s/g, '')
  const { cookies } = await vraag(auth.api.verifyTOTP({ body: { code }, headers, asResponse: true }), () =>
    invalid('code', 'code-onjuist', codeKloptNiet().message),
  )
  await gebruikCode(ctx.db, ctx.actor.medewerkerId, code)
  geefCookies(reply, cookies)
}

export async function zetTotpUit(verzoek: Verzoek<typeof stopTotp>): Promise<undefined> {
  const { body, ctx, reply, auth, headers } = verzoek
  const { email } = await getMedewerker(ctx.db, ctx.actor.medewerkerId)
  await gok(verzoek, email, () =>
    roep(
      reply,
      auth.api.disableTwoFactor({ body: { password: body.wachtwoord }, headers, asResponse: true }),
      wachtwoordFout('wachtwoord'),
    ),
  )
}

/** For who used them up, or whose list lies in the open. The codes before are dead from that moment. */
export async function maakHerstelcodes(
  verzoek: Verzoek<typeof renewHerstelcodes>,
): Promise<AnswerOf<typeof renewHerstelcodes>> {
  const { body, ctx, reply, auth, headers } = verzoek
  const { email } = await getMedewerker(ctx.db, ctx.actor.medewerkerId)
  const { backupCodes } = await gok(verzoek, email, () =>
    roep<{ backupCodes: string[] }>(
      reply,
      auth.api.generateBackupCodes({ body: { password: body.wachtwoord }, headers, asResponse: true }),
      wachtwoordFout('wachtwoord'),
    ),
  )
  return { herstelcodes: backupCodes }
}

/** Guesses at the password count for the account, wherever it is asked. */
function gok<T>(verzoek: Pick<Verzoek<never>, 'ctx' | 'request' | 'geheim'>, email: string, work: () => Promise<T>) {
  const doelen: Doel[] = [
    { soort: 'account', waarde: email },
    { soort: 'adres', waarde: verzoek.request.ip },
  ]
  return metPoging(verzoek.ctx.db, verzoek.geheim, doelen, work)
}

function wachtwoordFout(veld: string): (code: string) => DomainError {
  return (code) => {
    if (code === 'TOTP_ALREADY_ENABLED') return conflict('totp-al-aan', 'De app met codes staat al aan.')
    if (code === 'TWO_FACTOR_NOT_ENABLED') return conflict('totp-uit', 'De app met codes staat niet aan.')
    if (code === 'CREDENTIAL_ACCOUNT_NOT_FOUND') {
      return conflict('geen-wachtwoord', 'U meldt zich aan bij uw organisatie en heeft hier geen wachtwoord.')
    }
    return invalid(veld, 'onjuist', 'Dit is niet uw huidige wachtwoord.')
  }
}
