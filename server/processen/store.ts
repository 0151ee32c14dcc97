import { sql } from 'kysely'
import type { Db, Tx } from '#server/platform/db/schema.ts'
import type {
  Postvak,
  ProcesActieRow,
  ProcesBeslissingRow,
  ProcesInstantieRow,
  ProcesStapRow,
  ProcesWachtRow,
} from './tables.ts'

export async function insertInstantie(
  tx: Tx,
  row: Pick<ProcesInstantieRow, 'id' | 'zaak_id' | 'versie_id' | 'begonnen_op' | 'gegevens'>,
): Promise<ProcesInstantieRow> {
  return tx
    .insertInto('proces_instantie')
    .values({ ...row, gegevens: JSON.stringify(row.gegevens), status: 'loopt', staat: null, klaar_op: null })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Held until the end of the transaction: of two signals at once the second sees what the first left. */
export function lockInstantie(
  tx: Tx,
  waar: { instantieId: string } | { zaakId: string },
): Promise<ProcesInstantieRow | undefined> {
  const alle = tx.selectFrom('proces_instantie').selectAll().forUpdate()
  return 'instantieId' in waar
    ? alle.where('id', '=', waar.instantieId).executeTakeFirst()
    : alle.where('zaak_id', '=', waar.zaakId).executeTakeFirst()
}

export function selectInstantieVan(db: Db, zaakId: string): Promise<ProcesInstantieRow | undefined> {
  return db.selectFrom('proces_instantie').selectAll().where('zaak_id', '=', zaakId).executeTakeFirst()
}

export function getInstantie(db: Db, id: string): Promise<ProcesInstantieRow> {
  return db.selectFrom('proces_instantie').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

/** Who asked the ERP for this: the process that keeps its id as `onderhoudsverzoekId`. */
export async function selectInstantieVanVerzoek(db: Db, verzoekId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('proces_instantie')
    .select('id')
    .where(sql<boolean>`gegevens ? 'onderhoudsverzoekId' and gegevens ->> 'onderhoudsverzoekId' = ${verzoekId}`)
    .where('klaar_op', 'is', null)
    .executeTakeFirst()
  return row?.id
}

export async function updateInstantie(
  tx: Tx,
  before: ProcesInstantieRow,
  { staat, gegevens, postvak, ...rest }: Partial<Omit<ProcesInstantieRow, 'id' | 'versie'>> & { postvak?: Postvak },
): Promise<ProcesInstantieRow> {
  return tx
    .updateTable('proces_instantie')
    .set({
      ...rest,
      ...(staat !== undefined && { staat: staat && JSON.stringify(staat) }),
      ...(gegevens && { gegevens: JSON.stringify(gegevens) }),
      ...(postvak && { postvak: JSON.stringify(postvak) }),
      versie: before.versie + 1,
    })
    .where('id', '=', before.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

export async function insertWacht(tx: Tx, { lokaal, ...row }: ProcesWachtRow): Promise<void> {
  await tx
    .insertInto('proces_wacht')
    .values({ ...row, lokaal: JSON.stringify(lokaal) })
    .execute()
}

export async function deleteWacht(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('proces_wacht').where('id', '=', id).execute()
}

export function selectWacht(db: Db, instantieId: string): Promise<ProcesWachtRow[]> {
  return db
    .selectFrom('proces_wacht')
    .selectAll()
    .where('instantie_id', '=', instantieId)
    .orderBy('sinds')
    .orderBy('id')
    .execute()
}

export function selectWachtById(db: Db, id: string): Promise<ProcesWachtRow | undefined> {
  return db.selectFrom('proces_wacht').selectAll().where('id', '=', id).executeTakeFirst()
}

export function selectWachtVanTaak(db: Db, taakId: string): Promise<ProcesWachtRow | undefined> {
  return db.selectFrom('proces_wacht').selectAll().where('taak_id', '=', taakId).executeTakeFirst()
}

/** Timers that should have gone off: their job got lost, or could not run. */
export function selectTeLaat(db: Db, voor: Date, aantal: number): Promise<ProcesWachtRow[]> {
  return db
    .selectFrom('proces_wacht')
    .selectAll()
    .where('soort', '=', 'timer')
    .where('op', '<', voor)
    .orderBy('op')
    .limit(aantal)
    .execute()
}

/**
 * Timers whose time has come, of cases that nobody has; those cases are held now. Not what could not go on: that is on the
 * list of what failed, for a person.
 */
export function lockTeWekken(tx: Tx, nu: Date, aantal: number): Promise<Pick<ProcesWachtRow, 'id' | 'instantie_id'>[]> {
  return tx
    .selectFrom('proces_wacht')
    .innerJoin('proces_instantie', 'proces_instantie.id', 'proces_wacht.instantie_id')
    .select(['proces_wacht.id', 'proces_wacht.instantie_id'])
    .where('proces_wacht.soort', '=', 'timer')
    .where('proces_wacht.op', '<=', nu)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('proces_actie')
            .select('proces_actie.id')
            .whereRef('proces_actie.instantie_id', '=', 'proces_wacht.instantie_id')
            .whereRef('proces_actie.uitvoering', '=', 'proces_wacht.sleutel')
            .where('proces_actie.status', '=', 'mislukt'),
        ),
      ),
    )
    .orderBy('proces_wacht.op')
    .limit(aantal)
    .forUpdate('proces_instantie')
    .skipLocked()
    .execute()
}

export async function selectWachtOpSignaal(db: Db, naam: string, na: string, aantal: number): Promise<string[]> {
  const rows = await db
    .selectFrom('proces_wacht')
    .select('id')
    .where('soort', '=', 'signaal')
    .where('naam', '=', naam)
    .where('id', '>', na)
    .orderBy('id')
    .limit(aantal)
    .execute()
  return rows.map(({ id }) => id)
}

export async function insertStappen(tx: Tx, rows: readonly ProcesStapRow[]): Promise<void> {
  if (rows.length > 0) await tx.insertInto('proces_stap').values(rows).execute()
}

export function selectOpenStappen(db: Db, instantieId: string): Promise<ProcesStapRow[]> {
  return db
    .selectFrom('proces_stap')
    .selectAll()
    .where('instantie_id', '=', instantieId)
    .where('eind_op', 'is', null)
    .execute()
}

export async function sluitStap(
  tx: Tx,
  id: string,
  changes: Pick<ProcesStapRow, 'eind_op' | 'afgebroken' | 'door'>,
): Promise<void> {
  await tx.updateTable('proces_stap').set(changes).where('id', '=', id).execute()
}

export function selectStappen(db: Db, instantieId: string): Promise<ProcesStapRow[]> {
  return db
    .selectFrom('proces_stap')
    .selectAll()
    .where('instantie_id', '=', instantieId)
    .orderBy('begin_op')
    .orderBy('id')
    .limit(1000)
    .execute()
}

export async function insertBeslissing(
  tx: Tx,
  { regels, invoer, uitkomst, ...row }: ProcesBeslissingRow,
): Promise<void> {
  await tx
    .insertInto('proces_beslissing')
    .values({
      ...row,
      regels: JSON.stringify(regels),
      invoer: JSON.stringify(invoer),
      uitkomst: JSON.stringify(uitkomst ?? null),
    })
    .execute()
}

export function selectBeslissingen(db: Db, instantieId: string): Promise<ProcesBeslissingRow[]> {
  return db
    .selectFrom('proces_beslissing')
    .selectAll()
    .where('instantie_id', '=', instantieId)
    .orderBy('op')
    .orderBy('id')
    .limit(500)
    .execute()
}

/** The zaken of the processes that this one started. */
export async function selectGestarteZaken(db: Db, zaakId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('proces_actie')
    .innerJoin('proces_instantie', 'proces_instantie.id', 'proces_actie.instantie_id')
    .select(sql<string>`proces_actie.uitvoer ->> 'zaakId'`.as('gestart'))
    .where('proces_instantie.zaak_id', '=', zaakId)
    .where('proces_actie.soort', '=', 'proces.starten')
    .where('proces_actie.status', '=', 'gelukt')
    .execute()
  return rows.map(({ gestart }) => gestart)
}

export async function insertActie(
  tx: Tx,
  { invoer, uitvoer, ...row }: Omit<ProcesActieRow, 'versie'>,
): Promise<ProcesActieRow> {
  return tx
    .insertInto('proces_actie')
    .values({ ...row, invoer: JSON.stringify(invoer), uitvoer: uitvoer && JSON.stringify(uitvoer) })
    .returningAll()
    .executeTakeFirstOrThrow()
}

export function lockActie(tx: Tx, id: string): Promise<ProcesActieRow | undefined> {
  return tx.selectFrom('proces_actie').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export function selectActieVan(db: Db, instantieId: string, uitvoering: string): Promise<ProcesActieRow | undefined> {
  return db
    .selectFrom('proces_actie')
    .selectAll()
    .where('instantie_id', '=', instantieId)
    .where('uitvoering', '=', uitvoering)
    .orderBy('aangemaakt_op', 'desc')
    .executeTakeFirst()
}

export function selectActiesVan(db: Db, instantieId: string): Promise<ProcesActieRow[]> {
  return db
    .selectFrom('proces_actie')
    .selectAll()
    .where('instantie_id', '=', instantieId)
    .orderBy('aangemaakt_op')
    .orderBy('id')
    .limit(500)
    .execute()
}

export async function updateActie(
  tx: Tx,
  before: Pick<ProcesActieRow, 'id' | 'versie'>,
  { invoer, uitvoer, ...rest }: Partial<Omit<ProcesActieRow, 'id' | 'versie'>>,
): Promise<ProcesActieRow> {
  return tx
    .updateTable('proces_actie')
    .set({
      ...rest,
      ...(invoer && { invoer: JSON.stringify(invoer) }),
      ...(uitvoer && { uitvoer: JSON.stringify(uitvoer) }),
      versie: before.versie + 1,
    })
    .where('id', '=', before.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Actions whose job got lost: their time came long ago, or they began and nobody heard of them again. */
export async function selectVerlorenActies(db: Db, voor: Date, begonnenVoor: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('proces_actie')
    .select('id')
    .where((eb) =>
      eb.or([
        eb.and([eb('status', '=', 'klaar_te_staan'), eb('volgende_poging', '<', voor)]),
        eb.and([eb('status', '=', 'bezig'), eb('begonnen_op', '<', begonnenVoor)]),
      ]),
    )
    .orderBy('aangemaakt_op')
    .limit(500)
    .execute()
  return rows.map(({ id }) => id)
}
