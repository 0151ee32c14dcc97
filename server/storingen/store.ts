import type { Insertable } from 'kysely'
import type { Db, Tx } from '#server/platform/db/schema.ts'
import type { StoringRow, StoringTable } from './tables.ts'

/** @returns undefined when one of this kind is going on in the complex already */
export async function insertStoring(tx: Tx, row: Insertable<StoringTable>): Promise<StoringRow | undefined> {
  return tx
    .insertInto('storing')
    .values(row)
    .onConflict((on) => on.columns(['complex_id', 'soort']).where('klaar_op', 'is', null).doNothing())
    .returningAll()
    .executeTakeFirst()
}

export async function selectLopende(db: Db, complexIds: readonly string[] | undefined): Promise<StoringRow[]> {
  if (complexIds?.length === 0) return []
  return db
    .selectFrom('storing')
    .selectAll()
    .where('klaar_op', 'is', null)
    .$if(complexIds !== undefined, (query) => query.where('complex_id', 'in', complexIds ?? []))
    .orderBy('begonnen_op')
    .orderBy('id')
    .limit(200)
    .execute()
}

export async function selectLopend(db: Db, complexId: string, soort: string): Promise<StoringRow | undefined> {
  return db
    .selectFrom('storing')
    .selectAll()
    .where('complex_id', '=', complexId)
    .where('soort', '=', soort)
    .where('klaar_op', 'is', null)
    .executeTakeFirst()
}

export async function lockStoring(tx: Tx, id: string): Promise<StoringRow | undefined> {
  return tx.selectFrom('storing').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function lockVanHoofdzaak(tx: Tx, hoofdzaakId: string): Promise<StoringRow[]> {
  return tx
    .selectFrom('storing')
    .selectAll()
    .where('hoofdzaak_id', '=', hoofdzaakId)
    .where('klaar_op', 'is', null)
    .forUpdate()
    .execute()
}

export async function lockLaatsteVanHoofdzaak(tx: Tx, hoofdzaakId: string): Promise<StoringRow | undefined> {
  return tx
    .selectFrom('storing')
    .selectAll()
    .where('hoofdzaak_id', '=', hoofdzaakId)
    .orderBy('begonnen_op', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
}

/** Call with a row that is held: nobody else can have changed it. */
export async function updateStoring(
  tx: Tx,
  before: StoringRow,
  changes: Partial<Omit<StoringRow, 'id' | 'versie'>>,
): Promise<StoringRow> {
  return tx
    .updateTable('storing')
    .set({ ...changes, versie: before.versie + 1 })
    .where('id', '=', before.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}
