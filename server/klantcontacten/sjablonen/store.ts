import { sql } from 'kysely'
import type { Db, Tx } from '#server/platform/db/schema.ts'
import type { SjabloonRow } from '../tables.ts'

const opNaam = sql`naam collate "und-x-icu"`

export async function findSjabloon(db: Db, id: string): Promise<SjabloonRow | undefined> {
  return db.selectFrom('sjabloon').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function findSjablonen(db: Db, ids: readonly string[]): Promise<SjabloonRow[]> {
  if (ids.length === 0) return []
  return db.selectFrom('sjabloon').selectAll().where('id', 'in', ids).execute()
}

/** A corporation has tens of templates; the limit only guards against a runaway import. */
export async function selectSjablonen(db: Db, only: 'alle' | 'actief'): Promise<SjabloonRow[]> {
  return db
    .selectFrom('sjabloon')
    .selectAll()
    .$if(only === 'actief', (query) => query.where('actief', '=', true))
    .orderBy(opNaam)
    .limit(500)
    .execute()
}

/** Also those out of use: they can be taken into use again. */
export async function selectSjablonenMetOnderwerp(db: Db, onderwerpId: string): Promise<SjabloonRow[]> {
  return db
    .selectFrom('sjabloon')
    .selectAll()
    .where(sql<boolean>`${onderwerpId}::uuid = any (onderwerp_ids)`)
    .orderBy(opNaam)
    .limit(500)
    .execute()
}

type New = Omit<SjabloonRow, 'versie' | 'gewijzigd_op'>

export async function insertSjabloon(tx: Tx, row: New): Promise<SjabloonRow> {
  return tx.insertInto('sjabloon').values(row).returningAll().executeTakeFirstOrThrow()
}

/** @returns undefined when the version is not the one that was read */
export async function replaceSjabloon(
  tx: Tx,
  id: string,
  versie: number,
  values: Omit<New, 'id'>,
  now: Date,
): Promise<SjabloonRow | undefined> {
  return tx
    .updateTable('sjabloon')
    .set({ ...values, versie: versie + 1, gewijzigd_op: now })
    .where('id', '=', id)
    .where('versie', '=', versie)
    .returningAll()
    .executeTakeFirst()
}
