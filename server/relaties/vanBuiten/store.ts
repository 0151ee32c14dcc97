import { type Insertable, sql, type Updateable } from 'kysely'
import type { Db, Tx } from '#server/platform/db/schema.ts'
import type { AdresRow, DigitaalAdresTable, IdentificatorTable, RekeningnummerTable } from '../tables.ts'

/** The address of one of these soorten that runs now; the first soort that there is. */
export async function selectLopendAdres(
  db: Db,
  partijId: string,
  soorten: readonly string[],
  vandaag: string,
): Promise<AdresRow | undefined> {
  const { rows } = await sql<AdresRow>`
    select * from partij_adres
    where partij_id = ${partijId} and soort = any (${[...soorten]}::text[])
      and (einddatum is null or einddatum >= ${vandaag}::date)
    order by array_position(${[...soorten]}::text[], soort), einddatum desc nulls first, id limit 1`.execute(db)
  return rows[0]
}

/** Nothing that hangs on the partij stays behind; what others keep of him refuses it. */
export async function deletePartij(tx: Tx, id: string): Promise<void> {
  await sql`
    delete from partij_identificator where partij_id = ${id}`.execute(tx)
  await sql`delete from partij_bsn where partij_id = ${id}`.execute(tx)
  await sql`delete from partij_rol where partij_id = ${id} or in_partij_id = ${id}`.execute(tx)
  await sql`delete from vertegenwoordiging where vertegenwoordiger_id = ${id} or vertegenwoordigde_id = ${id}`.execute(
    tx,
  )
  await sql`delete from digitaal_adres where partij_id = ${id}`.execute(tx)
  await sql`delete from partij_adres where partij_id = ${id}`.execute(tx)
  await sql`delete from rekeningnummer where partij_id = ${id}`.execute(tx)
  await sql`delete from signalering where partij_id = ${id}`.execute(tx)
  await sql`delete from tijdlijn_item where partij_id = ${id}`.execute(tx)
  await sql`delete from partij_organisatie where partij_id = ${id}`.execute(tx)
  await sql`delete from partij_persoon where partij_id = ${id}`.execute(tx)
  await sql`update partij_persoon set werkte_voor_partij_id = null where werkte_voor_partij_id = ${id}`.execute(tx)
  await sql`delete from partij where id = ${id}`.execute(tx)
}

/** A partij or none: the columns allow both, their types in `tables.ts` are those of a klant who has them. */
type Los<T extends { partij_id: string }> = Omit<T, 'partij_id'> & { partij_id: string | null }

export async function insertLosDigitaalAdres(
  tx: Tx,
  row: Los<Insertable<DigitaalAdresTable>> & { betrokkene_id: string | null },
): Promise<void> {
  await tx
    .insertInto('digitaal_adres')
    .values(row as Insertable<DigitaalAdresTable>)
    .execute()
}

export async function updateLosDigitaalAdres(
  tx: Tx,
  id: string,
  changes: Partial<Los<Updateable<DigitaalAdresTable> & { partij_id: string }>> & { betrokkene_id?: string | null },
): Promise<void> {
  await tx
    .updateTable('digitaal_adres')
    .set({ ...(changes as Updateable<DigitaalAdresTable>), versie: sql`versie + 1` })
    .where('id', '=', id)
    .execute()
}

export async function deleteDigitaalAdres(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('digitaal_adres').where('id', '=', id).execute()
}

export async function selectLosDigitaalAdres(
  db: Db,
  id: string,
): Promise<
  | { partij_id: string | null; betrokkene_id: string | null; soort: DigitaalAdresTable['soort']; adres: string }
  | undefined
> {
  const { rows } = await sql<{
    partij_id: string | null
    betrokkene_id: string | null
    soort: DigitaalAdresTable['soort']
    adres: string
  }>`select partij_id, betrokkene_id, soort, adres from digitaal_adres where id = ${id}`.execute(db)
  return rows[0]
}

/** The reference of an address is unique among those of its soort of one partij. */
export async function isReferentieVrij(
  db: Db,
  {
    partijId,
    soort,
    referentie,
    behalveId,
  }: { partijId: string; soort: string; referentie: string; behalveId: string },
): Promise<boolean> {
  const { rows } = await sql`
    select from digitaal_adres
    where partij_id = ${partijId} and soort = ${soort} and referentie = ${referentie} and id <> ${behalveId}
      and einddatum is null limit 1`.execute(db)
  return rows.length === 0
}

export async function detachBetrokkene(tx: Tx, betrokkeneId: string): Promise<void> {
  await sql`update digitaal_adres set betrokkene_id = null, versie = versie + 1 where betrokkene_id = ${betrokkeneId}`.execute(
    tx,
  )
}

export async function saveRekeningnummer(tx: Tx, row: Los<Insertable<RekeningnummerTable>>): Promise<void> {
  const { id, ...rest } = row
  await tx
    .insertInto('rekeningnummer')
    .values(row as Insertable<RekeningnummerTable>)
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet({ ...(rest as Updateable<RekeningnummerTable>), versie: sql`rekeningnummer.versie + 1` }),
    )
    .execute()
}

export async function deleteRekeningnummer(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('rekeningnummer').where('id', '=', id).execute()
}

export async function selectPartijVan(
  db: Db,
  tabel: 'rekeningnummer' | 'partij_identificator',
  id: string,
): Promise<string | null | undefined> {
  const { rows } = await sql<{ partij_id: string | null }>`
    select partij_id from ${sql.table(tabel)} where id = ${id}`.execute(db)
  return rows[0]?.partij_id
}

export async function saveIdentificator(tx: Tx, row: Insertable<IdentificatorTable>): Promise<void> {
  const { id, ...rest } = row
  await tx
    .insertInto('partij_identificator')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(rest))
    .execute()
}

export async function deleteIdentificator(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('partij_identificator').where('id', '=', id).execute()
}

export async function deleteVertegenwoordiging(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('vertegenwoordiging').where('id', '=', id).execute()
}
