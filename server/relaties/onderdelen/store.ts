import type { Insertable } from 'kysely'
import type { Db, Tx } from '#server/platform/db/schema.ts'
import type { AdresTable, DigitaalAdresTable, PartijRow, RekeningnummerTable, RolRow, RolTable } from '../tables.ts'

/** A huishouden or organisatie in which the partij has a current role. */
export type InPartij = { rol: RolRow; partij: PartijRow }

/** The current roles of a partij in others, on a day; with the other partij. */
export async function selectRollenIn(db: Db, partijId: string, op: string): Promise<InPartij[]> {
  const rollen = await db
    .selectFrom('partij_rol')
    .selectAll()
    .where('partij_id', '=', partijId)
    .where('begindatum', '<=', op)
    .where((eb) => eb.or([eb('einddatum', 'is', null), eb('einddatum', '>=', op)]))
    .orderBy('begindatum')
    .execute()
  if (rollen.length === 0) return []
  const partijen = await db
    .selectFrom('partij')
    .selectAll()
    .where('id', 'in', [...new Set(rollen.map((rol) => rol.in_partij_id))])
    .execute()
  const byId = new Map(partijen.map((partij) => [partij.id, partij]))
  return rollen.flatMap((rol) => {
    const partij = byId.get(rol.in_partij_id)
    return partij ? [{ rol, partij }] : []
  })
}

export async function insertRol(tx: Tx, row: Insertable<RolTable>): Promise<void> {
  await tx.insertInto('partij_rol').values(row).execute()
}

export async function insertDigitaleAdressen(tx: Tx, rows: Insertable<DigitaalAdresTable>[]): Promise<void> {
  if (rows.length > 0) await tx.insertInto('digitaal_adres').values(rows).execute()
}

export async function insertAdressen(tx: Tx, rows: Insertable<AdresTable>[]): Promise<void> {
  if (rows.length > 0) await tx.insertInto('partij_adres').values(rows).execute()
}

export async function insertRekeningnummers(tx: Tx, rows: Insertable<RekeningnummerTable>[]): Promise<void> {
  if (rows.length > 0) await tx.insertInto('rekeningnummer').values(rows).execute()
}
