import type { Insertable, Updateable } from 'kysely'
import { sql } from 'kysely'
import { explainConstraints } from '#server/platform/db/constraints.ts'
import type { Db, Tx } from '#server/platform/db/schema.ts'
import { invalid } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import type { IdentificatorRow, OrganisatieRow, PartijRow, PartijTable, PersoonRow, PersoonTable } from './tables.ts'

export function selectPartij(db: Db, id: string): Promise<PartijRow | undefined> {
  return db.selectFrom('partij').selectAll().where('id', '=', id).executeTakeFirst()
}

const byIds = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('partij')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])

export async function selectPartijen(db: Db, ids: readonly string[]): Promise<PartijRow[]> {
  return ids.length === 0 ? [] : await byIds(db, ids).execute()
}

/** Held until the end of the transaction; in the order of their ids, so that two who lock the same do not deadlock. */
export async function lockPartijen(tx: Tx, ids: readonly string[]): Promise<PartijRow[]> {
  return ids.length === 0 ? [] : await byIds(tx, ids).orderBy('id').forUpdate().execute()
}

/**
 * Keeps these partijen from being merged until the end of the transaction, without making other writers wait:
 * only `for update` of a merge conflicts with a key share.
 */
export async function holdPartijen(tx: Tx, ids: readonly string[]): Promise<PartijRow[]> {
  return ids.length === 0 ? [] : await byIds(tx, ids).orderBy('id').forKeyShare().execute()
}

export async function insertPartij(tx: Tx, row: Insertable<PartijTable>): Promise<PartijRow> {
  return await tx.insertInto('partij').values(row).returningAll().executeTakeFirstOrThrow()
}

export async function updatePartij(
  tx: Tx,
  id: string,
  now: Date,
  changes: Updateable<PartijTable>,
): Promise<PartijRow> {
  return await tx
    .updateTable('partij')
    .set({ ...changes, gewijzigd_op: now, versie: sql`versie + 1` })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

export async function insertPersoon(tx: Tx, row: Insertable<PersoonTable>): Promise<void> {
  await tx.insertInto('partij_persoon').values(row).execute()
}

export async function updatePersoon(tx: Tx, partijId: string, changes: Updateable<PersoonTable>): Promise<void> {
  await tx.updateTable('partij_persoon').set(changes).where('partij_id', '=', partijId).execute()
}

export async function selectPersonen(db: Db, partijIds: readonly string[]): Promise<PersoonRow[]> {
  if (partijIds.length === 0) return []
  return await db
    .selectFrom('partij_persoon')
    .selectAll()
    .where('partij_id', 'in', [...partijIds])
    .execute()
}

export async function insertOrganisatie(tx: Tx, partijId: string, naam: string): Promise<void> {
  await tx.insertInto('partij_organisatie').values({ partij_id: partijId, naam }).execute()
}

export async function updateOrganisatie(tx: Tx, partijId: string, naam: string): Promise<void> {
  await tx.updateTable('partij_organisatie').set({ naam }).where('partij_id', '=', partijId).execute()
}

export function selectOrganisatie(db: Db, partijId: string): Promise<OrganisatieRow | undefined> {
  return db.selectFrom('partij_organisatie').selectAll().where('partij_id', '=', partijId).executeTakeFirst()
}

export async function selectIdentificatoren(db: Db, partijId: string): Promise<IdentificatorRow[]> {
  return await db.selectFrom('partij_identificator').selectAll().where('partij_id', '=', partijId).execute()
}

/** The numbers of an organisatie, with the names and the hierarchy of the Klantinteracties API. */
export type Organisatienummers = { kvkNummer: string | null; vestigingsnummer: string | null; rsin: string | null }

/** Makes the identificatoren equal to what was given: a changed or emptied number goes. */
export async function saveIdentificatoren(tx: Tx, partijId: string, nummers: Organisatienummers): Promise<void> {
  const was = await selectIdentificatoren(tx, partijId)
  const find = (soort: string) => was.find((row) => row.code_soort_object_id === soort)
  const vestiging = find('vestigingsnummer')
  const kvk = find('kvk_nummer')
  // A vestigingsnummer hangs under its KvK-nummer, so it goes first and comes last.
  if (vestiging && (vestiging.object_id !== nummers.vestigingsnummer || kvk?.object_id !== nummers.kvkNummer)) {
    await deleteIdentificator(tx, vestiging.id)
  }
  const kvkId = await saveIdentificator(tx, partijId, 'kvk_nummer', nummers.kvkNummer, kvk)
  await saveIdentificator(tx, partijId, 'rsin', nummers.rsin, find('rsin'))
  const blijft = vestiging?.object_id === nummers.vestigingsnummer && kvk?.object_id === nummers.kvkNummer
  if (nummers.vestigingsnummer && !blijft) {
    await insertIdentificator(tx, partijId, 'vestigingsnummer', nummers.vestigingsnummer, kvkId ?? null)
  }
}

async function saveIdentificator(
  tx: Tx,
  partijId: string,
  soort: 'kvk_nummer' | 'rsin',
  waarde: string | null,
  was: IdentificatorRow | undefined,
): Promise<string | undefined> {
  if (was?.object_id === waarde) return was?.id
  if (was) await deleteIdentificator(tx, was.id)
  return waarde ? await insertIdentificator(tx, partijId, soort, waarde, null) : undefined
}

async function insertIdentificator(
  tx: Tx,
  partijId: string,
  soort: 'kvk_nummer' | 'rsin' | 'vestigingsnummer',
  waarde: string,
  subVan: string | null,
): Promise<string> {
  const id = newId()
  const insert = tx
    .insertInto('partij_identificator')
    .values({
      id,
      partij_id: partijId,
      code_objecttype: soort === 'vestigingsnummer' ? 'vestiging' : 'niet_natuurlijk_persoon',
      code_register: 'hr',
      code_soort_object_id: soort,
      object_id: waarde,
      sub_identificator_van: subVan,
    })
    .execute()
  const veld = { kvk_nummer: 'kvkNummer', rsin: 'rsin', vestigingsnummer: 'vestigingsnummer' }[soort]
  await explainConstraints(insert, {
    partij_identificator_uniek: () =>
      invalid(`organisatie.${veld}`, 'bestaat', 'Dit nummer staat al bij een andere klant. Zoek die klant eerst op.'),
  })
  return id
}

async function deleteIdentificator(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('partij_identificator').where('id', '=', id).execute()
}
