import { emit } from '#server/platform/events/emit.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { findEenheden } from '#server/wonen/index.ts'
import type { ZaakRow } from '#server/zaken/index.ts'
import { insertStoring, selectLopend } from './store.ts'
import type { StoringRow } from './tables.ts'

/**
 * Makes it known that this zaak is about a whole complex. When such a disturbance is going on already, that one stays
 * what it is. Undefined when the zaak is about no home of a complex.
 */
export async function openStoring(
  w: WriteContext,
  hoofdzaak: ZaakRow,
  { soort, naam }: { soort: string; naam: string },
): Promise<StoringRow | undefined> {
  const eenheidId = hoofdzaak.eenheid_id
  const complexId = eenheidId ? (await findEenheden(w.db, [eenheidId])).get(eenheidId)?.complex_id : undefined
  if (!complexId) return undefined
  const storing = await insertStoring(w.tx, {
    id: newId(),
    complex_id: complexId,
    soort,
    naam,
    hoofdzaak_id: hoofdzaak.id,
    verwacht_klaar_op: null,
    begonnen_op: w.now,
    klaar_op: null,
    gewijzigd_door: w.actor.medewerkerId,
    gewijzigd_op: w.now,
  })
  if (storing) await meld(w, storing, 'toevoegen')
  return storing ?? selectLopend(w.db, complexId, soort)
}

/** Every employee hears it: whoever has a tenant of the complex on the line must see it now. */
export async function meld(w: WriteContext, storing: StoringRow, actie: 'toevoegen' | 'wijzigen'): Promise<void> {
  const { id, complex_id: complexId, versie } = storing
  await emit(w, { soort: 'storing.gewijzigd', onderwerpen: ['beheer'], gegevens: { storingId: id, complexId, versie } })
  await logVerwerking(w, { actie, doel: 'Storing in een complex', objectSoort: 'storing', objectId: id, partijIds: [] })
}
