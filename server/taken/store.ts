import type { Db, Tx } from '#server/platform/db/schema.ts'
import { newId } from '#server/platform/ids.ts'
import { type Verplaatsing, verplaatsRijen } from '#server/relaties/index.ts'
import type { Stand, TaakHistorieRow, TaakNotitieRow, TaakRow, TaakTable } from './tables.ts'

export async function insertTaak(tx: Tx, row: Omit<TaakTable, 'nummer' | 'versie'>): Promise<TaakRow> {
  return tx.insertInto('taak').values(row).returningAll().executeTakeFirstOrThrow()
}

export async function selectTaak(db: Db, id: string): Promise<TaakRow | undefined> {
  return db.selectFrom('taak').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The row, held until the end of the transaction. */
export async function lockTaak(tx: Tx, id: string): Promise<TaakRow | undefined> {
  return tx.selectFrom('taak').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** Call with the row of `lockTaak`: nobody else can have changed it. */
export async function updateTaak(
  tx: Tx,
  before: TaakRow,
  changes: Partial<Omit<TaakRow, 'id' | 'nummer' | 'versie'>>,
): Promise<TaakRow> {
  return tx
    .updateTable('taak')
    .set({ ...changes, versie: before.versie + 1 })
    .where('id', '=', before.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/**
 * The whole race in one statement: of all who try at once, PostgreSQL lets exactly one find it free.
 * @returns undefined for everybody else
 */
export async function claimIfFree(tx: Tx, id: string, medewerkerId: string, now: Date): Promise<TaakRow | undefined> {
  return tx
    .updateTable('taak')
    .set((eb) => ({
      medewerker_id: medewerkerId,
      status: 'in_uitvoering',
      opgepakt_op: now,
      versie: eb('versie', '+', 1),
    }))
    .where('id', '=', id)
    .where('status', '=', 'niet_gestart')
    .where((eb) => eb.or([eb('medewerker_id', 'is', null), eb('medewerker_id', '=', medewerkerId)]))
    .returningAll()
    .executeTakeFirst()
}

export async function insertNotitie(tx: Tx, row: TaakNotitieRow): Promise<void> {
  await tx.insertInto('taak_notitie').values(row).execute()
}

export async function selectNotities(db: Db, taakId: string): Promise<TaakNotitieRow[]> {
  return db
    .selectFrom('taak_notitie')
    .selectAll()
    .where('taak_id', '=', taakId)
    .orderBy('op')
    .orderBy('id')
    .limit(500)
    .execute()
}

type NewHistorie = Pick<TaakHistorieRow, 'taak_id' | 'soort' | 'toelichting' | 'medewerker_id' | 'op'> & {
  van: Stand
  naar: Stand
}

export async function insertHistorie(tx: Tx, { van, naar, ...row }: NewHistorie): Promise<void> {
  await tx
    .insertInto('taak_historie')
    .values({ ...row, id: newId(), van: JSON.stringify(van), naar: JSON.stringify(naar) })
    .execute()
}

export async function selectHistorie(db: Db, taakId: string): Promise<TaakHistorieRow[]> {
  return db
    .selectFrom('taak_historie')
    .selectAll()
    .where('taak_id', '=', taakId)
    .orderBy('op')
    .orderBy('id')
    .limit(500)
    .execute()
}

export async function selectTakenVan(db: Db, klantcontactIds: readonly string[]): Promise<TaakRow[]> {
  if (klantcontactIds.length === 0) return []
  return db.selectFrom('taak').selectAll().where('klantcontact_id', 'in', klantcontactIds).orderBy('nummer').execute()
}

/** By id; unknown ids are absent. */
export async function selectTaken(db: Db, ids: readonly string[]): Promise<Map<string, TaakRow>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('taak').selectAll().where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** The steps of a zaak, oldest first; at most two hundred. */
export async function selectTakenVanZaak(db: Db, zaakId: string): Promise<TaakRow[]> {
  return db.selectFrom('taak').selectAll().where('zaak_id', '=', zaakId).orderBy('aangemaakt_op').limit(200).execute()
}

/** Promises made at these posts and not kept yet; held, because they are about to be kept. */
export async function lockOpenBeloften(tx: Tx, klantcontactIds: readonly string[]): Promise<TaakRow[]> {
  if (klantcontactIds.length === 0) return []
  return tx
    .selectFrom('taak')
    .selectAll()
    .where('klantcontact_id', 'in', klantcontactIds)
    .where('belofte', '=', true)
    .where('belofte_ingelost_op', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** @returns the ids of the taken that moved */
export const moveTaken = (tx: Tx, verplaatsing: Verplaatsing): Promise<string[]> =>
  verplaatsRijen(tx, { tabel: 'taak', versie: true }, verplaatsing)
