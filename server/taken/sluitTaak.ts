import { notFound } from '#server/platform/errors.ts'
import { mag, systemActor, type WriteContext } from '#server/platform/http/context.ts'
import { changed } from './changed.ts'
import { whyNot } from './holdTaak.ts'
import { mayViewTaak } from './regels/mayTaak.ts'
import { isGesloten } from './regels/overgangen.ts'
import { lockTaak, updateTaak } from './store.ts'
import type { TaakRow } from './tables.ts'

/**
 * Closes a taak because the zaak that it is a step of went on: the step was done on the page of the zaak, or is not
 * needed any more. Who does the step may see the taak, and it is his or nobody's, or he divides the work.
 * @returns the taak, closed; when it was closed already, as it is
 */
export async function sluitTaak(
  w: WriteContext,
  id: string,
  { als, uitkomst }: { als: 'afgerond' | 'geannuleerd'; uitkomst: string },
): Promise<TaakRow> {
  const before = await lockTaak(w.tx, id)
  if (!before) throw notFound()
  if (isGesloten(before.status)) return before
  if (als === 'afgerond') await eisDatHijMag(w, before)
  const after = await updateTaak(w.tx, before, {
    status: als,
    uitkomst,
    medewerker_id: before.medewerker_id ?? (w.actor === systemActor ? null : w.actor.medewerkerId),
    afgerond_op: w.now,
    afgerond_door: w.actor.medewerkerId,
  })
  return changed(w, { event: 'taak.afgerond', soort: als, before, after, toelichting: uitkomst })
}

async function eisDatHijMag(w: WriteContext, taak: TaakRow): Promise<void> {
  if (w.actor === systemActor) return
  if (!mayViewTaak(w.actor, taak)) throw notFound()
  const isVanMij = taak.medewerker_id === null || taak.medewerker_id === w.actor.medewerkerId
  if (!mag(w.actor, 'taak.behandelen') || !(isVanMij || mag(w.actor, 'taak.verdelen'))) throw await whyNot(w, taak)
}
