import type { Listeners } from '#server/platform/events/listeners.ts'
import { noteerVerplaatsing, verplaatst } from '#server/relaties/index.ts'
import { moveConcepten } from './store.ts'

export const hear: Listeners = {
  async 'partij.samengevoegd'(w, gegevens) {
    const ids = await moveConcepten(w.tx, { van: String(gegevens['bronId']), naar: String(gegevens['doelId']) })
    await noteerVerplaatsing(w, String(gegevens['samenvoegingId']), 'concept', ids)
  },
  async 'partij.samenvoeging-ongedaan'(w, gegevens) {
    const only = await verplaatst(w.db, String(gegevens['samenvoegingId']), 'concept')
    await moveConcepten(w.tx, { van: String(gegevens['doelId']), naar: String(gegevens['bronId']), only })
  },
}
