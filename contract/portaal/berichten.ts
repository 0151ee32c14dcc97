import { z } from 'zod'
import { BladzijdeQuery, bladzijde, Id, IdParams, Moment } from '../vormen.ts'
import { Namens, portaalEndpoint } from './endpoint.ts'

const kop = {
  id: Id,
  onderwerp: z.string(),
  op: Moment,
  /** By which way we told him of it; "portaal": only here. */
  kanaal: z.enum(['email', 'sms', 'push', 'brief', 'portaal']),
  /** A decision or confirmation, to be kept. */
  formeel: z.boolean(),
  zaakId: Id.nullable(),
  /** When it was opened here for the first time. */
  gelezenOp: Moment.nullable(),
}

export const Postrij = z.object({ ...kop, begin: z.string(), bijlagen: z.int() })
export type Postrij = z.infer<typeof Postrij>

export const Poststuk = z.object({
  ...kop,
  tekst: z.string(),
  /** Safe HTML, made of Markdown by the server. */
  html: z.string(),
  taal: z.string(),
  bijlagen: z.array(z.object({ nummer: z.int(), bestandsnaam: z.string(), mediatype: z.string(), omvang: z.int() })),
})
export type Poststuk = z.infer<typeof Poststuk>

export const listPost = portaalEndpoint({
  method: 'GET',
  path: '/api/portaal/berichten',
  summary: 'Every message that we sent this customer, by whatever way, the latest first',
  recht: 'klant',
  query: Namens.extend(BladzijdeQuery.shape),
  response: bladzijde(Postrij).extend({ ongelezen: z.int() }),
})

export const getPost = portaalEndpoint({
  method: 'GET',
  path: '/api/portaal/berichten/:id',
  summary: 'One message, to be read here',
  recht: 'klant',
  params: IdParams,
  query: Namens,
  response: Poststuk,
})

export const leesPost = portaalEndpoint({
  method: 'POST',
  path: '/api/portaal/berichten/:id/gelezen',
  summary: 'The customer has this message on his screen: the first moment is kept for the employee',
  recht: 'klant',
  params: IdParams,
  query: Namens,
  response: z.object({ gelezenOp: Moment, ongelezen: z.int() }),
})

export const downloadPostbijlage = portaalEndpoint({
  method: 'GET',
  path: '/api/portaal/berichten/:id/bijlagen/:nummer',
  summary: 'A file that came with a message, counted from 1',
  recht: 'klant',
  params: IdParams.extend({ nummer: z.coerce.number().int().min(1).max(20) }),
  query: Namens,
  response: z.string(),
  raw: true,
})
