import type { Db, Tx } from '#server/platform/db/schema.ts'
import type { OnbestelbaarRow } from '../tables.ts'

/** Which of these addresses do not work. */
export async function selectOnbestelbaar(db: Db, adressen: readonly string[]): Promise<OnbestelbaarRow[]> {
  if (adressen.length === 0) return []
  return db.selectFrom('adres_onbestelbaar').selectAll().where('adres', 'in', adressen).execute()
}

/** @returns false when it was known already */
export async function insertOnbestelbaar(tx: Tx, row: OnbestelbaarRow): Promise<boolean> {
  const rows = await tx
    .insertInto('adres_onbestelbaar')
    .values(row)
    .onConflict((on) => on.column('adres').doNothing())
    .returning('adres')
    .execute()
  return rows.length > 0
}

export async function deleteOnbestelbaar(tx: Tx, adres: string): Promise<boolean> {
  const rows = await tx.deleteFrom('adres_onbestelbaar').where('adres', '=', adres).returning('adres').execute()
  return rows.length > 0
}
