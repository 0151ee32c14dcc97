import { lopendeStatussen } from '#contract/zaken.ts'
import type { Listeners } from '#server/platform/events/listeners.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { findZaken } from '#server/zaken/index.ts'
import { meld } from './openStoring.ts'
import { lockLaatsteVanHoofdzaak, lockVanHoofdzaak, selectLopend, updateStoring } from './store.ts'

/** Solved is the end for who lives there, also while we still wait whether it stays so. */
async function eindig(w: WriteContext, zaakId: string): Promise<void> {
  const lopend = await lockVanHoofdzaak(w.tx, zaakId)
  if (lopend.length === 0) return
  const zaak = (await findZaken(w.db, [zaakId])).get(zaakId)
  const loopt = zaak && (lopendeStatussen as readonly string[]).includes(zaak.status) && zaak.resultaat === null
  if (loopt) return
  for (const storing of lopend) await meld(w, await updateStoring(w.tx, storing, { klaar_op: w.now }), 'wijzigen')
}

/** What seemed solved is not: who lives there must see it again, unless somebody reported the same anew meanwhile. */
async function heropen(w: WriteContext, zaakId: string): Promise<void> {
  const laatste = await lockLaatsteVanHoofdzaak(w.tx, zaakId)
  if (!laatste?.klaar_op || (await selectLopend(w.db, laatste.complex_id, laatste.soort))) return
  await meld(w, await updateStoring(w.tx, laatste, { klaar_op: null }), 'wijzigen')
}

export const hear: Listeners = {
  'zaak.gewijzigd': (w, { zaakId }) => eindig(w, String(zaakId)),
  'zaak.afgesloten': (w, { zaakId }) => eindig(w, String(zaakId)),
  'zaak.heropend': (w, { zaakId }) => heropen(w, String(zaakId)),
}
