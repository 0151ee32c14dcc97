import { emit } from '#server/platform/events/emit.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { updateGelezen } from './store.ts'

/**
 * The klant has these posts on his screen: the first moment is kept, and who wrote them hears it at once. The caller
 * decided that he may see them.
 * @param partijId whose posts they are
 */
export async function markGelezen(w: WriteContext, ids: readonly string[], partijId: string): Promise<void> {
  for (const klantcontactId of await updateGelezen(w.tx, ids, w.now)) {
    await emit(w, {
      soort: 'klantcontact.gewijzigd',
      onderwerpen: [`partij:${partijId}`],
      gegevens: { klantcontactId, gelezen: true },
    })
  }
}
