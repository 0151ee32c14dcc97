import { sql } from 'kysely'
import type { Db, Tx } from '#server/platform/db/schema.ts'
import type { Actor } from '#server/platform/http/context.ts'
import type {
  ZaakDocumentRow,
  ZaakDocumentTable,
  ZaakEigenschapRow,
  ZaakEigenschapTable,
  ZaakRolRow,
  ZaakRolTable,
  ZaakRow,
  ZaakStatusTable,
  ZaakTable,
} from './tables.ts'
import { zichtbaarVoor } from './zichtbaar.ts'

/** The number is unique over the years; the year in front is for people. */
export async function insertZaak(
  tx: Tx,
  row: Omit<ZaakTable, 'nummer' | 'versie' | 'zgw' | 'stap' | 'stap_sinds'>,
  jaar: string,
): Promise<ZaakRow> {
  return tx
    .insertInto('zaak')
    .values({ ...row, nummer: sql<string>`${`Z${jaar}-`}::text || nextval('zaaknummer')` })
    .returningAll()
    .executeTakeFirstOrThrow()
}

export async function selectZaak(db: Db, id: string): Promise<ZaakRow | undefined> {
  return db.selectFrom('zaak').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function selectZaken(db: Db, ids: readonly string[]): Promise<ZaakRow[]> {
  if (ids.length === 0) return []
  return db.selectFrom('zaak').selectAll().where('id', 'in', ids).execute()
}

/** The row, held until the end of the transaction. */
export async function lockZaak(tx: Tx, id: string): Promise<ZaakRow | undefined> {
  return tx.selectFrom('zaak').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** Call with the row of `lockZaak`: nobody else can have changed it. */
export async function updateZaak(
  tx: Tx,
  before: ZaakRow,
  changes: Partial<Omit<ZaakRow, 'id' | 'nummer' | 'versie' | 'zgw'>>,
): Promise<ZaakRow> {
  return tx
    .updateTable('zaak')
    .set({ ...changes, versie: before.versie + 1 })
    .where('id', '=', before.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

export async function updateStap(tx: Tx, id: string, stap: string, sinds: Date | null): Promise<void> {
  await tx.updateTable('zaak').set({ stap, stap_sinds: sinds }).where('id', '=', id).execute()
}

export async function selectDeelzaken(db: Db, hoofdzaakId: string): Promise<ZaakRow[]> {
  return db
    .selectFrom('zaak')
    .selectAll()
    .where('hoofdzaak_id', '=', hoofdzaakId)
    .orderBy('ontvangen_op', 'desc')
    .limit(200)
    .execute()
}

export async function countDeelzaken(db: Db, hoofdzaakIds: readonly string[]): Promise<Map<string, number>> {
  if (hoofdzaakIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('zaak')
    .select(['hoofdzaak_id', sql<number>`count(*)::int`.as('aantal')])
    .where('hoofdzaak_id', 'in', hoofdzaakIds)
    .where('status', '<>', 'GEA')
    .groupBy('hoofdzaak_id')
    .execute()
  return new Map(rows.map(({ hoofdzaak_id, aantal }) => [hoofdzaak_id ?? '', aantal]))
}

/** Page by page, in the order of their ids: of a tower block there may be hundreds. */
export async function selectDeelzaakIds(db: Db, hoofdzaakId: string, na: string, aantal: number): Promise<string[]> {
  const rows = await db
    .selectFrom('zaak')
    .select('id')
    .where('hoofdzaak_id', '=', hoofdzaakId)
    .where('id', '>', na)
    .orderBy('id')
    .limit(aantal)
    .execute()
  return rows.map(({ id }) => id)
}

/**
 * Running, of the same kind, with the same fact, in one of these homes, and not itself; as far as this actor may see.
 * In the order in which they got the fact: what is first here is first for everybody, also of those that came at once.
 */
export async function selectGelijke(
  db: Db,
  actor: Actor,
  gelijk: {
    zaak: ZaakRow
    kenmerk: { naam: string; waarde: string }
    eenheidIds: readonly string[]
    sinds: Date
  },
): Promise<ZaakRow[]> {
  if (gelijk.eenheidIds.length === 0) return []
  return db
    .selectFrom('zaak')
    .innerJoin('zaak_eigenschap', 'zaak_eigenschap.zaak_id', 'zaak.id')
    .selectAll('zaak')
    .where('zaak_eigenschap.naam', '=', gelijk.kenmerk.naam)
    .where('zaak_eigenschap.waarde', '=', gelijk.kenmerk.waarde)
    .where('zaaktype', '=', gelijk.zaak.zaaktype)
    .where('zaak.id', '<>', gelijk.zaak.id)
    .where('status', 'in', ['AAN', 'INB', 'INU'])
    .where('resultaat', 'is', null)
    .where('ontvangen_op', '>=', gelijk.sinds)
    .where('eenheid_id', 'in', gelijk.eenheidIds)
    .where(zichtbaarVoor(actor))
    .orderBy('zaak_eigenschap.id')
    .limit(50)
    .execute()
}

export async function insertStatus(tx: Tx, row: ZaakStatusTable): Promise<void> {
  await tx.insertInto('zaak_status').values(row).execute()
}

export async function selectStatussen(db: Db, zaakId: string): Promise<ZaakStatusTable[]> {
  return db
    .selectFrom('zaak_status')
    .selectAll()
    .where('zaak_id', '=', zaakId)
    .orderBy('op', 'desc')
    .orderBy('id', 'desc')
    .limit(500)
    .execute()
}

export async function insertRol(tx: Tx, row: Omit<ZaakRolTable, 'indicatie_machtiging'>): Promise<ZaakRolRow> {
  return tx.insertInto('zaak_rol').values(row).returningAll().executeTakeFirstOrThrow()
}

export async function selectRollen(db: Db, zaakId: string): Promise<ZaakRolRow[]> {
  return db.selectFrom('zaak_rol').selectAll().where('zaak_id', '=', zaakId).orderBy('id').limit(200).execute()
}

/** Who may never see this zaak. */
export async function selectBeklaagden(db: Db, zaakId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('zaak_rol')
    .select('medewerker_id')
    .where('zaak_id', '=', zaakId)
    .where('rol', '=', 'beklaagde')
    .where('medewerker_id', 'is not', null)
    .execute()
  return rows.flatMap((row) => row.medewerker_id ?? [])
}

export async function upsertEigenschap(tx: Tx, row: ZaakEigenschapTable): Promise<void> {
  await tx
    .insertInto('zaak_eigenschap')
    .values(row)
    .onConflict((on) =>
      on.columns(['zaak_id', 'naam']).doUpdateSet({
        label: row.label,
        waarde: row.waarde,
        gewijzigd_op: row.gewijzigd_op,
      }),
    )
    .execute()
}

export async function selectEigenschappen(db: Db, zaakId: string): Promise<ZaakEigenschapRow[]> {
  return db.selectFrom('zaak_eigenschap').selectAll().where('zaak_id', '=', zaakId).orderBy('id').limit(500).execute()
}

export async function insertDocument(tx: Tx, row: ZaakDocumentTable): Promise<ZaakDocumentRow> {
  return tx.insertInto('zaak_document').values(row).returningAll().executeTakeFirstOrThrow()
}

export async function selectDocumenten(db: Db, zaakId: string): Promise<ZaakDocumentRow[]> {
  return db
    .selectFrom('zaak_document')
    .selectAll()
    .where('zaak_id', '=', zaakId)
    .orderBy('op', 'desc')
    .orderBy('id', 'desc')
    .limit(500)
    .execute()
}

export async function selectDocument(db: Db, zaakId: string, id: string): Promise<ZaakDocumentRow | undefined> {
  return db
    .selectFrom('zaak_document')
    .selectAll()
    .where('zaak_id', '=', zaakId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function insertKlantcontactlink(tx: Tx, zaakId: string, klantcontactId: string, op: Date): Promise<void> {
  await tx
    .insertInto('zaak_klantcontact')
    .values({ zaak_id: zaakId, klantcontact_id: klantcontactId, op })
    .onConflict((on) => on.doNothing())
    .execute()
}

export async function selectKlantcontactIds(db: Db, zaakId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('zaak_klantcontact')
    .select('klantcontact_id')
    .where('zaak_id', '=', zaakId)
    .orderBy('op', 'desc')
    .limit(500)
    .execute()
  return rows.map((row) => row.klantcontact_id)
}
