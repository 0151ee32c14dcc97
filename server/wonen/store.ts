import { type Insertable, sql, type Updateable } from 'kysely'
import type { Db, Tx } from '#server/platform/db/schema.ts'
import { newId } from '#server/platform/ids.ts'
import type { ComplexRow, EenheidRow, EenheidTable, OvereenkomstPartijRow, OvereenkomstRow } from './tables.ts'

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

export function selectComplex(db: Db, id: string): Promise<ComplexRow | undefined> {
  return db.selectFrom('complex').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function selectEenhedenVan(db: Db, complexId: string, aantal: number): Promise<EenheidRow[]> {
  return await db
    .selectFrom('eenheid')
    .selectAll()
    .where('complex_id', '=', complexId)
    .orderBy('straatnaam')
    .orderBy('huisnummer')
    .orderBy('huisletter')
    .orderBy('toevoeging')
    .limit(aantal)
    .execute()
}

export async function selectEenheidIds(db: Db, complexId: string, aantal: number): Promise<string[]> {
  const rows = await db
    .selectFrom('eenheid')
    .select('id')
    .where('complex_id', '=', complexId)
    .orderBy('id')
    .limit(aantal)
    .execute()
  return rows.map(({ id }) => id)
}

export async function selectOvereenkomstenOp(db: Db, eenheidId: string): Promise<OvereenkomstRow[]> {
  return await db
    .selectFrom('overeenkomst')
    .selectAll()
    .where('eenheid_id', '=', eenheidId)
    .orderBy('begindatum', 'desc')
    .limit(100)
    .execute()
}

export async function selectPartijenIn(db: Db, overeenkomstIds: readonly string[]): Promise<OvereenkomstPartijRow[]> {
  if (overeenkomstIds.length === 0) return []
  return await db
    .selectFrom('overeenkomst_partij')
    .selectAll()
    .where('overeenkomst_id', 'in', [...overeenkomstIds])
    .execute()
}

type Sleutel = Pick<OvereenkomstPartijRow, 'overeenkomst_id' | 'rol'>

/** Moves the roles in contracts; one that the other has already stays behind. @returns what moved */
export async function moveOvereenkomsten(tx: Tx, van: string, naar: string): Promise<Sleutel[]> {
  const moved = await sql<Sleutel>`
    update overeenkomst_partij o set partij_id = ${naar}
    where o.partij_id = ${van} and not exists (
      select from overeenkomst_partij z
      where z.partij_id = ${naar} and z.overeenkomst_id = o.overeenkomst_id and z.rol = o.rol)
    returning o.overeenkomst_id, o.rol`.execute(tx)
  return moved.rows
}

/** @returns the roles that were there, to be put back by `restoreRollen` */
export async function removeRollen(tx: Tx, partijId: string): Promise<OvereenkomstPartijRow[]> {
  return await tx.deleteFrom('overeenkomst_partij').where('partij_id', '=', partijId).returningAll().execute()
}

export async function returnOvereenkomsten(tx: Tx, van: string, naar: string, welke: Sleutel[]): Promise<void> {
  for (const { overeenkomst_id, rol } of welke) {
    await tx
      .updateTable('overeenkomst_partij')
      .set({ partij_id: naar })
      .where('partij_id', '=', van)
      .where('overeenkomst_id', '=', overeenkomst_id)
      .where('rol', '=', rol)
      .execute()
  }
}

export async function restoreRollen(tx: Tx, rows: OvereenkomstPartijRow[]): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insertInto('overeenkomst_partij')
    .values(rows)
    .onConflict((on) => on.doNothing())
    .execute()
}

export async function selectEenhedenOpCode(db: Db, codes: readonly string[]): Promise<EenheidRow[]> {
  if (codes.length === 0) return []
  return await db
    .selectFrom('eenheid')
    .selectAll()
    .where('code', 'in', [...codes])
    .execute()
}

export async function selectComplexenOpCode(db: Db, codes: readonly string[]): Promise<ComplexRow[]> {
  if (codes.length === 0) return []
  return await db
    .selectFrom('complex')
    .selectAll()
    .where('code', 'in', [...codes])
    .execute()
}

/** @returns the ids of the complexes that are new or got another name */
export async function upsertComplexen(tx: Tx, rows: readonly { code: string; naam: string }[]): Promise<string[]> {
  if (rows.length === 0) return []
  const anders = await tx
    .insertInto('complex')
    .values(rows.map(({ code, naam }) => ({ id: newId(), code, naam })))
    .onConflict((on) =>
      on
        .column('code')
        .doUpdateSet(({ ref }) => ({ naam: ref('excluded.naam') }))
        .whereRef('complex.naam', '<>', 'excluded.naam'),
    )
    .returning('id')
    .execute()
  return anders.map(({ id }) => id)
}

export async function insertEenheid(tx: Tx, row: Insertable<EenheidTable>): Promise<void> {
  await tx.insertInto('eenheid').values(row).execute()
}

export async function updateEenheid(tx: Tx, id: string, row: Updateable<EenheidTable>): Promise<void> {
  await tx.updateTable('eenheid').set(row).where('id', '=', id).execute()
}

/** They were looked at, and are as they were. */
export async function touchEenheden(tx: Tx, ids: readonly string[], op: Date): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('eenheid')
    .set({ bijgewerkt_op: op })
    .where('id', 'in', [...ids])
    .execute()
}
