import { sql } from 'kysely'
import type { Db, Tx } from '#server/platform/db/schema.ts'
import type { SamenvoegingRow } from '../tables.ts'

export function selectSamenvoeging(db: Db, id: string): Promise<SamenvoegingRow | undefined> {
  return db.selectFrom('samenvoeging').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Adds to what moved under `soort`; earlier notes stay. */
export async function appendVerplaatst(tx: Tx, id: string, soort: string, wat: readonly unknown[]): Promise<void> {
  await sql`
    update samenvoeging
    set verplaatst = jsonb_set(verplaatst, array[${soort}],
      coalesce(verplaatst -> ${soort}, '[]'::jsonb) || ${JSON.stringify(wat)}::jsonb)
    where id = ${id}`.execute(tx)
}
