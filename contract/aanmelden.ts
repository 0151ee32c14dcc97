import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { rechten, rollen } from './rechten.ts'
import { Id, Leeg, regel } from './vormen.ts'

/** Signing in and out. What a signed-in employee changes about his own account is in `account.ts`. */

const RolNaam = z.enum(rollen)

/** Passwords are taken as typed: no trimming, no cleaning. The server normalises them (NFKC) before hashing. */
export const WachtwoordInvoer = z.string().min(1, 'Vul uw wachtwoord in.').max(1000, 'Dit wachtwoord is te lang.')
export const minWachtwoord = 15
export const maxWachtwoord = 256

export const DemoPersoon = z.object({
  id: Id,
  naam: z.string(),
  functie: z.string(),
  rollen: z.array(RolNaam),
  teams: z.array(z.string()),
})
export type DemoPersoon = z.infer<typeof DemoPersoon>

/** `klaar`: signed in. `code`: the password was right, and a code of the authenticator app is needed too. */
export const AanmeldStap = z.object({ stap: z.enum(['klaar', 'code']) })
export type AanmeldStap = z.infer<typeof AanmeldStap>

export const getAanmelden = endpoint({
  method: 'GET',
  path: '/api/aanmelden',
  summary: 'What the sign-in page can offer here.',
  recht: 'openbaar',
  response: z.object({
    organisatie: z.string(),
    accentkleur: z.string(),
    /** People to try Rondom as; only in the demo organisatie of a server in demo mode. */
    demo: z.array(DemoPersoon).optional(),
    oidc: z.boolean(),
  }),
})

export const aanmeldenMetWachtwoord = endpoint({
  method: 'POST',
  path: '/api/aanmelden/wachtwoord',
  summary: 'Sign in with e-mail address and password.',
  recht: 'openbaar',
  body: z.strictObject({ email: regel(254, 1), wachtwoord: WachtwoordInvoer }),
  response: AanmeldStap,
})

export const aanmeldenMetCode = endpoint({
  method: 'POST',
  path: '/api/aanmelden/code',
  summary: 'Second step after the password: a code of the authenticator app, or a recovery code.',
  recht: 'openbaar',
  body: z.strictObject({ code: regel(20, 1) }),
  response: AanmeldStap,
})

/** Exists only on a server in demo mode. */
export const aanmeldenAlsDemo = endpoint({
  method: 'POST',
  path: '/api/aanmelden/demo',
  summary: 'Demo mode only: sign in as one of the demo people.',
  recht: 'openbaar',
  body: z.strictObject({ medewerkerId: Id }),
  response: AanmeldStap,
})

export const afmelden = endpoint({
  method: 'POST',
  path: '/api/afmelden',
  summary: 'End this session.',
  recht: 'openbaar',
  body: z.strictObject({}),
  response: Leeg,
  status: 204,
})

export const Ik = z.object({
  medewerker: z.object({ id: Id, naam: z.string(), email: z.string(), functie: z.string() }),
  rollen: z.array(RolNaam),
  rechten: z.array(z.enum(Object.keys(rechten) as [keyof typeof rechten])),
  teams: z.array(z.object({ id: Id, code: z.string(), naam: z.string() })),
  organisatie: z.object({ code: z.string(), naam: z.string(), accentkleur: z.string() }),
  demo: z.boolean(),
})
export type Ik = z.infer<typeof Ik>

export const getIk = endpoint({
  method: 'GET',
  path: '/api/ik',
  summary: 'Who is signed in, with rights and teams.',
  recht: 'ingelogd',
  response: Ik,
})

/** A path inside the werkplek, to go on where one was; never another site. */
const Terug = z
  .string()
  .max(500)
  .regex(/^\/werkplek(?:[/?][\w\-./?=&%:,]*)?$/)

export const beginOidc = endpoint({
  method: 'POST',
  path: '/api/aanmelden/oidc',
  summary: 'Where to send the browser to sign in with the account of the organisation.',
  recht: 'openbaar',
  body: z.strictObject({ terug: Terug.default('/werkplek') }),
  response: z.object({ url: z.url() }),
})

/** The identity provider sends the browser back here. */
export const oidcTerug = endpoint({
  method: 'GET',
  path: '/api/aanmelden/oidc/callback/oidc',
  summary: 'OpenID Connect redirect address.',
  recht: 'openbaar',
  response: Leeg,
  raw: true,
})
