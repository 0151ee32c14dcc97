import type { Listeners } from '#server/platform/events/listeners.ts'
import { noteerVerplaatsing, verplaatst } from '#server/relaties/index.ts'
import { moveBerichten } from './store.ts'

export const hear: Listeners = {
  async 'partij.samengevoegd'(w, gegevens) {
    const ids = await moveBerichten(w.tx, { van: String(gegevens['bronId']), naar: String(gegevens['doelId']) })
    await noteerVerplaatsing(w, String(gegevens['samenvoegingId']), 'bericht', ids)
  },
  async 'partij.samenvoeging-ongedaan'(w, gegevens) {
    const only = await verplaatst(w.db, String(gegevens['samenvoegingId']), 'bericht')
    await moveBerichten(w.tx, { van: String(gegevens['doelId']), naar: String(gegevens['bronId']), only })
  },
}
