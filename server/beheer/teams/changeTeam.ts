import type { changeTeam as api } from '#contract/beheer/teams.ts'
import type { BodyOf } from '#contract/endpoint.ts'
import { notFound, stale } from '#server/platform/errors.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { emitTeam } from './createTeam.ts'
import { describeTeam } from './describeTeam.ts'
import { lockTeam, type TeamRow, updateTeam } from './store.ts'

/**
 * Changes a team. One that is not active gets no new work; what it has, its members finish.
 * @throws 409 `verouderd`
 */
export async function changeTeam(
  w: WriteContext,
  id: string,
  versie: number,
  input: BodyOf<typeof api>,
): Promise<TeamRow> {
  const was = await lockTeam(w.tx, id)
  if (!was) throw notFound()
  if (was.versie !== versie) throw stale(await describeTeam(w.tx, was))
  const row: TeamRow = { ...was, ...input, versie: versie + 1 }
  await updateTeam(w.tx, row, w.now)
  await emitTeam(w, id)
  return row
}
