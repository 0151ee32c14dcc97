import { z } from 'zod'
import { NieuweSleutel, SleutelAntwoord } from './aanmelden/account.ts'
import { endpoint } from './endpoint.ts'
import { Id, IdParams, Leeg, Moment } from './vormen.ts'

/**
 * How a customer gets into the portal: pages that the server draws, and that work without a script.
 * What a form sends is read by its page alone.
 */

const Taal = z.enum(['nl', 'en']).optional().catch(undefined)
/** A path of our own, to go on where one was; never another site. */
export const terugPad = /^\/(?![/\\])(?!aanmelden(?!\/beveiliging$)|werkplek|api\/)[\w\-./?=&%:,+]*$/
const Terug = z.string().max(500).regex(terugPad).optional().catch(undefined)
const Keuze = z.object({ taal: Taal, terug: Terug, fout: z.string().max(60).optional().catch(undefined) })

const pagina = <const M extends 'GET' | 'POST', const P extends `/aanmelden${string}`>(
  method: M,
  path: P,
  summary: string,
) => endpoint({ method, path, summary, recht: 'openbaar', query: Keuze, response: z.string(), raw: true })

export const toonAanmelden = pagina('GET', '/aanmelden', 'Page of a klant: sign in')
export const vraagCode = pagina('POST', '/aanmelden', 'Form of a klant: send me a code')
export const toonCode = pagina('GET', '/aanmelden/code', 'Page of a klant: the code that we sent')
export const geefCode = pagina('POST', '/aanmelden/code', 'Form of a klant: this is the code')
export const vraagCodeOpnieuw = pagina('POST', '/aanmelden/code/opnieuw', 'Form of a klant: send another code')
export const toonActiveren = pagina('GET', '/aanmelden/activeren', 'Page of a klant: the code of a letter')
export const activeer = pagina('POST', '/aanmelden/activeren', 'Form of a klant: the code of a letter, and who he is')
export const toonActiverenAdres = pagina('GET', '/aanmelden/activeren/adres', 'Page of a klant: his e-mail address')
export const activeerAdres = pagina('POST', '/aanmelden/activeren/adres', 'Form of a klant: his e-mail address')
export const toonBevestigen = pagina('GET', '/aanmelden/bevestigen', 'Page of a klant: prove once more who you are')
export const bevestig = pagina('POST', '/aanmelden/bevestigen', 'Form of a klant: send me the code of the second step')
export const toonUit = pagina('GET', '/aanmelden/uit', 'Page of a klant: sign out')
export const meldUit = pagina('POST', '/aanmelden/uit', 'Form of a klant: end this session')
export const toonBeveiliging = pagina('GET', '/aanmelden/beveiliging', 'Page of a klant: his devices and passkeys')
export const wijzigBeveiliging = pagina(
  'POST',
  '/aanmelden/beveiliging',
  'Form of a klant: end a session, remove a passkey',
)
export const beginKlantOidc = pagina('GET', '/aanmelden/oidc', 'Sends a klant to DigiD or another provider')
export const klantOidcTerug = pagina(
  'GET',
  '/aanmelden/oidc/callback/oidc',
  'OpenID Connect redirect address for klanten',
)
/** Exists only on a server in demo mode. */
export const meldDemoAan = pagina('POST', '/aanmelden/demo', 'Demo mode only: sign in as one of the demo customers')
export const aanmeldScript = endpoint({
  method: 'GET',
  path: '/aanmelden/passkey.js',
  summary: 'Script of the sign-in pages, for passkeys',
  recht: 'openbaar',
  response: z.string(),
  raw: true,
})

/** WebAuthn ceremonies are between the browser and the library: their shape is the W3C's, not ours. */
const Ceremonie = z.record(z.string(), z.unknown())

export const beginKlantPasskey = endpoint({
  method: 'POST',
  path: '/aanmelden/passkey/begin',
  summary: 'What the browser needs to sign in a klant with a passkey',
  recht: 'openbaar',
  body: z.strictObject({}),
  response: Ceremonie,
  raw: true,
})
export const aanmeldenMetKlantPasskey = endpoint({
  method: 'POST',
  path: '/aanmelden/passkey',
  summary: 'Sign in a klant with a passkey, or take his second step with it',
  recht: 'openbaar',
  body: z.strictObject({ antwoord: SleutelAntwoord, eigen: z.boolean().default(false), terug: Terug }),
  response: z.object({ naar: z.string() }),
  raw: true,
})
export const beginNieuweKlantPasskey = endpoint({
  method: 'POST',
  path: '/aanmelden/passkey/nieuw/begin',
  summary: 'What the browser needs to make a passkey for a klant',
  recht: 'klant-sterk',
  body: z.strictObject({}),
  response: Ceremonie,
  raw: true,
})
export const addKlantPasskey = endpoint({
  method: 'POST',
  path: '/aanmelden/passkey/nieuw',
  summary: 'Add a passkey to the account of a klant',
  recht: 'klant-sterk',
  body: z.strictObject({ antwoord: NieuweSleutel }),
  response: Leeg,
  status: 204,
  raw: true,
})

export const klantaccountStatussen = ['actief', 'geblokkeerd', 'samengevoegd'] as const

/** What an employee sees of it: whether this customer can get in, never with what. */
export const Klantaccount = z.object({
  id: Id,
  email: z.string().nullable(),
  status: z.enum(klantaccountStatussen),
  laatstAangemeldOp: Moment.nullable(),
  sessies: z.int(),
  passkeys: z.int(),
  versie: z.int(),
})
export type Klantaccount = z.infer<typeof Klantaccount>

export const Klanttoegang = z.object({
  account: Klantaccount.nullable(),
  /** A letter with a code that was not used yet. */
  brief: z.object({ gemaaktOp: Moment, geldigTot: Moment, berichtId: Id.nullable() }).nullable(),
  /** The address that an invitation would go to: the preferred e-mail address of the klant. */
  email: z.string().nullable(),
  /** Only a person signs in; who is merged, inactive or dead does not. */
  kan: z.boolean(),
})
export type Klanttoegang = z.infer<typeof Klanttoegang>

export const getKlanttoegang = endpoint({
  method: 'GET',
  path: '/api/partijen/:id/portaaltoegang',
  summary: 'Whether this customer can get into the portal',
  recht: 'partij.lezen',
  params: IdParams,
  response: Klanttoegang,
})
export const nodigKlantUit = endpoint({
  method: 'POST',
  path: '/api/partijen/:id/portaaltoegang/uitnodiging',
  summary: 'Give a customer an account with his own e-mail address, and tell him so by mail',
  recht: 'partij.schrijven',
  params: IdParams,
  body: z.strictObject({}),
  response: Klanttoegang,
})
export const stuurActiveringsbrief = endpoint({
  method: 'POST',
  path: '/api/partijen/:id/portaaltoegang/brief',
  summary: 'Send a customer a letter with a code, to choose an e-mail address himself',
  recht: 'partij.schrijven',
  params: IdParams,
  body: z.strictObject({}),
  response: Klanttoegang,
})
export const wijzigKlanttoegang = endpoint({
  method: 'PUT',
  path: '/api/partijen/:id/portaaltoegang',
  summary: 'Close or open the portal for this customer; closing ends his sessions',
  recht: 'partij.schrijven',
  params: IdParams,
  body: z.strictObject({ status: z.enum(['actief', 'geblokkeerd']) }),
  response: Klanttoegang,
  ifMatch: true,
})
export const eindKlantsessiesVan = endpoint({
  method: 'DELETE',
  path: '/api/partijen/:id/portaaltoegang/sessies',
  summary: 'Sign a customer out everywhere',
  recht: 'partij.schrijven',
  params: IdParams,
  response: Leeg,
  status: 204,
})
