import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { rollen } from '../rechten.ts'
import { BladzijdeQuery, bladzijde, Id, IdParams, JaNee, Moment, regel } from '../vormen.ts'

export const MedewerkerInvoer = z.strictObject({
  naam: regel(120, 1),
  /** Signing in goes by it; upper and lower case are the same. */
  email: regel(200, 1).pipe(z.email('Vul een e-mailadres in, zoals naam@organisatie.nl.')),
  functie: regel(120),
  telefoon: regel(30)
    .nullable()
    .transform((text) => text || null),
  rollen: z
    .array(z.enum(rollen, 'Deze rol bestaat niet.'))
    .transform((gekozen) => rollen.filter((rol) => gekozen.includes(rol))),
})

/** Work that would stay behind; told by the slices that own it. */
export const OpenWerk = z.object({ soort: z.string(), aantal: z.int() })
export type OpenWerk = z.infer<typeof OpenWerk>

const Lidmaatschap = z.object({ teamId: Id, naam: z.string(), sinds: Moment, tot: Moment.nullable() })

export const Medewerker = z.object({
  id: Id,
  naam: z.string(),
  email: z.string(),
  functie: z.string(),
  telefoon: z.string().nullable(),
  rollen: z.array(z.enum(rollen)),
  actief: z.boolean(),
  versie: z.int(),
})
export type Medewerker = z.infer<typeof Medewerker>

export const MedewerkerDetail = Medewerker.extend({
  /** Current ones first. */
  lidmaatschappen: z.array(Lidmaatschap),
  openWerk: z.array(OpenWerk),
})
export type MedewerkerDetail = z.infer<typeof MedewerkerDetail>

const MedewerkersFilter = z.strictObject({
  zoek: regel(100).optional(),
  rol: z.enum(rollen).optional(),
  teamId: Id.optional(),
  actief: JaNee.optional(),
})

export const listMedewerkers = endpoint({
  method: 'GET',
  path: '/api/beheer/medewerkers',
  summary: 'Employees with their roles and teams, by name.',
  recht: 'beheer.medewerkers',
  query: z.strictObject({ ...MedewerkersFilter.shape, ...BladzijdeQuery.shape }),
  response: bladzijde(Medewerker.extend({ teamIds: z.array(Id) })),
})

export const exportMedewerkers = endpoint({
  method: 'GET',
  path: '/api/beheer/medewerkers/export',
  summary: 'The employees of the same filter as a CSV file.',
  recht: 'beheer.medewerkers',
  query: MedewerkersFilter,
  response: z.string(),
  raw: true,
})

export const getMedewerker = endpoint({
  method: 'GET',
  path: '/api/beheer/medewerkers/:id',
  summary: 'One employee with team history and open work.',
  recht: 'beheer.medewerkers',
  params: IdParams,
  response: MedewerkerDetail,
})

export const createMedewerker = endpoint({
  method: 'POST',
  path: '/api/beheer/medewerkers',
  summary: 'Adds an employee. Signing in is arranged apart.',
  recht: 'beheer.medewerkers',
  body: MedewerkerInvoer,
  response: MedewerkerDetail,
  status: 201,
})

export const changeMedewerker = endpoint({
  method: 'PUT',
  path: '/api/beheer/medewerkers/:id',
  summary: 'Changes an employee. Deactivating ends team memberships and sessions; history stays.',
  recht: 'beheer.medewerkers',
  params: IdParams,
  body: MedewerkerInvoer.extend({ actief: z.boolean() }),
  response: MedewerkerDetail,
  ifMatch: true,
})
