import { type Insertable, sql } from 'kysely'
import type { Db, Tx } from '#server/platform/db/schema.ts'
import type { EnqueteRow, EnqueteTable } from './tables.ts'

/** @returns undefined when this zaak was asked before */
export async function insertEnquete(tx: Tx, row: Insertable<EnqueteTable>): Promise<EnqueteRow | undefined> {
  return tx
    .insertInto('enquete')
    .values(row)
    .onConflict((on) => on.column('zaak_id').doNothing())
    .returningAll()
    .executeTakeFirst()
}

export async function isUitgenodigdSinds(db: Db, partijId: string, sinds: Date): Promise<boolean> {
  const row = await db
    .selectFrom('enquete')
    .select('id')
    .where('partij_id', '=', partijId)
    .where('uitgenodigd_op', '>', sinds)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function selectByToken(db: Db, hash: string): Promise<EnqueteRow | undefined> {
  return db.selectFrom('enquete').selectAll().where('token_hash', '=', hash).executeTakeFirst()
}

export async function lockByToken(tx: Tx, hash: string): Promise<EnqueteRow | undefined> {
  return tx.selectFrom('enquete').selectAll().where('token_hash', '=', hash).forUpdate().executeTakeFirst()
}

export async function updateAntwoord(
  tx: Tx,
  id: string,
  row: Pick<EnqueteRow, 'score' | 'opgelost' | 'opmerking' | 'beantwoord_op' | 'gewijzigd_op'>,
): Promise<EnqueteRow> {
  return tx.updateTable('enquete').set(row).where('id', '=', id).returningAll().executeTakeFirstOrThrow()
}

type Periode = { zaaktype?: string | undefined; vanaf: Date | undefined; tot: Date | undefined }

export async function selectResultaten(db: Db, { zaaktype, vanaf, tot }: Periode) {
  return db
    .selectFrom('enquete')
    .select([
      'zaaktype',
      sql<string>`max(zaaktype_naam)`.as('naam'),
      sql<number>`count(*)::int`.as('uitgenodigd'),
      sql<number>`count(beantwoord_op)::int`.as('beantwoord'),
      sql<number | null>`round(avg(score), 1)::float8`.as('gemiddeld'),
      sql<number>`count(*) filter (where opgelost = false)::int`.as('nietOpgelost'),
    ])
    .$if(zaaktype !== undefined, (query) => query.where('zaaktype', '=', zaaktype ?? ''))
    .$if(vanaf !== undefined, (query) => query.where('uitgenodigd_op', '>=', vanaf ?? new Date(0)))
    .$if(tot !== undefined, (query) => query.where('uitgenodigd_op', '<', tot ?? new Date(0)))
    .groupBy('zaaktype')
    .orderBy('naam')
    .execute()
}

export async function selectOpmerkingen(db: Db, { zaaktype, vanaf, tot }: Periode, aantal: number) {
  return db
    .selectFrom('enquete')
    .selectAll()
    .where('opmerking', '<>', '')
    .$if(zaaktype !== undefined, (query) => query.where('zaaktype', '=', zaaktype ?? ''))
    .$if(vanaf !== undefined, (query) => query.where('uitgenodigd_op', '>=', vanaf ?? new Date(0)))
    .$if(tot !== undefined, (query) => query.where('uitgenodigd_op', '<', tot ?? new Date(0)))
    .orderBy('beantwoord_op', 'desc')
    .orderBy('id')
    .limit(aantal)
    .execute()
}

/** Older than what may be kept: of nobody in particular, and without what he wrote. @returns which */
export async function vergeetVoor(tx: Tx, grens: Date, aantal: number): Promise<string[]> {
  const rows = await sql<{ id: string }>`
    update enquete set partij_id = null, opmerking = '', token_hash = id::text
    where id in (select id from enquete where uitgenodigd_op < ${grens} and (partij_id is not null or opmerking <> '') limit ${aantal})
    returning id`.execute(tx)
  return rows.rows.map(({ id }) => id)
}
