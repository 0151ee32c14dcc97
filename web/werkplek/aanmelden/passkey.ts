import { aanmeldenMetPasskey, addPasskey, beginAanmeldenMetPasskey, beginPasskey } from '#contract/aanmelden/account.ts'
import { call } from '#kit/api.ts'

export type PasskeyUitkomst = 'gelukt' | 'afgebroken'

/** Passkeys need a secure address (https or localhost). */
export const kanPasskey = (): boolean => window.isSecureContext && 'PublicKeyCredential' in window

/** Asks the browser for a passkey of this site; the server checks its answer. */
export async function meldAanMetPasskey(): Promise<PasskeyUitkomst> {
  const options = await call(beginAanmeldenMetPasskey, { body: {} })
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(
    options as unknown as PublicKeyCredentialRequestOptionsJSON,
  )
  const credential = await vraag(() => navigator.credentials.get({ publicKey }))
  if (!credential) return 'afgebroken'
  const antwoord = aanmeldenMetPasskey.body.shape.antwoord.parse(credential.toJSON())
  await call(aanmeldenMetPasskey, { body: { antwoord } })
  return 'gelukt'
}

/** Lets the browser make a passkey, and keeps its public half. */
export async function voegPasskeyToe(naam: string): Promise<PasskeyUitkomst> {
  const options = await call(beginPasskey, { body: {} })
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
    options as unknown as PublicKeyCredentialCreationOptionsJSON,
  )
  const credential = await vraag(() => navigator.credentials.create({ publicKey }))
  if (!credential) return 'afgebroken'
  const antwoord = addPasskey.body.shape.antwoord.parse(credential.toJSON())
  await call(addPasskey, { body: { naam, antwoord } })
  return 'gelukt'
}

/** The browser gives one error for "cancelled", "took too long" and "no such passkey", and means it that way. */
async function vraag(ceremony: () => Promise<Credential | null>): Promise<PublicKeyCredential | undefined> {
  try {
    return ((await ceremony()) as PublicKeyCredential | null) ?? undefined
  } catch (error) {
    if (error instanceof DOMException) return undefined
    throw error
  }
}
