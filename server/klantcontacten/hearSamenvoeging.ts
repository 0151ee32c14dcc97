import type { Listeners } from '#server/platform/events/listeners.ts'
import { noteerVerplaatsing, verplaatst } from '#server/relaties/index.ts'
import { moveBetrokkenen } from './store.ts'

/** Posts follow a merged partij, and go back when the merge is undone; what came later stays where it was written. */
export const hearSamenvoeging: Listeners = {
  async 'partij.samengevoegd'(w, gegevens) {
    const ids = await moveBetrokkenen(w.tx, { van: String(gegevens['bronId']), naar: String(gegevens['doelId']) })
    await noteerVerplaatsing(w, String(gegevens['samenvoegingId']), 'betrokkene', ids)
  },
  async 'partij.samenvoeging-ongedaan'(w, gegevens) {
    const only = await verplaatst(w.db, String(gegevens['samenvoegingId']), 'betrokkene')
    await moveBetrokkenen(w.tx, { van: String(gegevens['doelId']), naar: String(gegevens['bronId']), only })
  },
}
