import { sql } from 'kysely'
import type { Db, Tx } from '#server/platform/db/schema.ts'
import { type Verplaatsing, verplaatsRijen } from '#server/relaties/index.ts'
import type { BetrokkeneRow, KlantcontactRow, KlantcontactTable, OnderwerpobjectRow, SjabloonKopie } from './tables.ts'

export type NewKlantcontact = Omit<
  KlantcontactTable,
  'nummer' | 'versie' | 'taal' | 'gelezen_op' | 'sjabloon_kopie'
> & {
  sjabloon_kopie: SjabloonKopie | null
}

export async function insertKlantcontact(tx: Tx, row: NewKlantcontact): Promise<KlantcontactRow> {
  return tx
    .insertInto('klantcontact')
    .values({ ...row, sjabloon_kopie: row.sjabloon_kopie && JSON.stringify(row.sjabloon_kopie) })
    .returningAll()
    .executeTakeFirstOrThrow()
}

export async function insertBetrokkenen(tx: Tx, rows: BetrokkeneRow[]): Promise<void> {
  if (rows.length > 0) await tx.insertInto('betrokkene').values(rows).execute()
}

export async function insertOnderwerpen(tx: Tx, klantcontactId: string, onderwerpIds: readonly string[]) {
  if (onderwerpIds.length === 0) return
  await tx
    .insertInto('klantcontact_onderwerp')
    .values([...new Set(onderwerpIds)].map((onderwerp_id) => ({ klantcontact_id: klantcontactId, onderwerp_id })))
    .execute()
}

export async function insertOnderwerpobjecten(tx: Tx, rows: OnderwerpobjectRow[]): Promise<void> {
  if (rows.length > 0) await tx.insertInto('onderwerpobject').values(rows).execute()
}

export async function selectKlantcontact(db: Db, id: string): Promise<KlantcontactRow | undefined> {
  return db.selectFrom('klantcontact').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function selectKlantcontacten(db: Db, ids: readonly string[]): Promise<KlantcontactRow[]> {
  if (ids.length === 0) return []
  return db.selectFrom('klantcontact').selectAll().where('id', 'in', ids).execute()
}

export async function selectVanGesprek(db: Db, gesprekId: string): Promise<KlantcontactRow[]> {
  return db.selectFrom('klantcontact').selectAll().where('gesprek_id', '=', gesprekId).orderBy('nummer').execute()
}

/** The whole thread around one post: up to the first question, then everything that answers it. Bounded. */
export async function selectDraad(db: Db, id: string): Promise<KlantcontactRow[]> {
  const { rows } = await sql<KlantcontactRow>`
    with recursive omhoog (id, antwoord_op, diepte) as (
      select id, antwoord_op, 0 from klantcontact where id = ${id}
      union all
      select k.id, k.antwoord_op, o.diepte + 1 from klantcontact k join omhoog o on k.id = o.antwoord_op where o.diepte < 50
    ), draad (id, diepte) as (
      (select id, 0 from omhoog order by diepte desc limit 1)
      union all
      select k.id, d.diepte + 1 from klantcontact k join draad d on k.antwoord_op = d.id where d.diepte < 50
    )
    select k.* from klantcontact k join draad on draad.id = k.id order by k.plaatsgevonden_op, k.nummer limit 200`.execute(
    db,
  )
  return rows
}

export async function selectBetrokkenen(db: Db, klantcontactIds: readonly string[]): Promise<BetrokkeneRow[]> {
  if (klantcontactIds.length === 0) return []
  return db.selectFrom('betrokkene').selectAll().where('klantcontact_id', 'in', klantcontactIds).orderBy('id').execute()
}

export async function selectOnderwerpIds(db: Db, klantcontactIds: readonly string[]) {
  if (klantcontactIds.length === 0) return []
  return db.selectFrom('klantcontact_onderwerp').selectAll().where('klantcontact_id', 'in', klantcontactIds).execute()
}

export async function selectOnderwerpobjecten(db: Db, ids: readonly string[]): Promise<OnderwerpobjectRow[]> {
  if (ids.length === 0) return []
  // What came from elsewhere and is none of our own things has only codes to show.
  return db
    .selectFrom('onderwerpobject')
    .select(['id', 'klantcontact_id', 'soort', 'object_id', 'omschrijving'])
    .where('klantcontact_id', 'in', ids)
    .where(sql<boolean>`soort <> 'extern'`)
    .orderBy('id')
    .execute()
}

/** @returns undefined when the version is not the one that was read */
export async function updatePortaal(
  tx: Tx,
  id: string,
  versie: number,
  toonInPortaal: boolean,
): Promise<KlantcontactRow | undefined> {
  return tx
    .updateTable('klantcontact')
    .set({ toon_in_portaal: toonInPortaal, versie: versie + 1 })
    .where('id', '=', id)
    .where('versie', '=', versie)
    .returningAll()
    .executeTakeFirst()
}

/** The first time counts. @returns the ids of those that were not read before */
export async function updateGelezen(tx: Tx, ids: readonly string[], now: Date): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .updateTable('klantcontact')
    .set({ gelezen_op: now })
    .where('id', 'in', ids)
    .where('gelezen_op', 'is', null)
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** @returns the ids of the betrokkenen that moved */
export const moveBetrokkenen = (tx: Tx, verplaatsing: Verplaatsing): Promise<string[]> =>
  verplaatsRijen(tx, { tabel: 'betrokkene' }, verplaatsing)
