import type { changeMedewerker as api } from '#contract/beheer/medewerkers.ts'
import type { BodyOf } from '#contract/endpoint.ts'
import { notFound, stale } from '#server/platform/errors.ts'
import { emit } from '#server/platform/events/emit.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { endAllLidmaatschappen } from '../teams/changeLidmaatschap.ts'
import { describeMedewerker } from './describeMedewerker.ts'
import { checkGezag } from './regels.ts'
import { lockActiveWithRol, lockMedewerker, type MedewerkerRow, updateMedewerker } from './store.ts'

/**
 * Changes an employee. Who becomes inactive leaves his teams and is signed out (`aanmelden` hears the event); his name
 * stays on everything he did.
 * @throws 409 `verouderd`, 409 `laatste-beheerder`, 403 `eigen-rollen`
 */
export async function changeMedewerker(
  w: WriteContext,
  id: string,
  versie: number,
  input: BodyOf<typeof api>,
): Promise<MedewerkerRow> {
  // First the administrators, then the row: two who remove each other wait in the same order.
  const beheerders = await lockActiveWithRol(w.tx, 'functioneel-beheerder')
  const was = await lockMedewerker(w.tx, id)
  if (!was) throw notFound()
  if (was.versie !== versie) throw stale(await describeMedewerker(w.tx, was))
  const row: MedewerkerRow = { id, ...input, versie: versie + 1 }
  checkGezag(w.actor.medewerkerId, was, row, beheerders)
  await updateMedewerker(w.tx, row, w.now)
  if (was.actief && !row.actief) await endAllLidmaatschappen(w, id)
  await emit(w, {
    soort: 'medewerker.gewijzigd',
    onderwerpen: ['beheer', `medewerker:${id}`],
    gegevens: { medewerkerId: id, actief: row.actief },
  })
  await logVerwerking(w, {
    actie: 'wijzigen',
    doel: 'Beheer van medewerkers',
    objectSoort: 'medewerker',
    objectId: id,
    partijIds: [],
  })
  return row
}
