import { sql } from 'kysely'
import type { Db, Tx } from '#server/platform/db/schema.ts'
import type { Listeners } from '#server/platform/events/listeners.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { appendVerplaatst, selectSamenvoeging } from './store.ts'

/** Rows that go from one partij to another: all of them, or `only` these. */
export type Verplaatsing = { van: string; naar: string; only?: readonly string[] }

/**
 * What a slice with a partij id in its rows hears: they follow a merged partij, and exactly those go back when the merge
 * is undone; what came later stays where it was written.
 * @param soort the table, or any other name of its own
 * @param move changes the rows, and tells which
 */
export function volgSamenvoeging(
  soort: string,
  move: (tx: Tx, verplaatsing: Verplaatsing) => Promise<readonly string[]>,
): Listeners {
  return {
    async 'partij.samengevoegd'(w, { samenvoegingId, bronId, doelId }) {
      const ids = await move(w.tx, { van: String(bronId), naar: String(doelId) })
      await noteerVerplaatsing(w, String(samenvoegingId), soort, ids)
    },
    async 'partij.samenvoeging-ongedaan'(w, { samenvoegingId, bronId, doelId }) {
      const only = await verplaatst(w.db, String(samenvoegingId), soort)
      await move(w.tx, { van: String(doelId), naar: String(bronId), only })
    },
  }
}

/**
 * The usual `move`, for the store of the slice that owns the table: gives the column the other id.
 * @param table.versie the rows have one, and a screen shows them
 * @returns the ids of the rows that moved
 */
export async function verplaatsRijen(
  tx: Tx,
  { tabel, kolom = 'partij_id', versie = false }: { tabel: string; kolom?: string; versie?: boolean },
  { van, naar, only }: Verplaatsing,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update ${sql.table(tabel)} set ${sql.ref(kolom)} = ${naar} ${versie ? sql`, versie = versie + 1` : sql``}
    where ${sql.ref(kolom)} = ${van} ${only ? sql`and id = any (${only}::uuid[])` : sql``}
    returning id`.execute(tx)
  return rows.map(({ id }) => id)
}

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
