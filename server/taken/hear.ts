import type { Listeners } from '#server/platform/events/listeners.ts'
import { noteerVerplaatsing, verplaatst } from '#server/relaties/index.ts'
import { moveTaken } from './store.ts'
import { settleBeloften } from './terugkoppeling.ts'

export const hear: Listeners = {
  /** Whoever told the customer, and from whichever screen: the promise is kept. Not when nobody answered the phone. */
  async 'klantcontact.geregistreerd'(w, { type, antwoordOp, gelukt, klantcontactId }) {
    if (type !== 'terugkoppeling' || typeof antwoordOp !== 'string' || gelukt !== true) return
    await settleBeloften(w, antwoordOp, String(klantcontactId))
  },
  async 'partij.samengevoegd'(w, gegevens) {
    const ids = await moveTaken(w.tx, { van: String(gegevens['bronId']), naar: String(gegevens['doelId']) })
    await noteerVerplaatsing(w, String(gegevens['samenvoegingId']), 'taak', ids)
  },
  async 'partij.samenvoeging-ongedaan'(w, gegevens) {
    const only = await verplaatst(w.db, String(gegevens['samenvoegingId']), 'taak')
    await moveTaken(w.tx, { van: String(gegevens['doelId']), naar: String(gegevens['bronId']), only })
  },
}
