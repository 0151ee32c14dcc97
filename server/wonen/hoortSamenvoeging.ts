import type { Listeners } from '#server/platform/events/listeners.ts'
import { noteerVerplaatsing, verplaatst } from '#server/relaties/index.ts'
import { moveOvereenkomsten, removeRollen, restoreRollen, returnOvereenkomsten } from './store.ts'
import type { OvereenkomstPartijRow } from './tables.ts'

const verhuisd = 'overeenkomst_partij'
const dubbel = 'overeenkomst_partij:verwijderd'

/** Contracts follow a merged partij. A role that both had in one contract is kept once, and comes back when undone. */
export const hoortSamenvoeging: Listeners = {
  async 'partij.samengevoegd'(w, gegevens) {
    const { id, bronId, doelId } = lees(gegevens)
    const moved = await moveOvereenkomsten(w.tx, bronId, doelId)
    const gone = await removeRollen(w.tx, bronId)
    await noteerVerplaatsing(
      w,
      id,
      verhuisd,
      moved.map((row) => JSON.stringify(row)),
    )
    await noteerVerplaatsing(
      w,
      id,
      dubbel,
      gone.map((row) => JSON.stringify(row)),
    )
  },
  async 'partij.samenvoeging-ongedaan'(w, gegevens) {
    const { id, bronId, doelId } = lees(gegevens)
    const moved = (await verplaatst(w.db, id, verhuisd)).map((row) => JSON.parse(row) as OvereenkomstPartijRow)
    const gone = (await verplaatst(w.db, id, dubbel)).map((row) => JSON.parse(row) as OvereenkomstPartijRow)
    await returnOvereenkomsten(w.tx, doelId, bronId, moved)
    await restoreRollen(w.tx, gone)
  },
}

function lees(gegevens: Record<string, unknown>) {
  return {
    id: String(gegevens['samenvoegingId']),
    bronId: String(gegevens['bronId']),
    doelId: String(gegevens['doelId']),
  }
}
