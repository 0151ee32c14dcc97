import { sql } from 'kysely'
import type { Db, Tx } from '#server/platform/db/schema.ts'
import type { SamenvoegingRow } from '../tables.ts'

export function selectSamenvoeging(db: Db, id: string): Promise<SamenvoegingRow | undefined> {
  return db.selectFrom('samenvoeging').selectAll().where('id', '=', id).executeTakeFirst()
}

export function lockSamenvoeging(tx: Tx, id: string): Promise<SamenvoegingRow | undefined> {
  return tx.selectFrom('samenvoeging').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function selectSamenvoegingenVan(db: Db, partijId: string): Promise<SamenvoegingRow[]> {
  return await db
    .selectFrom('samenvoeging')
    .selectAll()
    .where((eb) => eb.or([eb('doel_id', '=', partijId), eb('bron_id', '=', partijId)]))
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
}

export async function insertSamenvoeging(
  tx: Tx,
  row: { id: string; bron_id: string; doel_id: string; medewerker_id: string; op: Date },
): Promise<void> {
  await tx
    .insertInto('samenvoeging')
    .values({ ...row, verplaatst: {} })
    .execute()
}

export async function closeSamenvoeging(tx: Tx, id: string, door: string, op: Date): Promise<SamenvoegingRow> {
  return await tx
    .updateTable('samenvoeging')
    .set({ ongedaan_op: op, ongedaan_door: door })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Adds to what moved under `soort`; earlier notes stay. */
export async function appendVerplaatst(tx: Tx, id: string, soort: string, wat: readonly unknown[]): Promise<void> {
  if (wat.length === 0) return
  await sql`
    update samenvoeging
    set verplaatst = jsonb_set(verplaatst, array[${soort}],
      coalesce(verplaatst -> ${soort}, '[]'::jsonb) || ${JSON.stringify(wat)}::jsonb)
    where id = ${id}`.execute(tx)
}
