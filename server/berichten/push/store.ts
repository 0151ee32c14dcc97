import type { Db, Tx } from '#server/platform/db/schema.ts'
import type { PushAbonnementRow } from '../tables.ts'

export async function heeftAbonnement(db: Db, partijId: string): Promise<boolean> {
  const row = await db.selectFrom('push_abonnement').select('id').where('partij_id', '=', partijId).executeTakeFirst()
  return row !== undefined
}

export async function selectAbonnementen(db: Db, partijId: string): Promise<PushAbonnementRow[]> {
  return db
    .selectFrom('push_abonnement')
    .selectAll()
    .where('partij_id', '=', partijId)
    .orderBy('gemaakt_op')
    .limit(50)
    .execute()
}

export async function countAbonnementen(db: Db, accountId: string): Promise<number> {
  const row = await db
    .selectFrom('push_abonnement')
    .select((eb) => eb.fn.countAll<number>().as('aantal'))
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow()
  return Number(row.aantal)
}

/** One device has one address: who signs in on it last, has it. */
export async function upsertAbonnement(tx: Tx, row: Omit<PushAbonnementRow, 'laatst_op'>): Promise<void> {
  const { id: _, adres: __, ...rest } = row
  await tx
    .insertInto('push_abonnement')
    .values(row)
    .onConflict((on) => on.column('adres').doUpdateSet(rest))
    .execute()
}

export async function deleteAbonnement(tx: Tx, accountId: string, adres: string): Promise<void> {
  await tx.deleteFrom('push_abonnement').where('account_id', '=', accountId).where('adres', '=', adres).execute()
}

/** The oldest make room: nobody has so many devices. */
export async function deleteOudste(tx: Tx, accountId: string, hoogstens: number): Promise<void> {
  const oud = tx
    .selectFrom('push_abonnement')
    .select('id')
    .where('account_id', '=', accountId)
    .orderBy('gemaakt_op', 'desc')
    .offset(hoogstens)
  await tx.deleteFrom('push_abonnement').where('id', 'in', oud).execute()
}

export async function deleteAbonnementenVan(tx: Tx, accountId: string): Promise<void> {
  await tx.deleteFrom('push_abonnement').where('account_id', '=', accountId).execute()
}

/** The device or its browser is gone (RFC 8030, 7.3). */
export async function deleteVerlopen(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await db.deleteFrom('push_abonnement').where('id', 'in', ids).execute()
}

export async function touchAbonnement(db: Db, id: string, now: Date): Promise<void> {
  await db.updateTable('push_abonnement').set({ laatst_op: now }).where('id', '=', id).execute()
}

export async function selectSleutel(db: Db): Promise<{ publiek: string; prive: string } | undefined> {
  return db.selectFrom('push_sleutel').select(['publiek', 'prive']).executeTakeFirst()
}

/** Two processes that start together agree on the first one's key. */
export async function insertSleutel(db: Db, row: { publiek: string; prive: string; gemaakt_op: Date }): Promise<void> {
  await db
    .insertInto('push_sleutel')
    .values(row)
    .onConflict((on) => on.doNothing())
    .execute()
}
