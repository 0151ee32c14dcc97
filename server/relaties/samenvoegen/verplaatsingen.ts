import type { Db } from '#server/platform/db/schema.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { appendVerplaatst, selectSamenvoeging } from './store.ts'

/**
 * For a slice that hears `partij.samengevoegd`: notes which of its rows it moved from bron to doel, so that undoing
 * moves back exactly those. `soort` is the table, or any other name of its own.
 */
export async function noteerVerplaatsing(
  w: WriteContext,
  samenvoegingId: string,
  soort: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length > 0) await appendVerplaatst(w.tx, samenvoegingId, soort, ids)
}

/** What was noted under `soort`: the rows to move back when `partij.samenvoeging-ongedaan` is heard. */
export async function verplaatst(db: Db, samenvoegingId: string, soort: string): Promise<string[]> {
  const row = await selectSamenvoeging(db, samenvoegingId)
  return (row?.verplaatst[soort] ?? []).map(String)
}
