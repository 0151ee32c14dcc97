import { z } from 'zod'
import { Code } from '../beheer.ts'
import { endpoint } from '../endpoint.ts'
import { Datum, Leeg, regel } from '../vormen.ts'

const Tijd = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'Vul een tijd in als 08:30.')

/** One stretch in which people can reach us; a lunch break is two of them. */
export const Openingsblok = z.strictObject({
  /** Monday is 1, Sunday is 7. */
  weekdag: z.int().min(1).max(7),
  van: Tijd,
  tot: Tijd,
})
export type Openingsblok = z.infer<typeof Openingsblok>

export const Rooster = z.object({
  /** `algemeen`, or the code of a kanaal with hours of its own. */
  code: z.string(),
  blokken: z.array(Openingsblok),
  /** 0 when nothing was set yet; to be sent in If-Match all the same. */
  versie: z.int(),
})
export type Rooster = z.infer<typeof Rooster>

export const Sluitingsdag = z.object({ datum: Datum, naam: z.string(), versie: z.int() })
export type Sluitingsdag = z.infer<typeof Sluitingsdag>

const RoosterParams = z.strictObject({ code: Code })
const DagParams = z.strictObject({ datum: Datum })

export const listOpeningstijden = endpoint({
  method: 'GET',
  path: '/api/beheer/openingstijden',
  summary: 'The general week, and the week of each channel that has its own.',
  recht: 'beheer.inrichting',
  response: z.object({ rijen: z.array(Rooster) }),
})

export const changeOpeningstijden = endpoint({
  method: 'PUT',
  path: '/api/beheer/openingstijden/:code',
  summary: 'Replaces one week of opening hours.',
  recht: 'beheer.inrichting',
  params: RoosterParams,
  body: z.strictObject({ blokken: z.array(Openingsblok).max(70) }),
  response: Rooster,
  ifMatch: true,
})

export const deleteOpeningstijden = endpoint({
  method: 'DELETE',
  path: '/api/beheer/openingstijden/:code',
  summary: 'Lets a channel follow the general opening hours again.',
  recht: 'beheer.inrichting',
  params: RoosterParams,
  response: Leeg,
  status: 204,
  ifMatch: true,
})

export const listSluitingsdagen = endpoint({
  method: 'GET',
  path: '/api/beheer/sluitingsdagen',
  summary: 'Own closing days of one year.',
  recht: 'beheer.inrichting',
  query: z.strictObject({ jaar: z.coerce.number().int().min(2000).max(2100) }),
  response: z.object({ rijen: z.array(Sluitingsdag) }),
})

export const createSluitingsdag = endpoint({
  method: 'POST',
  path: '/api/beheer/sluitingsdagen',
  summary: 'Adds a closing day.',
  recht: 'beheer.inrichting',
  body: z.strictObject({ datum: Datum, naam: regel(60, 1) }),
  response: Sluitingsdag,
  status: 201,
})

export const changeSluitingsdag = endpoint({
  method: 'PUT',
  path: '/api/beheer/sluitingsdagen/:datum',
  summary: 'Renames a closing day.',
  recht: 'beheer.inrichting',
  params: DagParams,
  body: z.strictObject({ naam: regel(60, 1) }),
  response: Sluitingsdag,
  ifMatch: true,
})

export const deleteSluitingsdag = endpoint({
  method: 'DELETE',
  path: '/api/beheer/sluitingsdagen/:datum',
  summary: 'Removes a closing day.',
  recht: 'beheer.inrichting',
  params: DagParams,
  response: Leeg,
  status: 204,
  ifMatch: true,
})
