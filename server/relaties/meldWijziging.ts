import { emit } from '#server/platform/events/emit.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { indexPartij } from './indexPartij.ts'

/** Event, log line and search: the three things that follow every change of a partij. */
export async function meldWijziging(
  w: WriteContext,
  partijId: string,
  soort: 'partij.aangemaakt' | 'partij.gewijzigd' = 'partij.gewijzigd',
): Promise<void> {
  await logVerwerking(w, {
    actie: soort === 'partij.aangemaakt' ? 'toevoegen' : 'wijzigen',
    doel: 'Klantgegevens bijhouden',
    objectSoort: 'partij',
    objectId: partijId,
    partijIds: [partijId],
  })
  await indexPartij(w, partijId)
  await emit(w, { soort, onderwerpen: [`partij:${partijId}`], gegevens: { partijId } })
}
