import { z } from 'zod'
import { Code, Onderwerp } from '../beheer.ts'
import { endpoint } from '../endpoint.ts'
import { Id, IdParams, Leeg, regel } from '../vormen.ts'

const OnderwerpInvoer = z.strictObject({
  naam: regel(80, 1),
  /** Null for a subject of the first level. */
  bovenliggendId: Id.nullable(),
})

export const createOnderwerp = endpoint({
  method: 'POST',
  path: '/api/beheer/onderwerpen',
  summary: 'Adds a subject as the last of its level. Its code never changes.',
  recht: 'beheer.inrichting',
  body: OnderwerpInvoer.extend({ code: Code }),
  response: Onderwerp,
  status: 201,
})

export const changeOnderwerp = endpoint({
  method: 'PUT',
  path: '/api/beheer/onderwerpen/:id',
  summary: 'Renames or moves a subject, or takes it out of use.',
  recht: 'beheer.inrichting',
  params: IdParams,
  body: OnderwerpInvoer.extend({ actief: z.boolean() }),
  response: Onderwerp,
  ifMatch: true,
})

export const deleteOnderwerp = endpoint({
  method: 'DELETE',
  path: '/api/beheer/onderwerpen/:id',
  summary: 'Removes a subject that was never used; otherwise 409 in-gebruik.',
  recht: 'beheer.inrichting',
  params: IdParams,
  response: Leeg,
  status: 204,
  ifMatch: true,
})

export const orderOnderwerpen = endpoint({
  method: 'PUT',
  path: '/api/beheer/onderwerpen/volgorde',
  summary: 'Puts the subjects under one parent in a new order; 409 when they changed meanwhile.',
  recht: 'beheer.inrichting',
  body: z.strictObject({ bovenliggendId: Id.nullable(), ids: z.array(Id).max(500) }),
  response: z.object({ rijen: z.array(Onderwerp) }),
})
