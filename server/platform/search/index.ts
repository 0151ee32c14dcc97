import './tables.ts'
import type { Db, Tx } from '../db/schema.ts'
import { toItemRow, type ZoekItem, type ZoekSoort } from './item.ts'
import { deleteItem, upsertItem, upsertItems } from './store.ts'

export type { ZoekItem, ZoekSoort } from './item.ts'
export { rebuildVocabulary } from './vocabulary.ts'
export { type ZoekScope, zoek } from './zoek.ts'

/** Makes one thing findable, or brings it up to date, in the transaction of the change itself. */
export async function indexZoekItem(tx: Tx, item: ZoekItem): Promise<void> {
  await upsertItem(tx, toItemRow(item))
}

export async function removeZoekItem(tx: Tx, soort: ZoekSoort, objectId: string): Promise<void> {
  await deleteItem(tx, soort, objectId)
}

const batch = 5000

/**
 * Bulk loads (import, demo): set-based, each thing at most once per call. Call `rebuildVocabulary` when all is in.
 * @returns how many were written
 */
export async function bulkIndexZoekItems(db: Db, items: Iterable<ZoekItem> | AsyncIterable<ZoekItem>): Promise<number> {
  let rows: ReturnType<typeof toItemRow>[] = []
  let done = 0
  async function flush() {
    if (rows.length > 0) await upsertItems(db, rows)
    done += rows.length
    rows = []
  }
  for await (const item of items) {
    rows.push(toItemRow(item))
    if (rows.length >= batch) await flush()
  }
  await flush()
  return done
}
