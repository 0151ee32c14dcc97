import { conflict, forbidden, stale } from '#server/platform/errors.ts'
import { emit } from '#server/platform/events/emit.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { audience, changed } from './changed.ts'
import { eisLopend, holdZaak } from './holdZaak.ts'
import { presentZaak } from './presentZaak.ts'
import { magZaakBehandelen } from './regels/magZaak.ts'
import { voegRolToe } from './rollen.ts'
import { selectBeklaagden, selectDeelzaken, updateZaak } from './store.ts'
import type { ZaakRow } from './tables.ts'

/**
 * Makes it a deelzaak: many reports of one disturbance hang under the first. One level deep, as ZGW has it (zrc-013).
 * @throws 409 `hoofdzaak` when either of the two stands in the way of that
 */
export async function koppelAanHoofdzaak(w: WriteContext, zaakId: string, hoofdzaakId: string): Promise<ZaakRow> {
  // In the order of their ids: of two that are tied to each other at once, none waits for the other for ever.
  for (const id of [zaakId, hoofdzaakId].sort()) await holdZaak(w, id)
  const [zaak, hoofdzaak] = [await holdZaak(w, zaakId), await holdZaak(w, hoofdzaakId)]
  if (zaak.hoofdzaak_id === hoofdzaak.id) return zaak
  const after = await koppel(w, zaak, hoofdzaak)
  return changed(w, { event: 'zaak.gewijzigd', before: zaak, after, wat: 'gekoppeld aan hoofdzaak' })
}

/**
 * An employee saw that it is something else: it goes its own way again, and its process hears so.
 * @throws 404, 403, 409 `verouderd`, 409 `gesloten` when it does not run any more
 */
export async function maakLos(w: WriteContext, zaakId: string, versie: number): Promise<ZaakRow> {
  const before = await holdZaak(w, zaakId)
  if (!magZaakBehandelen(w.actor, before)) throw forbidden()
  if (before.versie !== versie) throw stale(await presentZaak(w, before))
  const { hoofdzaak_id: hoofdzaakId } = before
  if (!hoofdzaakId) return before
  const after = await ontkoppelVanHoofdzaak(w, zaakId)
  await emit(w, { soort: 'zaak.losgekoppeld', onderwerpen: audience(after), gegevens: { zaakId, hoofdzaakId } })
  return after
}

/**
 * It hangs under nothing any more. Nothing when it did not.
 * @throws 404, 409 `gesloten` when it does not run any more
 */
export async function ontkoppelVanHoofdzaak(w: WriteContext, zaakId: string): Promise<ZaakRow> {
  const before = await holdZaak(w, zaakId)
  eisLopend(before)
  if (!before.hoofdzaak_id) return before
  const after = await updateZaak(w.tx, before, { hoofdzaak_id: null, gewijzigd_op: w.now })
  return changed(w, { event: 'zaak.gewijzigd', before, after, wat: 'losgekoppeld van hoofdzaak' })
}

export async function koppel(w: WriteContext, zaak: ZaakRow, hoofdzaak: ZaakRow): Promise<ZaakRow> {
  if (zaak.id === hoofdzaak.id) throw conflict('hoofdzaak', 'Een zaak kan niet onder zichzelf hangen.')
  if (hoofdzaak.hoofdzaak_id !== null)
    throw conflict('hoofdzaak', `Zaak ${hoofdzaak.nummer} hangt zelf onder een andere zaak. Kies die.`)
  if ((await selectDeelzaken(w.db, zaak.id)).length > 0)
    throw conflict('hoofdzaak', `Onder zaak ${zaak.nummer} hangen zelf zaken. Koppel die eerst aan de andere zaak.`)
  // Who may not know of the whole may not know of its parts.
  for (const medewerkerId of await selectBeklaagden(w.db, hoofdzaak.id))
    await voegRolToe(w, zaak, { rol: 'beklaagde', medewerkerId })
  return updateZaak(w.tx, zaak, { hoofdzaak_id: hoofdzaak.id, gewijzigd_op: w.now })
}
