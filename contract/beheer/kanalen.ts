import { z } from 'zod'
import { Code, Kanaal, kanaalIconen } from '../beheer.ts'
import { endpoint } from '../endpoint.ts'
import { Leeg, regel } from '../vormen.ts'

const VeraCode = regel(3)
  .transform((text) => text.toUpperCase())
  .pipe(z.string().regex(/^([A-Z]{3})?$/, 'Een VERA-code heeft drie letters, zoals TEL.'))
  .nullable()
  .transform((text) => text || null)

const KanaalInvoer = z.strictObject({
  naam: regel(60, 1),
  /** VERA COMMUNICATIEKANAAL; empty where VERA has none. */
  veraCode: VeraCode,
  icoon: z.enum(kanaalIconen, 'Kies een pictogram uit de lijst.'),
})

/** Words of our own addresses cannot be a channel too. */
const NieuweCode = Code.refine((code) => code !== 'algemeen' && code !== 'volgorde', {
  message: 'Deze code is al in gebruik door Rondom zelf. Kies een andere.',
})

const KanaalParams = z.strictObject({ code: Code })

export const createKanaal = endpoint({
  method: 'POST',
  path: '/api/beheer/kanalen',
  summary: 'Adds a channel at the end of the list. Its code never changes.',
  recht: 'beheer.inrichting',
  body: KanaalInvoer.extend({ code: NieuweCode }),
  response: Kanaal,
  status: 201,
})

export const changeKanaal = endpoint({
  method: 'PUT',
  path: '/api/beheer/kanalen/:code',
  summary: 'Changes a channel or takes it out of use.',
  recht: 'beheer.inrichting',
  params: KanaalParams,
  body: KanaalInvoer.extend({ actief: z.boolean() }),
  response: Kanaal,
  ifMatch: true,
})

export const deleteKanaal = endpoint({
  method: 'DELETE',
  path: '/api/beheer/kanalen/:code',
  summary: 'Removes a channel that was never used; otherwise 409 in-gebruik.',
  recht: 'beheer.inrichting',
  params: KanaalParams,
  response: Leeg,
  status: 204,
  ifMatch: true,
})

export const orderKanalen = endpoint({
  method: 'PUT',
  path: '/api/beheer/kanalen/volgorde',
  summary: 'Puts all channels in a new order; 409 when the list changed meanwhile.',
  recht: 'beheer.inrichting',
  body: z.strictObject({ codes: z.array(Code).max(200) }),
  response: z.object({ rijen: z.array(Kanaal) }),
})
