import type { createTeam as api } from '#contract/beheer/teams.ts'
import type { BodyOf } from '#contract/endpoint.ts'
import { emit } from '#server/platform/events/emit.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { insertTeam, type TeamRow } from './store.ts'

export async function createTeam(w: WriteContext, input: BodyOf<typeof api>): Promise<TeamRow> {
  const row: TeamRow = { id: newId(), ...input, actief: true, versie: 1 }
  await insertTeam(w.tx, row, w.now)
  await emitTeam(w, row.id)
  return row
}

/** Members hear it too: their list of teams may have changed. */
export async function emitTeam(w: WriteContext, teamId: string, medewerkerId?: string): Promise<void> {
  await emit(w, {
    soort: 'team.gewijzigd',
    onderwerpen: ['beheer', `team:${teamId}`, ...(medewerkerId ? [`medewerker:${medewerkerId}`] : [])],
    gegevens: { teamId, ...(medewerkerId && { medewerkerId }) },
  })
}
