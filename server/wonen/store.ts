import type { Db } from '#server/platform/db/schema.ts'
import type { ComplexRow, EenheidRow, OvereenkomstPartijRow, OvereenkomstRow } from './tables.ts'

export function selectEenheid(db: Db, id: string): Promise<EenheidRow | undefined> {
  return db.selectFrom('eenheid').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function selectEenheden(db: Db, ids: readonly string[]): Promise<EenheidRow[]> {
  if (ids.length === 0) return []
  return await db
    .selectFrom('eenheid')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .execute()
}

export async function selectComplexen(db: Db, ids: readonly string[]): Promise<ComplexRow[]> {
  if (ids.length === 0) return []
  return await db
    .selectFrom('complex')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .execute()
}

export async function selectRollenOp(db: Db, partijIds: readonly string[]): Promise<OvereenkomstPartijRow[]> {
  if (partijIds.length === 0) return []
  return await db
    .selectFrom('overeenkomst_partij')
    .selectAll()
    .where('partij_id', 'in', [...partijIds])
    .execute()
}

export async function selectOvereenkomsten(db: Db, ids: readonly string[]): Promise<OvereenkomstRow[]> {
  if (ids.length === 0) return []
  return await db
    .selectFrom('overeenkomst')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .execute()
}
