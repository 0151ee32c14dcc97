import { z } from 'zod'
import { Code } from '../beheer.ts'
import { endpoint } from '../endpoint.ts'
import { Id, IdParams, Leeg, Moment, regel, tekst } from '../vormen.ts'
import { OpenWerk } from './medewerkers.ts'

const TeamInvoer = z.strictObject({ naam: regel(80, 1), omschrijving: tekst(500) })

export const Teamlid = z.object({
  medewerkerId: Id,
  naam: z.string(),
  functie: z.string(),
  sinds: Moment,
  /** Null for a current member. */
  tot: Moment.nullable(),
})
export type Teamlid = z.infer<typeof Teamlid>

export const TeamDetail = z.object({
  id: Id,
  code: z.string(),
  naam: z.string(),
  omschrijving: z.string(),
  actief: z.boolean(),
  versie: z.int(),
  /** Current members first, then who left, latest first. */
  leden: z.array(Teamlid),
  openWerk: z.array(OpenWerk),
})
export type TeamDetail = z.infer<typeof TeamDetail>

const LidParams = z.strictObject({ id: Id, medewerkerId: Id })

export const exportTeams = endpoint({
  method: 'GET',
  path: '/api/beheer/teams/export',
  summary: 'Every membership, current and former, as a CSV file.',
  recht: 'beheer.medewerkers',
  response: z.string(),
  raw: true,
})

export const getTeam = endpoint({
  method: 'GET',
  path: '/api/beheer/teams/:id',
  summary: 'One team with its members now and before.',
  recht: 'beheer.medewerkers',
  params: IdParams,
  response: TeamDetail,
})

export const createTeam = endpoint({
  method: 'POST',
  path: '/api/beheer/teams',
  summary: 'Adds a team. Its code never changes.',
  recht: 'beheer.medewerkers',
  body: TeamInvoer.extend({ code: Code }),
  response: TeamDetail,
  status: 201,
})

export const changeTeam = endpoint({
  method: 'PUT',
  path: '/api/beheer/teams/:id',
  summary: 'Changes name, description or whether the team is in use.',
  recht: 'beheer.medewerkers',
  params: IdParams,
  body: TeamInvoer.extend({ actief: z.boolean() }),
  response: TeamDetail,
  ifMatch: true,
})

export const addTeamlid = endpoint({
  method: 'PUT',
  path: '/api/beheer/teams/:id/leden/:medewerkerId',
  summary: 'Makes somebody a member from now on; asking twice changes nothing.',
  recht: 'beheer.medewerkers',
  params: LidParams,
  response: Leeg,
  status: 204,
})

export const removeTeamlid = endpoint({
  method: 'DELETE',
  path: '/api/beheer/teams/:id/leden/:medewerkerId',
  summary: 'Ends a membership now; it stays in the history.',
  recht: 'beheer.medewerkers',
  params: LidParams,
  response: Leeg,
  status: 204,
})
