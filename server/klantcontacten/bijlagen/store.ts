import type { Db, Tx } from '#server/platform/db/schema.ts'
import type { BijlageRow, BijlageTable } from '../tables.ts'

export async function insertBijlage(tx: Tx, row: Omit<BijlageTable, 'aangemaakt_op'> & { aangemaakt_op: Date }) {
  await tx.insertInto('bijlage').values(row).execute()
}

export async function markKlaar(
  tx: Tx,
  id: string,
  known: Pick<BijlageRow, 'mediatype' | 'onveilig' | 'omvang' | 'sha256'>,
): Promise<BijlageRow> {
  return tx
    .updateTable('bijlage')
    .set({ ...known, klaar: true })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

export async function findBijlage(db: Db, id: string): Promise<BijlageRow | undefined> {
  return db.selectFrom('bijlage').selectAll().where('id', '=', id).where('klaar', '=', true).executeTakeFirst()
}

/** By id, as far as they arrived. */
export async function selectBijlagen(db: Db, ids: readonly string[]): Promise<BijlageRow[]> {
  if (ids.length === 0) return []
  return db.selectFrom('bijlage').selectAll().where('id', 'in', ids).where('klaar', '=', true).execute()
}

/** Files of a running contact that hang on no post yet, in the order of upload. */
export async function selectLosseBijlagen(db: Db, conceptId: string): Promise<BijlageRow[]> {
  return db
    .selectFrom('bijlage')
    .selectAll()
    .where('concept_id', '=', conceptId)
    .where('klantcontact_id', 'is', null)
    .where('klaar', '=', true)
    .orderBy('id')
    .limit(200)
    .execute()
}

export async function selectBijlagenVan(db: Db, klantcontactIds: readonly string[]): Promise<BijlageRow[]> {
  if (klantcontactIds.length === 0) return []
  return db.selectFrom('bijlage').selectAll().where('klantcontact_id', 'in', klantcontactIds).orderBy('id').execute()
}

/** Hangs files of this concept on a post. A file of another concept is never moved (A26). */
export async function attachBijlagen(tx: Tx, conceptId: string, klantcontactId: string, ids: readonly string[]) {
  if (ids.length === 0) return
  await tx
    .updateTable('bijlage')
    .set({ klantcontact_id: klantcontactId })
    .where('concept_id', '=', conceptId)
    .where('klantcontact_id', 'is', null)
    .where('klaar', '=', true)
    .where('id', 'in', ids)
    .execute()
}

/** Cuts files loose from their concept: the clean-up job removes them. */
export async function abandonBijlagen(tx: Tx, where: { conceptId: string } | { id: string }): Promise<void> {
  await tx
    .updateTable('bijlage')
    .set({ klaar: false, concept_id: null })
    .where('klantcontact_id', 'is', null)
    .where('conceptId' in where ? 'concept_id' : 'id', '=', 'conceptId' in where ? where.conceptId : where.id)
    .execute()
}

/** Files nobody can reach any more: abandoned, or an upload that never ended. */
export async function selectWezen(db: Db, before: Date): Promise<{ id: string; opslagsleutel: string }[]> {
  return db
    .selectFrom('bijlage')
    .select(['id', 'opslagsleutel'])
    .where('klantcontact_id', 'is', null)
    .where('klaar', '=', false)
    .where('aangemaakt_op', '<', before)
    .orderBy('aangemaakt_op')
    .limit(500)
    .execute()
}

export async function deleteWees(tx: Tx, id: string): Promise<void> {
  await tx
    .deleteFrom('bijlage')
    .where('id', '=', id)
    .where('klaar', '=', false)
    .where('klantcontact_id', 'is', null)
    .execute()
}
