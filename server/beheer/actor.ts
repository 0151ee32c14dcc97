import { rechtenVan } from '#contract/rechten.ts'
import type { Db } from '#server/platform/db/schema.ts'
import type { Actor } from '#server/platform/http/context.ts'
import { selectAfgeschermd } from './afscherming/store.ts'
import { findMedewerker } from './medewerkers/store.ts'
import { selectTeamIdsOf } from './teams/store.ts'

/**
 * Who a signed-in medewerker is at this moment. Read at each request, so that a role, a team or a job that ends, ends
 * at once.
 * @returns undefined when he does not work here (any more)
 */
export async function actorVan(db: Db, medewerkerId: string): Promise<Actor | undefined> {
  const medewerker = await findMedewerker(db, medewerkerId)
  if (!medewerker?.actief) return undefined
  const { naam, rollen } = medewerker
  const [teamIds, afgeschermd] = [await selectTeamIdsOf(db, medewerkerId), await selectAfgeschermd(db, medewerkerId)]
  return { medewerkerId, naam, rollen, rechten: rechtenVan(rollen), teamIds, afgeschermd: new Set(afgeschermd) }
}
