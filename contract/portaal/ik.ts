import { z } from 'zod'
import { Datum, Id } from '../vormen.ts'
import { Namens, portaalEndpoint } from './endpoint.ts'
import { Domein, Hoedanigheid } from './toegang.ts'

/** Somebody for whom the customer may act now: himself first. */
export const Dossier = z.object({
  partijId: Id,
  naam: z.string(),
  hoedanigheid: Hoedanigheid,
  domeinen: z.array(Domein),
  /** The last day of the mandate; null: without an end. */
  tot: Datum.nullable(),
  /** Of the home that he rents now, on one line; empty when there is none. */
  adres: z.string(),
})
export type Dossier = z.infer<typeof Dossier>

export const Ik = z.object({
  naam: z.string(),
  taal: z.enum(['nl', 'en']),
  /** He proved a second time, a moment ago, that it is he. */
  sterk: z.boolean(),
  /** He said so at signing in: only then may it keep anything. */
  eigenApparaat: z.boolean(),
  dossiers: z.array(Dossier),
})
export type Ik = z.infer<typeof Ik>

export const getIk = portaalEndpoint({
  method: 'GET',
  path: '/api/portaal/ik',
  summary: 'Who is signed in to the portal, and for whom he may act now',
  recht: 'klant',
  query: Namens,
  response: Ik,
})
