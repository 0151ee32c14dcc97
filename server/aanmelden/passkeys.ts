import type {
  aanmeldenMetPasskey,
  addPasskey,
  beginAanmeldenMetPasskey,
  beginPasskey,
} from '#contract/aanmelden/account.ts'
import type { AnswerOf } from '#contract/endpoint.ts'
import { DomainError, forbidden } from '#server/platform/errors.ts'
import { roep, type Verzoek } from './door.ts'

/** WebAuthn level 3. A passkey proves possession and the person (PIN or biometrics), so it needs no second step. */

export async function beginToevoegen(verzoek: Verzoek<typeof beginPasskey>): Promise<AnswerOf<typeof beginPasskey>> {
  const { reply, auth, headers } = verzoek
  return roep(reply, auth.api.generatePasskeyRegistrationOptions({ headers, query: {}, asResponse: true }), (code) =>
    code === 'SESSION_NOT_FRESH'
      ? new DomainError(403, 'opnieuw-aanmelden', 'Meld u eerst opnieuw aan. Voeg daarna uw passkey toe.')
      : passkeyFout(),
  )
}

export async function voegToe(verzoek: Verzoek<typeof addPasskey>): Promise<undefined> {
  eisEigenOorsprong(verzoek)
  const { body, reply, auth, headers } = verzoek
  await roep(
    reply,
    auth.api.verifyPasskeyRegistration({
      body: { response: body.antwoord, name: body.naam },
      headers,
      asResponse: true,
    }),
    passkeyFout,
  )
}

export async function beginAanmelden(
  verzoek: Verzoek<typeof beginAanmeldenMetPasskey>,
): Promise<AnswerOf<typeof beginAanmeldenMetPasskey>> {
  const { reply, auth, headers } = verzoek
  headers.delete('cookie')
  const options = await roep<{ challenge: string }>(
    reply,
    auth.api.generatePasskeyAuthenticationOptions({ headers, asResponse: true }),
    passkeyFout,
  )
  return { ...options, userVerification: 'required' }
}

/** @returns the medewerker */
export async function meldAanMetPasskey(verzoek: Verzoek<typeof aanmeldenMetPasskey>): Promise<string> {
  eisEigenOorsprong(verzoek)
  const { body, reply, auth, headers } = verzoek
  const answer = await roep<{ user: { id: string } }>(
    reply,
    auth.api.verifyPasskeyAuthentication({ body: { response: body.antwoord }, headers, asResponse: true }),
    passkeyFout,
  )
  return answer.user.id
}

/** better-auth compares the ceremony with the Origin header; here that header is compared with the site itself. */
function eisEigenOorsprong({ request }: Pick<Verzoek<never>, 'request'>): void {
  if (request.headers.origin !== `${request.protocol}://${request.host}`) throw forbidden()
}

const passkeyFout = () =>
  new DomainError(401, 'passkey-mislukt', 'Deze passkey past niet. Probeer het opnieuw of gebruik uw wachtwoord.')
