import { emit } from '#server/platform/events/emit.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { insertAfschermingen, selectAfgeschermdVoor } from './store.ts'

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

/** What is made about something that is hidden, is hidden with it: a taak of a zaak, a message, a document. */
export async function erfAfscherming(
  w: WriteContext,
  input: { van: readonly (string | null)[]; objectSoort: string; objectId: string },
): Promise<void> {
  const medewerkerIds = new Set<string>()
  for (const id of input.van) if (id) for (const each of await selectAfgeschermdVoor(w.db, id)) medewerkerIds.add(each)
  for (const medewerkerId of medewerkerIds)
    await schermAf(w, { medewerkerId, objectSoort: input.objectSoort, objectIds: [input.objectId] })
}
