import { type Insertable, sql } from 'kysely'
import { explainConstraints } from '#server/platform/db/constraints.ts'
import type { Db, Tables, Tx } from '#server/platform/db/schema.ts'
import { veldfout } from '../fouten.ts'

type Eigen = 'ki_categorie' | 'ki_categorie_relatie' | 'ki_bijlage' | 'ki_actor' | 'ki_actor_klantcontact'

export async function deleteRow(tx: Tx, tabel: Eigen, id: string): Promise<void> {
  await sql`delete from ${sql.table(tabel)} where id = ${id}`.execute(tx)
}

export async function selectCategorieen(db: Db, ids: readonly string[]) {
  if (ids.length === 0) return []
  return await db
    .selectFrom('ki_categorie')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute()
}

export async function saveCategorie(tx: Tx, row: Tables['ki_categorie']): Promise<void> {
  await tx
    .insertInto('ki_categorie')
    .values(row)
    .onConflict((on) => on.column('id').doUpdateSet({ naam: row.naam }))
    .execute()
}

export async function selectCategorieRelaties(db: Db, ids: readonly string[]) {
  if (ids.length === 0) return []
  return await db
    .selectFrom('ki_categorie_relatie as r')
    .leftJoin('ki_categorie as c', 'c.id', 'r.categorie_id')
    .select(['r.id', 'r.partij_id', 'r.categorie_id', 'r.begindatum', 'r.einddatum', 'c.naam'])
    .where('r.id', 'in', [...ids])
    .execute()
}

export async function saveCategorieRelatie(tx: Tx, row: Tables['ki_categorie_relatie']): Promise<void> {
  const { id: _, ...rest } = row
  await tx
    .insertInto('ki_categorie_relatie')
    .values(row)
    .onConflict((on) => on.column('id').doUpdateSet(rest))
    .execute()
}

export async function saveBijlage(tx: Tx, row: Tables['ki_bijlage']): Promise<void> {
  const { id: _, ...rest } = row
  await tx
    .insertInto('ki_bijlage')
    .values(row)
    .onConflict((on) => on.column('id').doUpdateSet(rest))
    .execute()
}

export async function saveActor(tx: Tx, row: Insertable<Tables['ki_actor']>): Promise<void> {
  const { id: _, ...rest } = row
  const kolommen = { ...rest, identificatie: sql<Record<string, unknown>>`${JSON.stringify(row.identificatie)}::jsonb` }
  await tx
    .insertInto('ki_actor')
    .values({ id: row.id, ...kolommen })
    .onConflict((on) => on.column('id').doUpdateSet(kolommen))
    .execute()
}

export async function deleteActor(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('ki_actor_klantcontact').where('actor_id', '=', id).execute()
  await tx.deleteFrom('ki_taak_actor').where('actor_id', '=', id).execute()
  await tx.deleteFrom('ki_actor').where('id', '=', id).execute()
}

export async function saveActorKlantcontact(tx: Tx, row: Tables['ki_actor_klantcontact']): Promise<void> {
  const { id: _, ...rest } = row
  const save = tx
    .insertInto('ki_actor_klantcontact')
    .values(row)
    .onConflict((on) => on.column('id').doUpdateSet(rest))
    .execute()
  await explainConstraints(save, { ki_actor_klantcontact_paar: dubbelPaar })
}
export const dubbelPaar = () => veldfout('nonFieldErrors', 'unique', 'Deze actor is al aan dit klantcontact gekoppeld.')

export async function replaceTaakActoren(
  tx: Tx,
  taakId: string,
  actoren: readonly string[],
  bij: { team_id: string; medewerker_id: string | null },
): Promise<void> {
  await tx.deleteFrom('ki_taak_actor').where('taak_id', '=', taakId).execute()
  if (actoren.length === 0) return
  await tx
    .insertInto('ki_taak_actor')
    .values(actoren.map((actor_id, volgorde) => ({ taak_id: taakId, actor_id, volgorde, ...bij })))
    .execute()
}
