import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Partij, PartijKort } from './relaties.ts'
import { BladzijdeQuery, bladzijde, Datum, Id, IdParams, regel } from './vormen.ts'

export const GevondenAdres = z.object({
  nummeraanduidingId: z.string(),
  straatnaam: z.string(),
  huisnummer: z.int(),
  huisletter: z.string(),
  toevoeging: z.string(),
  postcode: z.string(),
  woonplaats: z.string(),
  /** "Kerkstraat 56A-2, 1234 AB Utrecht" */
  weergave: z.string(),
})
export type GevondenAdres = z.infer<typeof GevondenAdres>

/**
 * - `gevonden`: exactly this address.
 * - `keuze`: it can be read in several ways that exist; choose one.
 * - `onbekend`: nothing fits; `adressen` is what does exist on this postcode and number.
 * - `onbereikbaar`: the address service does not answer; save it as it is and check it later.
 * - `onleesbaar`: not a postcode with a number; `melding` says what is missing.
 */
export const Adresantwoord = z.object({
  soort: z.enum(['gevonden', 'keuze', 'onbekend', 'onbereikbaar', 'onleesbaar']),
  adressen: z.array(GevondenAdres),
  /** What we read in the input, to go on with when nothing was found. */
  gelezen: z
    .object({ postcode: z.string(), huisnummer: z.int(), huisletter: z.string(), toevoeging: z.string() })
    .nullable(),
  /** A Dutch sentence for the employee; empty when there is nothing to say. */
  melding: z.string(),
})
export type Adresantwoord = z.infer<typeof Adresantwoord>

export const zoekAdres = endpoint({
  method: 'GET',
  path: '/api/adressen',
  summary: 'Quick entry of an address, such as 1234AB56a.',
  recht: 'partij.lezen',
  query: z.strictObject({ invoer: z.string().max(100, 'Vul alleen postcode en huisnummer in.') }),
  response: Adresantwoord,
})

export const TeValideren = z.object({
  id: Id,
  partij: PartijKort,
  weergave: z.string(),
  /** For quick entry: what to look up again. */
  invoer: z.string(),
  sinds: Datum.nullable(),
  versie: z.int(),
})
export type TeValideren = z.infer<typeof TeValideren>

export const lijstNietGevalideerd = endpoint({
  method: 'GET',
  path: '/api/adressen/niet-gevalideerd',
  summary: 'Addresses that were saved while the BAG was out of reach or did not know them, oldest first.',
  recht: 'partij.lezen',
  query: BladzijdeQuery,
  response: bladzijde(TeValideren),
})

export const valideerAdres = endpoint({
  method: 'POST',
  path: '/api/adressen/:id/validatie',
  summary: 'Repair an address: choose the one from the BAG, or say that it is right as it is.',
  recht: 'partij.schrijven',
  params: IdParams,
  body: z.union([
    z.strictObject({ nummeraanduidingId: z.string().regex(/^\d{16}$/, 'Een BAG-nummeraanduiding heeft 16 cijfers.') }),
    z.strictObject({ handmatig: z.literal(true), reden: regel(300).default('') }),
  ]),
  response: Partij,
})
