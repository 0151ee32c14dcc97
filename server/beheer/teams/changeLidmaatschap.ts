import { invalid, notFound } from '#server/platform/errors.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { lockMedewerker } from '../medewerkers/store.ts'
import { emitTeam } from './createTeam.ts'
import { endAllOf, endLid, insertLid, lockTeam } from './store.ts'

/** From now on he sees and takes the work of this team. Asking twice changes nothing, so this needs no version. */
export async function addTeamlid(w: WriteContext, teamId: string, medewerkerId: string): Promise<void> {
  // Held, so that he cannot be made inactive at the same moment.
  const medewerker = await lockMedewerker(w.tx, medewerkerId)
  const team = await lockTeam(w.tx, teamId)
  if (!team || !medewerker) throw notFound()
  if (!medewerker.actief) throw invalid('medewerkerId', 'niet-actief', 'Deze medewerker is niet actief.')
  if (!team.actief) throw invalid('teamId', 'niet-actief', 'Dit team is niet actief.')
  if (await insertLid(w.tx, teamId, medewerkerId, w.now)) await record(w, teamId, medewerkerId)
}

/** Ends a membership; that he was a member stays known. */
export async function removeTeamlid(w: WriteContext, teamId: string, medewerkerId: string): Promise<void> {
  if (!(await lockTeam(w.tx, teamId))) throw notFound()
  if (await endLid(w.tx, teamId, medewerkerId, w.now)) await record(w, teamId, medewerkerId)
}

/** Who stops working here leaves every team. */
export async function endAllLidmaatschappen(w: WriteContext, medewerkerId: string): Promise<void> {
  for (const teamId of await endAllOf(w.tx, medewerkerId, w.now)) await record(w, teamId, medewerkerId)
}

async function record(w: WriteContext, teamId: string, medewerkerId: string): Promise<void> {
  await emitTeam(w, teamId, medewerkerId)
  await logVerwerking(w, {
    actie: 'wijzigen',
    doel: 'Beheer van teams',
    objectSoort: 'medewerker',
    objectId: medewerkerId,
    partijIds: [],
  })
}
