import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Id, IdParams, Moment } from './vormen.ts'

export const Reparatie = z.object({
  /** Of the ERP, as its number is. */
  id: z.string(),
  nummer: z.string(),
  omschrijving: z.string(),
  gemeldOp: Moment.nullable(),
  /** VERA ONDERHOUDSVERZOEKSTATUS. */
  status: z.string(),
  loopt: z.boolean(),
})
export type Reparatie = z.infer<typeof Reparatie>

export const Reparaties = z.object({
  eenheidId: Id,
  /** Without its ERP Rondom works on: then this says why the list is empty. */
  erp: z.enum(['werkt', 'storing', 'uit']),
  melding: z.string(),
  /** What runs first, then the latest; at most 50. */
  reparaties: z.array(Reparatie),
})
export type Reparaties = z.infer<typeof Reparaties>

export const leesReparaties = endpoint({
  method: 'GET',
  path: '/api/eenheden/:id/reparaties',
  summary:
    'The repairs of a home as the ERP knows them, running ones first. An ERP that is down is an answer, not an error.',
  recht: 'wonen.lezen',
  params: IdParams,
  response: Reparaties,
})
