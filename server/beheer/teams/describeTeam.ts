import type { TeamDetail } from '#contract/beheer/teams.ts'
import type { Db } from '#server/platform/db/schema.ts'
import { openWerkVan } from '../openWerk.ts'
import { presentTeamlid } from './present.ts'
import { listLeden, type TeamRow } from './store.ts'

/** The team as the administrator sees it: with its members now and before, and what it has in hand. */
export async function describeTeam(db: Db, row: TeamRow): Promise<TeamDetail> {
  const leden = await listLeden(db, row.id)
  return { ...row, leden: leden.map(presentTeamlid), openWerk: await openWerkVan(db, { teamId: row.id }) }
}
