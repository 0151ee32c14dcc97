import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/schema.ts'

/** Where a zaak points at a partij. */
export const partijkolommen = [
  { tabel: 'zaak', kolom: 'partij_id' },
  { tabel: 'zaak', kolom: 'contactpersoon_id' },
  { tabel: 'zaak_rol', kolom: 'partij_id' },
] as const
export type Partijkolom = (typeof partijkolommen)[number]

/** @returns the ids of the rows that moved */
export async function movePartij(
  tx: Tx,
  { tabel, kolom }: Partijkolom,
  move: { van: string; naar: string; only?: readonly string[] },
): Promise<string[]> {
  const only = move.only === undefined ? sql`true` : sql`id = any(${[...move.only]}::uuid[])`
  const versie = tabel === 'zaak' ? sql`, versie = versie + 1` : sql``
  const { rows } = await sql<{ id: string }>`
    update ${sql.table(tabel)} set ${sql.ref(kolom)} = ${move.naar} ${versie}
    where ${sql.ref(kolom)} = ${move.van} and ${only}
    returning id`.execute(tx)
  return rows.map((row) => row.id)
}
