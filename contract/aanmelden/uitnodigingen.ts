import { z } from 'zod'
import { WachtwoordInvoer } from '../aanmelden.ts'
import { endpoint } from '../endpoint.ts'
import { Id, IdParams, Leeg, Moment } from '../vormen.ts'

/** A link with which an employee chooses a password himself: nobody else ever knows it. */

/** 32 random bytes; travels behind the # of the link, so that no server, proxy or log sees it in an address. */
const Token = z.string().regex(/^[\w-]{43}$/, 'Deze link is niet volledig. Kopieer hem helemaal.')

export const makeUitnodiging = endpoint({
  method: 'POST',
  path: '/api/beheer/medewerkers/:id/uitnodiging',
  summary: 'A link to choose a password; shown once, valid for 72 hours, works once. An earlier link stops working.',
  recht: 'beheer.medewerkers',
  params: IdParams,
  body: z.strictObject({}),
  response: z.object({ link: z.string(), geldigTot: Moment }),
  status: 201,
})

export const openUitnodiging = endpoint({
  method: 'POST',
  path: '/api/aanmelden/uitnodiging',
  summary: 'Whose link this is; 404 when it was used or is too old.',
  recht: 'openbaar',
  body: z.strictObject({ token: Token }),
  response: z.object({ naam: z.string(), email: z.string(), organisatie: z.string(), geldigTot: Moment }),
})

export const takeUitnodiging = endpoint({
  method: 'POST',
  path: '/api/aanmelden/uitnodiging/wachtwoord',
  summary: 'Choose a password with a link.',
  recht: 'openbaar',
  body: z.strictObject({ token: Token, wachtwoord: WachtwoordInvoer }),
  response: z.object({ email: z.string() }),
})

export const getMedewerkerToegang = endpoint({
  method: 'GET',
  path: '/api/beheer/medewerkers/:id/toegang',
  summary: 'How an employee can sign in, for who helps him.',
  recht: 'beheer.medewerkers',
  params: IdParams,
  response: z.object({
    medewerkerId: Id,
    wachtwoord: z.boolean(),
    totp: z.boolean(),
    passkeys: z.int(),
    /** Signed in before at the identity provider of the organisatie. */
    oidc: z.boolean(),
    sessies: z.int(),
    uitnodigingGeldigTot: Moment.nullable(),
  }),
})

export const endMedewerkerSessies = endpoint({
  method: 'DELETE',
  path: '/api/beheer/medewerkers/:id/sessies',
  summary: 'Sign an employee out everywhere.',
  recht: 'beheer.medewerkers',
  params: IdParams,
  response: Leeg,
  status: 204,
})

export const dropTweedeStap = endpoint({
  method: 'DELETE',
  path: '/api/beheer/medewerkers/:id/tweede-stap',
  summary: 'Take away the authenticator app and passkeys of who lost them, and sign him out.',
  recht: 'beheer.medewerkers',
  params: IdParams,
  response: Leeg,
  status: 204,
})
