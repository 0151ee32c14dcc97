import type { Db, Tx } from '#server/platform/db/schema.ts'
import '../tables.ts'

export type InstellingRow = { sleutel: string; waarde: unknown; versie: number; gewijzigd_op: Date }

const columns = ['sleutel', 'waarde', 'versie', 'gewijzigd_op'] as const

/** Only what somebody set; a key without a row has its default. */
export function selectInstellingen(db: Db, sleutels?: readonly string[]): Promise<InstellingRow[]> {
  let query = db.selectFrom('instelling').select(columns)
  if (sleutels) query = query.where('sleutel', 'in', sleutels)
  return query.execute()
}

export function lockInstelling(tx: Tx, sleutel: string): Promise<InstellingRow | undefined> {
  return tx.selectFrom('instelling').select(columns).where('sleutel', '=', sleutel).forUpdate().executeTakeFirst()
}

/** @returns false when somebody else just made the row */
export async function insertInstelling(tx: Tx, sleutel: string, waarde: unknown, now: Date): Promise<boolean> {
  const rows = await tx
    .insertInto('instelling')
    .values({ sleutel, waarde: JSON.stringify(waarde), gewijzigd_op: now })
    .onConflict((conflict) => conflict.column('sleutel').doNothing())
    .returning('sleutel')
    .execute()
  return rows.length > 0
}

export async function updateInstelling(tx: Tx, row: InstellingRow): Promise<void> {
  await tx
    .updateTable('instelling')
    .set({ waarde: JSON.stringify(row.waarde), versie: row.versie, gewijzigd_op: row.gewijzigd_op })
    .where('sleutel', '=', row.sleutel)
    .execute()
}
