import { emit } from '#server/platform/events/emit.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { insertAfschermingen } from './store.ts'

/**
 * Hides something from a medewerker, whatever his rights: from now on it does not exist for him, in no list, search,
 * tijdlijn or event (`Actor.afgeschermd`). It is never undone: who a complaint was about stays so.
 */
export async function schermAf(
  w: WriteContext,
  input: { medewerkerId: string; objectSoort: string; objectIds: readonly string[] },
): Promise<void> {
  const { medewerkerId, objectSoort, objectIds } = input
  await insertAfschermingen(
    w.tx,
    objectIds.map((objectId) => ({
      medewerker_id: medewerkerId,
      object_id: objectId,
      object_soort: objectSoort,
      op: w.now,
    })),
  )
  // For the open streams of this person only; nobody hears it, least of all he.
  for (const objectId of objectIds) {
    await emit(w, { soort: 'medewerker.afgeschermd', onderwerpen: [], gegevens: { medewerkerId, objectId } })
  }
}
