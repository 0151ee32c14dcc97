import { lopendeStatussen } from '#contract/zaken.ts'
import type { Listeners } from '#server/platform/events/listeners.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { findZaken } from '#server/zaken/index.ts'
import { meld } from './openStoring.ts'
import { lockVanHoofdzaak, updateStoring } from './store.ts'

/** Solved is the end for who lives there, also while we still wait whether it stays so. */
async function eindig(w: WriteContext, zaakId: string): Promise<void> {
  const lopend = await lockVanHoofdzaak(w.tx, zaakId)
  if (lopend.length === 0) return
  const zaak = (await findZaken(w.db, [zaakId])).get(zaakId)
  const loopt = zaak && (lopendeStatussen as readonly string[]).includes(zaak.status) && zaak.resultaat === null
  if (loopt) return
  for (const storing of lopend) await meld(w, await updateStoring(w.tx, storing, { klaar_op: w.now }), 'wijzigen')
}

export const hear: Listeners = {
  'zaak.gewijzigd': (w, { zaakId }) => eindig(w, String(zaakId)),
  'zaak.afgesloten': (w, { zaakId }) => eindig(w, String(zaakId)),
}
