import type { Db, Tx } from '#server/platform/db/schema.ts'

export async function insertAfmelding(
  db: Db,
  row: { token_hash: string; bericht_id: string; gemaakt_op: Date },
): Promise<void> {
  await db.insertInto('bericht_afmelding').values(row).execute()
}

/** Whose message it was, and what for. */
export async function selectAfmelding(db: Db, hash: string) {
  return db
    .selectFrom('bericht_afmelding as a')
    .innerJoin('bericht as b', 'b.id', 'a.bericht_id')
    .select(['b.id', 'b.partij_id', 'b.doel', 'b.leestaal', 'a.gemaakt_op', 'a.gebruikt_op'])
    .where('a.token_hash', '=', hash)
    .executeTakeFirst()
}

export async function updateGebruikt(tx: Tx, hash: string, now: Date): Promise<void> {
  await tx.updateTable('bericht_afmelding').set({ gebruikt_op: now }).where('token_hash', '=', hash).execute()
}

export async function deleteOudeAfmeldingen(db: Db, grens: Date): Promise<void> {
  await db.deleteFrom('bericht_afmelding').where('gemaakt_op', '<', grens).execute()
}
