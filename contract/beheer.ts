import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { BladzijdeQuery, bladzijde, Datum, Id, JaNee, regel } from './vormen.ts'

/**
 * What every employee may know of the organisation: colleagues, teams, channels, subjects and the calendar.
 * Changing them is in `beheer/`.
 */

export const kanaalIconen = [
  'telefoon',
  'email',
  'balie',
  'brief',
  'whatsapp',
  'portaal',
  'sms',
  'huisbezoek',
  'chat',
  'social',
  'bericht',
] as const
export type KanaalIcoon = (typeof kanaalIconen)[number]

/** A short technical name that never changes: files, templates and links may use it. */
export const Code = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,39}$/, 'Gebruik 2 tot 40 kleine letters, cijfers of streepjes; begin met een letter.')

export const Collega = z.object({
  id: Id,
  naam: z.string(),
  functie: z.string(),
  actief: z.boolean(),
  teamIds: z.array(Id),
})
export type Collega = z.infer<typeof Collega>

export const Team = z.object({
  id: Id,
  code: z.string(),
  naam: z.string(),
  omschrijving: z.string(),
  actief: z.boolean(),
  aantalLeden: z.int(),
})
export type Team = z.infer<typeof Team>

export const Kanaal = z.object({
  code: z.string(),
  naam: z.string(),
  /** VERA COMMUNICATIEKANAAL; null where VERA has no code, such as social media. */
  veraCode: z.string().nullable(),
  icoon: z.enum(kanaalIconen),
  volgorde: z.int(),
  actief: z.boolean(),
  versie: z.int(),
})
export type Kanaal = z.infer<typeof Kanaal>

/** A tree of two levels; parents come before their children. */
export const Onderwerp = z.object({
  id: Id,
  code: z.string(),
  naam: z.string(),
  bovenliggendId: Id.nullable(),
  volgorde: z.int(),
  /** Whether one can choose it: false as well when the subject above it is not active. */
  actief: z.boolean(),
  /** What was set for this subject itself. */
  zelfActief: z.boolean(),
  versie: z.int(),
})
export type Onderwerp = z.infer<typeof Onderwerp>

export const VrijeDag = z.object({ datum: Datum, naam: z.string(), soort: z.enum(['feestdag', 'sluitingsdag']) })
export type VrijeDag = z.infer<typeof VrijeDag>

export const listMedewerkers = endpoint({
  method: 'GET',
  path: '/api/medewerkers',
  summary: 'Colleagues by name, for lists to choose from.',
  recht: 'ingelogd',
  query: z.strictObject({
    ...BladzijdeQuery.shape,
    zoek: regel(100).optional(),
    teamId: Id.optional(),
    /** Absent: only who works here now. */
    inactief: JaNee.optional(),
  }),
  response: bladzijde(Collega),
})

export const listTeams = endpoint({
  method: 'GET',
  path: '/api/teams',
  summary: 'All teams with the number of current members.',
  recht: 'ingelogd',
  response: z.object({ rijen: z.array(Team) }),
})

export const listKanalen = endpoint({
  method: 'GET',
  path: '/api/kanalen',
  summary: 'All channels in their order; inactive ones too, because old contacts name them.',
  recht: 'ingelogd',
  response: z.object({ rijen: z.array(Kanaal) }),
})

export const listOnderwerpen = endpoint({
  method: 'GET',
  path: '/api/onderwerpen',
  summary: 'All subjects in two levels, in their order; inactive ones too, because old contacts name them.',
  recht: 'ingelogd',
  response: z.object({ rijen: z.array(Onderwerp) }),
})

export const getKalender = endpoint({
  method: 'GET',
  path: '/api/kalender',
  summary: 'The days of one year on which nobody works: Dutch holidays and own closing days.',
  recht: 'ingelogd',
  query: z.strictObject({ jaar: z.coerce.number().int().min(2000).max(2100) }),
  response: z.object({ jaar: z.int(), vrij: z.array(VrijeDag) }),
})

export const getWerkdag = endpoint({
  method: 'GET',
  path: '/api/kalender/werkdagen',
  summary: 'The day that lies a number of working days after a given day, and the free days that were skipped.',
  recht: 'ingelogd',
  query: z.strictObject({ vanaf: Datum, aantal: z.coerce.number().int().min(0).max(260) }),
  response: z.object({ datum: Datum, overgeslagen: z.array(VrijeDag) }),
})
