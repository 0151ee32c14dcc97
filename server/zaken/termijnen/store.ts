import { sql } from 'kysely'
import type { Db, Tx } from '#server/platform/db/schema.ts'
import type { ZaakTermijnRow, ZaakTermijnTable } from '../tables.ts'

export async function insertTermijn(tx: Tx, row: Omit<ZaakTermijnTable, 'pauzedagen'>): Promise<ZaakTermijnRow> {
  return tx.insertInto('zaak_termijn').values(row).returningAll().executeTakeFirstOrThrow()
}

export async function updateTermijn(
  tx: Tx,
  id: string,
  changes: Partial<Omit<ZaakTermijnRow, 'id' | 'zaak_id'>>,
): Promise<ZaakTermijnRow> {
  return tx.updateTable('zaak_termijn').set(changes).where('id', '=', id).returningAll().executeTakeFirstOrThrow()
}

export async function selectTermijnen(db: Db, zaakId: string): Promise<ZaakTermijnRow[]> {
  return db
    .selectFrom('zaak_termijn')
    .selectAll()
    .where('zaak_id', '=', zaakId)
    .orderBy('start_op')
    .orderBy('id')
    .limit(200)
    .execute()
}

/** Of each zaak the term that counts now: what is open and ends first; one that passed and was not met comes before all. */
export async function selectEersteTermijnen(db: Db, zaakIds: readonly string[]): Promise<Map<string, ZaakTermijnRow>> {
  if (zaakIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('zaak_termijn')
    .selectAll()
    .distinctOn('zaak_id')
    .where('zaak_id', 'in', zaakIds)
    .where(openstaand)
    .orderBy('zaak_id')
    .orderBy(sql`gepauzeerd_op is not null`)
    .orderBy('uiterste_op')
    .orderBy('id')
    .execute()
  return new Map(rows.map((row) => [row.zaak_id, row]))
}

export const openstaand = sql<boolean>`(zaak_termijn.status = 'loopt' or (zaak_termijn.status = 'overschreden' and zaak_termijn.gehaald_op is null))`
