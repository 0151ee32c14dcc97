import { sql } from 'kysely'
import type { Db, Tx } from '#server/platform/db/schema.ts'
import type { ErpPeilingRow } from './tables.ts'

/** The name of the row that says how far the orders were read. */
export const ordersPeiling = 'onderhoudsorders'

export async function selectPeiling(db: Db, naam: string): Promise<ErpPeilingRow | undefined> {
  return await db.selectFrom('erp_peiling').selectAll().where('naam', '=', naam).executeTakeFirst()
}

/** The cursor, with its row locked: who holds it is the only one that handles what came after it. */
export async function lockCursor(tx: Tx, naam: string): Promise<string | null> {
  await tx
    .insertInto('erp_peiling')
    .values({ naam })
    .onConflict((on) => on.doNothing())
    .execute()
  const row = await tx
    .selectFrom('erp_peiling')
    .select('cursor')
    .where('naam', '=', naam)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return row.cursor
}

export async function updateGelukt(tx: Tx, naam: string, cursor: string, op: Date): Promise<void> {
  await tx
    .updateTable('erp_peiling')
    .set({ cursor, gelukt_op: op, mislukt_sinds: null, melding: '' })
    .where('naam', '=', naam)
    .execute()
}

export async function upsertMislukt(tx: Tx, naam: string, melding: string, op: Date): Promise<void> {
  await tx
    .insertInto('erp_peiling')
    .values({ naam, mislukt_sinds: op, melding })
    .onConflict((on) =>
      on.column('naam').doUpdateSet({
        mislukt_sinds: sql`coalesce(erp_peiling.mislukt_sinds, ${op})`,
        melding,
      }),
    )
    .execute()
}

type Order = { orderId: string; vingerafdruk: string; afgelopen: boolean }

/** @returns the ids of the orders that differ from what was known */
export async function upsertOrders(tx: Tx, orders: readonly Order[], op: Date): Promise<Set<string>> {
  if (orders.length === 0) return new Set()
  const rows = await tx
    .insertInto('erp_order')
    .values(
      orders.map(({ orderId, vingerafdruk, afgelopen }) => ({
        order_id: orderId,
        vingerafdruk,
        afgelopen,
        gewijzigd_op: op,
      })),
    )
    .onConflict((on) =>
      on
        .column('order_id')
        .doUpdateSet(({ ref }) => ({
          vingerafdruk: ref('excluded.vingerafdruk'),
          afgelopen: ref('excluded.afgelopen'),
          gewijzigd_op: ref('excluded.gewijzigd_op'),
        }))
        .whereRef('erp_order.vingerafdruk', '<>', 'excluded.vingerafdruk'),
    )
    .returning('order_id')
    .execute()
  return new Set(rows.map(({ order_id }) => order_id))
}

export async function deleteAfgelopen(db: Db, voor: Date): Promise<void> {
  await db.deleteFrom('erp_order').where('afgelopen', '=', true).where('gewijzigd_op', '<', voor).execute()
}
