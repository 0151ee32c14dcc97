import './tables.ts'
import { type Late, writeLate } from '../db/pending.ts'
import type { Db } from '../db/schema.ts'
import type { WriteContext } from '../http/context.ts'
import { toItemRow, type ZoekItem, type ZoekSoort } from './item.ts'
import { deleteItems, upsertItems, upsertItemsMetWoorden } from './store.ts'

export type { ZoekItem, ZoekSoort } from './item.ts'
export { rebuildVocabulary } from './vocabulary.ts'
export { type ZoekScope, zoek } from './zoek.ts'

/** Makes one thing findable, or brings it up to date, in the transaction of the change itself: as it was left last. */
export async function indexZoekItem(w: WriteContext, item: ZoekItem): Promise<void> {
  await writeLate(w, changes, { soort: item.soort, objectId: item.objectId, item })
}

export async function removeZoekItem(w: WriteContext, soort: ZoekSoort, objectId: string): Promise<void> {
  await writeLate(w, changes, { soort, objectId, item: undefined })
}

const changes: Late<{ soort: ZoekSoort; objectId: string; item: ZoekItem | undefined }> = {
  rang: 2,
  async write({ tx }, gegeven) {
    // In one order, so that two who write the same things do not wait for each other.
    const laatste = [...new Map(gegeven.map((each) => [`${each.soort}:${each.objectId}`, each]))]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, each]) => each)
    const erin = laatste.flatMap(({ item }) => (item ? [toItemRow(item)] : []))
    const eruit = laatste.filter(({ item }) => !item)
    if (erin.length > 0) await upsertItemsMetWoorden(tx, erin)
    if (eruit.length > 0) await deleteItems(tx, eruit)
  },
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
