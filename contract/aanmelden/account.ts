import { z } from 'zod'
import { AanmeldStap, WachtwoordInvoer } from '../aanmelden.ts'
import { endpoint } from '../endpoint.ts'
import { Id, IdParams, Leeg, Moment, regel } from '../vormen.ts'

/** What an employee changes about his own way in. Everything here is about `/api/ik`: nobody else's account has a path. */

export const Passkey = z.object({ id: Id, naam: z.string(), toegevoegdOp: Moment })
export type Passkey = z.infer<typeof Passkey>

export const Sessie = z.object({
  id: Id,
  begonnenOp: Moment,
  laatstActiefOp: Moment,
  /** The browser as it calls itself. */
  browser: z.string(),
  adres: z.string(),
  huidige: z.boolean(),
})
export type Sessie = z.infer<typeof Sessie>

export const Toegang = z.object({
  /** False for who signs in at the identity provider of the organisatie only. */
  wachtwoord: z.boolean(),
  totp: z.boolean(),
  passkeys: z.array(Passkey),
  sessies: z.array(Sessie),
})
export type Toegang = z.infer<typeof Toegang>

export const getToegang = endpoint({
  method: 'GET',
  path: '/api/ik/toegang',
  summary: 'How I can sign in, and where I am signed in.',
  recht: 'ingelogd',
  response: Toegang,
})

export const changeWachtwoord = endpoint({
  method: 'PUT',
  path: '/api/ik/wachtwoord',
  summary: 'Change my password; ends my other sessions.',
  recht: 'ingelogd',
  body: z.strictObject({ huidig: WachtwoordInvoer, nieuw: WachtwoordInvoer }),
  response: Leeg,
  status: 204,
})

/** Each works once, when the phone is lost. Shown when they are made and never again. */
const Herstelcodes = z.array(z.string())

export const beginTotp = endpoint({
  method: 'POST',
  path: '/api/ik/totp',
  summary: 'Begin using an authenticator app; it counts once a code is confirmed.',
  recht: 'ingelogd',
  body: z.strictObject({ wachtwoord: WachtwoordInvoer }),
  response: z.object({
    /** otpauth:// address, as a QR code for the app. */
    uri: z.string(),
    /** The same secret in base32, to type over. */
    geheim: z.string(),
    herstelcodes: Herstelcodes,
  }),
})

export const bevestigTotp = endpoint({
  method: 'PUT',
  path: '/api/ik/totp',
  summary: 'Confirm the authenticator app with a code.',
  recht: 'ingelogd',
  body: z.strictObject({ code: regel(20, 1) }),
  response: Leeg,
  status: 204,
})

export const stopTotp = endpoint({
  method: 'POST',
  path: '/api/ik/totp/intrekking',
  summary: 'Stop using the authenticator app.',
  recht: 'ingelogd',
  body: z.strictObject({ wachtwoord: WachtwoordInvoer }),
  response: Leeg,
  status: 204,
})

export const renewHerstelcodes = endpoint({
  method: 'POST',
  path: '/api/ik/totp/herstelcodes',
  summary: 'New recovery codes; those before no longer work.',
  recht: 'ingelogd',
  body: z.strictObject({ wachtwoord: WachtwoordInvoer }),
  response: z.object({ herstelcodes: Herstelcodes }),
})

/** The message of a WebAuthn ceremony, between browser and server; its shape is the standard's. */
export const WebAuthnOpties = z.looseObject({ challenge: z.string() })
const Base64url = z.string().max(20_000)
const Sleutel = {
  id: z.string().max(2000),
  rawId: z.string().max(2000),
  type: z.literal('public-key'),
  clientExtensionResults: z.looseObject({}).default({}),
}
/** RegistrationResponseJSON and AuthenticationResponseJSON of WebAuthn level 3, as browsers write them. */
export const NieuweSleutel = z.looseObject({
  ...Sleutel,
  response: z.looseObject({ clientDataJSON: Base64url, attestationObject: Base64url }),
})
export const SleutelAntwoord = z.looseObject({
  ...Sleutel,
  response: z.looseObject({ clientDataJSON: Base64url, authenticatorData: Base64url, signature: Base64url }),
})

export const beginPasskey = endpoint({
  method: 'POST',
  path: '/api/ik/passkeys/opties',
  summary: 'Begin adding a passkey; asks for a sign-in of the last fifteen minutes.',
  recht: 'ingelogd',
  body: z.strictObject({}),
  response: WebAuthnOpties,
})

export const addPasskey = endpoint({
  method: 'POST',
  path: '/api/ik/passkeys',
  summary: 'Add the passkey that the browser made.',
  recht: 'ingelogd',
  body: z.strictObject({ naam: regel(80, 1), antwoord: NieuweSleutel }),
  response: Leeg,
  status: 204,
})

export const removePasskey = endpoint({
  method: 'DELETE',
  path: '/api/ik/passkeys/:id',
  summary: 'Remove one of my passkeys.',
  recht: 'ingelogd',
  params: IdParams,
  response: Leeg,
  status: 204,
})

export const endSessie = endpoint({
  method: 'DELETE',
  path: '/api/ik/sessies/:id',
  summary: 'End one of my sessions.',
  recht: 'ingelogd',
  params: IdParams,
  response: Leeg,
  status: 204,
})

export const endAndereSessies = endpoint({
  method: 'DELETE',
  path: '/api/ik/sessies',
  summary: 'End all my sessions but this one.',
  recht: 'ingelogd',
  response: Leeg,
  status: 204,
})

export const beginAanmeldenMetPasskey = endpoint({
  method: 'POST',
  path: '/api/aanmelden/passkey/opties',
  summary: 'Begin signing in with a passkey.',
  recht: 'openbaar',
  body: z.strictObject({}),
  response: WebAuthnOpties,
})

export const aanmeldenMetPasskey = endpoint({
  method: 'POST',
  path: '/api/aanmelden/passkey',
  summary: 'Sign in with a passkey.',
  recht: 'openbaar',
  body: z.strictObject({ antwoord: SleutelAntwoord }),
  response: AanmeldStap,
})
