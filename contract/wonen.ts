import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { PartijKort } from './relaties.ts'
import { Datum, Id, IdParams, Moment } from './vormen.ts'

export const EenheidKort = z.object({
  id: Id,
  code: z.string(),
  soort: z.string(),
  status: z.string(),
  weergave: z.string(),
})
export type EenheidKort = z.infer<typeof EenheidKort>

/** VERA Overeenkomst, as far as one needs to answer a question. Amounts in cents. */
export const Overeenkomst = z.object({
  id: Id,
  nummer: z.string(),
  soort: z.string(),
  status: z.string(),
  begindatum: Datum,
  einddatum: Datum.nullable(),
  brutohuurCent: z.int().nullable(),
  betaalwijze: z.string().nullable(),
  bijgewerktOp: Moment,
})

export const Bewoner = z.object({
  partij: PartijKort,
  rol: z.string(),
  rolNaam: z.string(),
  begindatum: Datum.nullable(),
  einddatum: Datum.nullable(),
})

export const Eenheid = EenheidKort.extend({
  detailsoort: z.string(),
  straatnaam: z.string(),
  huisnummer: z.int().nullable(),
  huisletter: z.string(),
  toevoeging: z.string(),
  postcode: z.string(),
  woonplaats: z.string(),
  bouwjaar: z.int().nullable(),
  oppervlakte: z.int().nullable(),
  kamers: z.int().nullable(),
  energielabel: z.string().nullable(),
  complex: z.object({ id: Id, code: z.string(), naam: z.string() }).nullable(),
  /** The contracts on it, the latest first, with who is in them. */
  overeenkomsten: z.array(Overeenkomst.extend({ partijen: z.array(Bewoner) })),
  bijgewerktOp: Moment,
})
export type Eenheid = z.infer<typeof Eenheid>

export const Complex = z.object({
  id: Id,
  code: z.string(),
  naam: z.string(),
  plaats: z.string(),
  /** At most 500; `meer` says that there are others. */
  eenheden: z.array(EenheidKort),
  meer: z.boolean(),
})
export type Complex = z.infer<typeof Complex>

export const WoningVan = z.object({
  overeenkomst: Overeenkomst,
  eenheid: EenheidKort.nullable(),
  complex: z.object({ id: Id, naam: z.string() }).nullable(),
  rol: z.string(),
  rolNaam: z.string(),
  viaPartijId: Id,
  actueel: z.boolean(),
})
export type WoningVan = z.infer<typeof WoningVan>

export const leesWonenVan = endpoint({
  method: 'GET',
  path: '/api/partijen/:id/wonen',
  summary: 'The contracts and homes of a partij and of its huishoudens, current ones first.',
  recht: 'wonen.lezen',
  params: IdParams,
  response: z.object({ woningen: z.array(WoningVan) }),
})

export const leesEenheid = endpoint({
  method: 'GET',
  path: '/api/eenheden/:id',
  summary: 'A home with its contracts and who is in them.',
  recht: 'wonen.lezen',
  params: IdParams,
  response: Eenheid,
})

export const leesComplex = endpoint({
  method: 'GET',
  path: '/api/complexen/:id',
  summary: 'A complex with its homes.',
  recht: 'wonen.lezen',
  params: IdParams,
  response: Complex,
})
