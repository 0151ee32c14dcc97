import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { ProcesParams } from './processen.ts'
import { Datum, TeamKort } from './vormen.ts'
import { TermijnSoort } from './zaken.ts'

/** A period of whole days, both counted; default the last thirteen weeks. At most two years. */
const Periode = z.strictObject({ van: Datum.optional(), tot: Datum.optional() })

export const listInzichtprocessen = endpoint({
  method: 'GET',
  path: '/api/inzicht',
  summary: 'The processes of which there are figures, with what runs of each now',
  recht: 'proces.inzicht',
  response: z.object({ rijen: z.array(z.object({ proces: z.string(), naam: z.string(), lopend: z.int() })) }),
})

export const Inzichtweek = z.object({
  /** Its Monday. */
  week: z.string(),
  begonnen: z.int(),
  afgerond: z.int(),
})
export type Inzichtweek = z.infer<typeof Inzichtweek>

export const Inzichttermijn = z.object({
  soort: TermijnSoort,
  naam: z.string(),
  gehaald: z.int(),
  teLaat: z.int(),
  /** Running, and not late yet. */
  loopt: z.int(),
})
export type Inzichttermijn = z.infer<typeof Inzichttermijn>

export const Inzichtwacht = z.object({
  element: z.string(),
  naam: z.string(),
  aantal: z.int(),
  /** Days that they wait already. */
  mediaan: z.number(),
  langste: z.number(),
})
export type Inzichtwacht = z.infer<typeof Inzichtwacht>

export const Inzichtteam = z.object({
  team: TeamKort.nullable(),
  begonnen: z.int(),
  afgerond: z.int(),
  lopend: z.int(),
  heropend: z.int(),
  /** Days, of what was finished; null when nothing was. */
  mediaan: z.number().nullable(),
})
export type Inzichtteam = z.infer<typeof Inzichtteam>

export const Procesinzicht = z.object({
  proces: z.string(),
  naam: z.string(),
  van: z.string(),
  tot: z.string(),
  /** The version in force, to draw the figures in. */
  bpmn: z.string(),
  begonnen: z.int(),
  afgerond: z.int(),
  lopend: z.int(),
  heropend: z.int(),
  /** Days from beginning to end, of what ended in the period; null when nothing did. */
  doorlooptijd: z.object({ mediaan: z.number().nullable(), p90: z.number().nullable() }),
  weken: z.array(Inzichtweek),
  termijnen: z.array(Inzichttermijn),
  wacht: z.array(Inzichtwacht),
  teams: z.array(Inzichtteam),
})
export type Procesinzicht = z.infer<typeof Procesinzicht>

export const getProcesinzicht = endpoint({
  method: 'GET',
  path: '/api/inzicht/:proces',
  summary: 'How a process goes: what came in and was finished, how long it took, terms, and where cases wait now',
  recht: 'proces.inzicht',
  params: ProcesParams,
  query: Periode,
  response: Procesinzicht,
})

export const inzichttabellen = ['weken', 'termijnen', 'wacht', 'teams'] as const
export type Inzichttabel = (typeof inzichttabellen)[number]

export const exportProcesinzicht = endpoint({
  method: 'GET',
  path: '/api/inzicht/:proces/export',
  summary: 'One table of these figures as CSV',
  recht: 'proces.inzicht',
  params: ProcesParams,
  query: Periode.extend({ tabel: z.enum(inzichttabellen) }),
  response: z.string(),
  raw: true,
})
