import type { Db, Tx } from '#server/platform/db/schema.ts'

export async function insertAfschermingen(
  tx: Tx,
  rows: { medewerker_id: string; object_id: string; object_soort: string; op: Date }[],
): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insertInto('afscherming')
    .values(rows)
    .onConflict((on) => on.doNothing())
    .execute()
}

/** The ids of everything that is hidden from him. */
export async function selectAfgeschermd(db: Db, medewerkerId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('afscherming')
    .select('object_id')
    .where('medewerker_id', '=', medewerkerId)
    .execute()
  return rows.map((row) => row.object_id)
}

/** From whom this is hidden. */
export async function selectAfgeschermdVoor(db: Db, objectId: string): Promise<string[]> {
  const rows = await db.selectFrom('afscherming').select('medewerker_id').where('object_id', '=', objectId).execute()
  return rows.map((row) => row.medewerker_id)
}
