import { sql } from 'kysely'
import type { Db, Tx } from '#server/platform/db/schema.ts'
import { verplaatsRijen, volgSamenvoeging } from '#server/relaties/index.ts'
import type { AanbodRow, AdreswijzigingRow, ExportRow } from './tables.ts'

export async function insertAdreswijziging(
  tx: Tx,
  row: Omit<AdreswijzigingRow, 'code' | 'fout'>,
): Promise<AdreswijzigingRow> {
  return tx.insertInto('portaal_adreswijziging').values(row).returningAll().executeTakeFirstOrThrow()
}

export function selectAdreswijziging(db: Db, id: string): Promise<AdreswijzigingRow | undefined> {
  return db.selectFrom('portaal_adreswijziging').selectAll().where('id', '=', id).executeTakeFirst()
}

/** How many codes were asked for lately, by this account or for this address. */
export async function countAdreswijzigingen(db: Db, accountId: string, aan: string, sinds: Date): Promise<number> {
  const { aantal } = await db
    .selectFrom('portaal_adreswijziging')
    .select(({ fn }) => fn.countAll<string>().as('aantal'))
    .where((eb) => eb.or([eb('account_id', '=', accountId), eb('aan', '=', aan)]))
    .where('gemaakt_op', '>', sinds)
    .executeTakeFirstOrThrow()
  return Number(aantal)
}

/** In the moment in which it is sent. @returns undefined when nobody waits for it any more */
export function updateCode(tx: Tx, id: string, code: Buffer, now: Date): Promise<AdreswijzigingRow | undefined> {
  return tx
    .updateTable('portaal_adreswijziging')
    .set({ code, fout: 0 })
    .where('id', '=', id)
    .where('geldig_tot', '>', now)
    .returningAll()
    .executeTakeFirst()
}

/** Counts the try in the statement that looks: a hundred at once get no more than the limit. */
export function takePoging(
  tx: Tx,
  welk: { id: string; accountId: string; partijId: string },
  hoogstens: number,
  now: Date,
): Promise<AdreswijzigingRow | undefined> {
  return tx
    .updateTable('portaal_adreswijziging')
    .set((eb) => ({ fout: eb('fout', '+', 1) }))
    .where('id', '=', welk.id)
    .where('account_id', '=', welk.accountId)
    .where('partij_id', '=', welk.partijId)
    .where('geldig_tot', '>', now)
    .where('fout', '<', hoogstens)
    .returningAll()
    .executeTakeFirst()
}

export async function deleteAdreswijziging(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('portaal_adreswijziging').where('id', '=', id).execute()
}

/** The address that he signs in with. */
export async function selectInlogadres(db: Db, partijId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('klant_account')
    .select('email')
    .where('partij_id', '=', partijId)
    .where('status', '=', 'actief')
    .executeTakeFirst()
  return row?.email ?? undefined
}

/** What he proved to be his own: the address that he signs in with, and those that were checked. */
export async function selectEigenAdressen(db: Db, partijId: string, op: string): Promise<string[]> {
  const { rows } = await sql<{ email: string }>`
    select email from klant_account where partij_id = ${partijId} and status = 'actief' and email is not null
    union
    select genormaliseerd from digitaal_adres
    where partij_id = ${partijId} and soort = 'email' and verificatie_datum is not null
      and (einddatum is null or einddatum >= ${op}::date)`.execute(db)
  return rows.map(({ email }) => email)
}

export async function insertAanbod(tx: Tx, row: AanbodRow): Promise<void> {
  await tx.insertInto('portaal_aanbod').values(row).execute()
}

export function selectAanbodVan(db: Db, vanId: string, now: Date): Promise<AanbodRow[]> {
  return db
    .selectFrom('portaal_aanbod')
    .selectAll()
    .where('van_id', '=', vanId)
    .where('geldig_tot', '>', now)
    .orderBy('gemaakt_op')
    .limit(50)
    .execute()
}

export function selectAanbodAan(db: Db, emails: readonly string[], now: Date): Promise<AanbodRow[]> {
  if (emails.length === 0) return Promise.resolve([])
  return db
    .selectFrom('portaal_aanbod')
    .selectAll()
    .where('email', 'in', emails)
    .where('geldig_tot', '>', now)
    .orderBy('gemaakt_op')
    .limit(50)
    .execute()
}

/** Held until the end of the transaction: who takes it and who takes it back at once, come after each other. */
export function lockAanbod(tx: Tx, id: string): Promise<AanbodRow | undefined> {
  return tx.selectFrom('portaal_aanbod').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function deleteAanbod(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('portaal_aanbod').where('id', '=', id).execute()
}

export async function insertExport(
  tx: Tx,
  row: Pick<ExportRow, 'id' | 'partij_id' | 'account_id' | 'gevraagd_op' | 'geldig_tot'>,
): Promise<ExportRow> {
  return tx.insertInto('portaal_export').values(row).returningAll().executeTakeFirstOrThrow()
}

export function selectExport(db: Db, id: string): Promise<ExportRow | undefined> {
  return db.selectFrom('portaal_export').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Only for who asked: another account of the same person, or one with a mandate, asks for his own. */
export function selectExports(db: Db, partijId: string, accountId: string, now: Date): Promise<ExportRow[]> {
  return db
    .selectFrom('portaal_export')
    .selectAll()
    .where('partij_id', '=', partijId)
    .where('account_id', '=', accountId)
    .where('geldig_tot', '>', now)
    .orderBy('gevraagd_op', 'desc')
    .limit(20)
    .execute()
}

export async function updateExport(
  tx: Tx,
  id: string,
  changes: Partial<Pick<ExportRow, 'status' | 'opslagsleutel' | 'omvang' | 'geldig_tot'>>,
): Promise<void> {
  await tx.updateTable('portaal_export').set(changes).where('id', '=', id).execute()
}

export function selectVerlopenExports(db: Db, now: Date): Promise<ExportRow[]> {
  return db.selectFrom('portaal_export').selectAll().where('geldig_tot', '<=', now).limit(500).execute()
}

export async function deleteExport(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('portaal_export').where('id', '=', id).execute()
}

/** Codes and offers that are over and explain nothing any more. */
export async function deleteVerlopen(tx: Tx, now: Date): Promise<void> {
  await tx.deleteFrom('portaal_aanbod').where('geldig_tot', '<=', now).execute()
  // Kept for a day: they count for who asks for codes without end.
  await sql`delete from portaal_adreswijziging where geldig_tot < ${now}::timestamptz - interval '1 day'`.execute(tx)
}

/** What follows a merged customer. */
export const volgKlant = [
  volgSamenvoeging('portaal_adreswijziging', (tx, move) =>
    verplaatsRijen(tx, { tabel: 'portaal_adreswijziging' }, move),
  ),
  volgSamenvoeging('portaal_aanbod', (tx, move) =>
    verplaatsRijen(tx, { tabel: 'portaal_aanbod', kolom: 'van_id' }, move),
  ),
  volgSamenvoeging('portaal_export', (tx, move) => verplaatsRijen(tx, { tabel: 'portaal_export' }, move)),
]
