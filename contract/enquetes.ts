import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Datum, Id, Moment, regel } from './vormen.ts'

/** From here on down somebody is asked to look what went wrong. */
export const laagsteGoedeScore = 6

/** What klanten thought of one kind of process. */
export const Enqueteresultaat = z.object({
  zaaktype: z.string(),
  naam: z.string(),
  uitgenodigd: z.int(),
  beantwoord: z.int(),
  /** Null as long as nobody answered. */
  gemiddeld: z.number().nullable(),
  nietOpgelost: z.int(),
})
export type Enqueteresultaat = z.infer<typeof Enqueteresultaat>

export const Enqueteopmerking = z.object({
  id: Id,
  zaaktypeNaam: z.string(),
  score: z.int(),
  opgelost: z.boolean().nullable(),
  opmerking: z.string(),
  beantwoordOp: Moment,
  /** As far as one may see it. Who said it stands nowhere else. */
  zaak: z.object({ id: Id, nummer: z.string() }).nullable(),
})
export type Enqueteopmerking = z.infer<typeof Enqueteopmerking>

export const getEnquetes = endpoint({
  method: 'GET',
  path: '/api/enquetes',
  summary: 'What klanten thought of it, per process, with the latest remarks; by when they were invited',
  recht: 'enquete.lezen',
  query: z.strictObject({ zaaktype: regel(80).optional(), van: Datum.optional(), tot: Datum.optional() }),
  response: z.object({ processen: z.array(Enqueteresultaat), opmerkingen: z.array(Enqueteopmerking) }),
})

/** The page that the klant gets: HTML, without signing in. The token is the only key. */
const Token = z.strictObject({ token: z.string().regex(/^[\w-]{43}$/) })
const Keuze = z.object({
  taal: z.enum(['nl', 'en']).optional().catch(undefined),
  /** Think again about what was answered. */
  wijzig: z.literal('ja').optional().catch(undefined),
})

export const toonEnquete = endpoint({
  method: 'GET',
  path: '/enquete/:token',
  summary: 'The questionnaire of a klant, as a page',
  recht: 'openbaar',
  params: Token,
  query: Keuze,
  response: z.string(),
  raw: true,
})

export const beantwoordEnquete = endpoint({
  method: 'POST',
  path: '/enquete/:token',
  summary: 'Answer the questionnaire; the form of the page, multipart',
  recht: 'openbaar',
  params: Token,
  query: Keuze,
  response: z.string(),
  raw: true,
})
