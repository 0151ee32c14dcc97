import { sql } from 'kysely'
import type { Db, Tx } from '#server/platform/db/schema.ts'
import type { BetrokkeneRow, KlantcontactRow } from '../tables.ts'

export type KlantcontactWijziging = Partial<
  Pick<
    KlantcontactRow,
    | 'kanaal_code'
    | 'onderwerp'
    | 'vraag'
    | 'antwoord'
    | 'contact_gelukt'
    | 'taal'
    | 'vertrouwelijk'
    | 'plaatsgevonden_op'
    | 'direct_beantwoord'
  >
>

export async function updateKlantcontact(tx: Tx, id: string, changes: KlantcontactWijziging): Promise<KlantcontactRow> {
  return await tx
    .updateTable('klantcontact')
    .set({ ...changes, versie: sql`versie + 1` })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Everything of the contact itself; files become loose, and are removed by the clean-up job. */
export async function deleteKlantcontact(tx: Tx, id: string): Promise<void> {
  await sql`delete from betrokkene where klantcontact_id = ${id}`.execute(tx)
  await sql`delete from klantcontact_onderwerp where klantcontact_id = ${id}`.execute(tx)
  await sql`delete from onderwerpobject where klantcontact_id = ${id}`.execute(tx)
  await sql`update onderwerpobject set was_klantcontact_id = null where was_klantcontact_id = ${id}`.execute(tx)
  await sql`update bijlage set klantcontact_id = null, concept_id = null, klaar = false where klantcontact_id = ${id}`.execute(
    tx,
  )
  await sql`update klantcontact set antwoord_op = null where antwoord_op = ${id}`.execute(tx)
  await sql`delete from klantcontact where id = ${id}`.execute(tx)
}

export async function saveBetrokkene(tx: Tx, row: BetrokkeneRow): Promise<void> {
  const { id, ...rest } = row
  await tx
    .insertInto('betrokkene')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(rest))
    .execute()
}

export function selectBetrokkene(db: Db, id: string): Promise<BetrokkeneRow | undefined> {
  return db.selectFrom('betrokkene').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function deleteBetrokkene(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('betrokkene').where('id', '=', id).execute()
}

export async function deleteHuishoudens(tx: Tx, klantcontactId: string): Promise<void> {
  await tx
    .deleteFrom('betrokkene')
    .where('klantcontact_id', '=', klantcontactId)
    .where('rol', '=', 'huishouden')
    .execute()
}

export type OnderwerpobjectVanBuiten = {
  klantcontactId: string | null
  wasKlantcontactId: string | null
  /** One of our own kinds with the id it has here; otherwise `extern`, with the codes it came with. */
  soort: 'eenheid' | 'overeenkomst' | 'zaak' | 'klantcontact' | 'extern'
  objectId: string
  omschrijving: string
  codeObjecttype: string
  codeRegister: string
  codeSoortObjectId: string
}

export async function saveOnderwerpobject(tx: Tx, id: string, row: OnderwerpobjectVanBuiten): Promise<void> {
  await sql`
    insert into onderwerpobject (id, klantcontact_id, was_klantcontact_id, soort, object_id, omschrijving,
      code_objecttype, code_register, code_soort_object_id)
    values (${id}, ${row.klantcontactId}, ${row.wasKlantcontactId}, ${row.soort}, ${row.objectId}, ${row.omschrijving},
      ${row.codeObjecttype}, ${row.codeRegister}, ${row.codeSoortObjectId})
    on conflict (id) do update set klantcontact_id = excluded.klantcontact_id,
      was_klantcontact_id = excluded.was_klantcontact_id, soort = excluded.soort, object_id = excluded.object_id,
      omschrijving = excluded.omschrijving, code_objecttype = excluded.code_objecttype,
      code_register = excluded.code_register, code_soort_object_id = excluded.code_soort_object_id`.execute(tx)
}

export async function deleteOnderwerpobject(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('onderwerpobject').where('id', '=', id).execute()
}

/** What this contact answers, so that question and answer are one thread here too. */
export async function setAntwoordOp(tx: Tx, id: string, antwoordOp: string | null): Promise<void> {
  await sql`update klantcontact set antwoord_op = ${antwoordOp}, versie = versie + 1
    where id = ${id} and antwoord_op is distinct from ${antwoordOp}::uuid and id is distinct from ${antwoordOp}::uuid`.execute(
    tx,
  )
}
