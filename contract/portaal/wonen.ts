import { z } from 'zod'
import { Datum, Id, IdParams, Moment } from '../vormen.ts'
import { Namens, portaalEndpoint } from './endpoint.ts'

export const PortaalStoring = z.object({
  id: Id,
  naam: z.string(),
  tekst: z.string(),
  begonnenOp: Moment,
  verwachtKlaarOp: Datum.nullable(),
})
export type PortaalStoring = z.infer<typeof PortaalStoring>

/** One contract with the home it is about. What the mandate does not cover is null or empty. */
export const Portaalwoning = z.object({
  overeenkomstId: Id,
  nummer: z.string(),
  /** VERA EENHEIDSOORT: WOO, PAR, BED, OVE. */
  soort: z.string(),
  rol: z.string(),
  /** He rents it today; otherwise he may still read what was. */
  loopt: z.boolean(),
  begin: Datum,
  einde: Datum.nullable(),
  huurCent: z.int().nullable(),
  betaalwijze: z.string().nullable(),
  /** On one line; empty when the contract is about no home. */
  adres: z.string(),
  bouwjaar: z.int().nullable(),
  oppervlakte: z.int().nullable(),
  kamers: z.int().nullable(),
  energielabel: z.string().nullable(),
  complex: z.string().nullable(),
  storingen: z.array(PortaalStoring),
  /** May look at the rent account. */
  rekening: z.boolean(),
  /** May look at the repairs of the home. */
  onderhoud: z.boolean(),
  bijgewerktOp: Moment,
})
export type Portaalwoning = z.infer<typeof Portaalwoning>

export const getWoning = portaalEndpoint({
  method: 'GET',
  path: '/api/portaal/woning',
  summary: 'The homes that this customer rents, and those of which he may still read what was',
  recht: 'klant',
  query: Namens,
  response: z.object({ woningen: z.array(Portaalwoning) }),
})

/** Whether the ERP could be asked; Rondom works on without it, and says so. */
export const ErpAntwoord = z.enum(['werkt', 'storing', 'uit'])
export type ErpAntwoord = z.infer<typeof ErpAntwoord>

export const Boekingregel = z.object({
  id: z.string(),
  omschrijving: z.string(),
  datum: Datum.nullable(),
  uiterlijk: Datum.nullable(),
  /** What was asked is positive, what was paid is negative. */
  bedragCent: z.int(),
  openCent: z.int(),
})
export type Boekingregel = z.infer<typeof Boekingregel>

export const getRekening = portaalEndpoint({
  method: 'GET',
  path: '/api/portaal/woning/:id/rekening',
  summary: 'The rent account of a contract, as the ERP gives it at this moment',
  recht: 'klant',
  params: IdParams,
  query: Namens,
  response: z.object({
    erp: ErpAntwoord,
    /** The moment of asking; null when there is no answer. */
    op: Moment.nullable(),
    /** What is open now; positive is to be paid. */
    saldoCent: z.int(),
    regels: z.array(Boekingregel),
  }),
})

export const Onderhoudsregel = z.object({
  nummer: z.string(),
  omschrijving: z.string(),
  gemeldOp: Moment.nullable(),
  loopt: z.boolean(),
})
export type Onderhoudsregel = z.infer<typeof Onderhoudsregel>

export const getOnderhoud = portaalEndpoint({
  method: 'GET',
  path: '/api/portaal/woning/:id/onderhoud',
  summary: 'The repairs of a home while this customer rents it, as the ERP gives them at this moment',
  recht: 'klant',
  params: IdParams,
  query: Namens,
  response: z.object({ erp: ErpAntwoord, op: Moment.nullable(), regels: z.array(Onderhoudsregel) }),
})
