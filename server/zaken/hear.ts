import type { Listeners } from '#server/platform/events/listeners.ts'
import { noteerVerplaatsing, verplaatst } from '#server/relaties/index.ts'
import { movePartij, type Partijkolom, partijkolommen } from './samenvoegStore.ts'

/** Zaken, and roles in zaken, follow a merged partij, and go back when the merge is undone. */
export const hear: Listeners = {
  async 'partij.samengevoegd'(w, gegevens) {
    for (const kolom of partijkolommen) {
      const ids = await movePartij(w.tx, kolom, { van: String(gegevens['bronId']), naar: String(gegevens['doelId']) })
      await noteerVerplaatsing(w, String(gegevens['samenvoegingId']), naamVan(kolom), ids)
    }
  },
  async 'partij.samenvoeging-ongedaan'(w, gegevens) {
    for (const kolom of partijkolommen) {
      const only = await verplaatst(w.db, String(gegevens['samenvoegingId']), naamVan(kolom))
      const move = { van: String(gegevens['doelId']), naar: String(gegevens['bronId']), only }
      await movePartij(w.tx, kolom, move)
    }
  },
}

const naamVan = ({ tabel, kolom }: Partijkolom) => `${tabel}.${kolom}`
