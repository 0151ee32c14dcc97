import { sql } from 'kysely'
import type { Db, Tx } from '#server/platform/db/schema.ts'
import type { Bestanden, KlantprocesRow, ProcesVersieRow } from '../tables.ts'

export function selectProcessen(db: Db): Promise<KlantprocesRow[]> {
  return db.selectFrom('klantproces').selectAll().orderBy('volgorde').orderBy('naam').limit(200).execute()
}

export function lockProces(tx: Tx, proces: string): Promise<KlantprocesRow | undefined> {
  return tx.selectFrom('klantproces').selectAll().where('proces', '=', proces).forUpdate().executeTakeFirst()
}

export async function upsertProces(tx: Tx, row: Omit<KlantprocesRow, 'versie' | 'actief'>): Promise<void> {
  await tx
    .insertInto('klantproces')
    .values({ ...row, actief: true })
    .onConflict((conflict) => conflict.column('proces').doUpdateSet({ naam: row.naam, omschrijving: row.omschrijving }))
    .execute()
}

export async function updateProces(
  tx: Tx,
  before: KlantprocesRow,
  changes: Pick<KlantprocesRow, 'actief' | 'volgorde'>,
): Promise<KlantprocesRow> {
  return tx
    .updateTable('klantproces')
    .set({ ...changes, versie: before.versie + 1 })
    .where('proces', '=', before.proces)
    .returningAll()
    .executeTakeFirstOrThrow()
}

export function selectVersie(db: Db, id: string): Promise<ProcesVersieRow | undefined> {
  return db.selectFrom('proces_versie').selectAll().where('id', '=', id).executeTakeFirst()
}

export function lockVersie(tx: Tx, id: string): Promise<ProcesVersieRow | undefined> {
  return tx.selectFrom('proces_versie').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** The version in force of a process, or of all. */
export function selectGeldend(db: Db, proces?: string): Promise<Omit<ProcesVersieRow, 'bestanden'>[]> {
  return db
    .selectFrom('proces_versie')
    .select(kop)
    .where('status', '=', 'gepubliceerd')
    .$if(proces !== undefined, (query) => query.where('proces', '=', proces ?? ''))
    .limit(200)
    .execute()
}

/** Every version without its files, newest first. */
export function selectVersies(db: Db, proces?: string): Promise<Omit<ProcesVersieRow, 'bestanden'>[]> {
  return db
    .selectFrom('proces_versie')
    .select(kop)
    .$if(proces !== undefined, (query) => query.where('proces', '=', proces ?? ''))
    .orderBy('proces')
    .orderBy('nummer', 'desc')
    .limit(2000)
    .execute()
}

export async function countLopend(db: Db): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('proces_instantie')
    .select(['versie_id', (eb) => eb.fn.countAll<string>().as('aantal')])
    .where('klaar_op', 'is', null)
    .groupBy('versie_id')
    .execute()
  return new Map(rows.map((row) => [row.versie_id, Number(row.aantal)]))
}

export async function insertVersie(
  tx: Tx,
  row: Omit<ProcesVersieRow, 'nummer' | 'versie' | 'bestanden' | 'gewijzigd_op' | 'gewijzigd_door'> & {
    bestanden: Bestanden
  },
): Promise<ProcesVersieRow> {
  const { hoogste } = await tx
    .selectFrom('proces_versie')
    .select((eb) => eb.fn.coalesce(eb.fn.max('nummer'), sql<number>`0`).as('hoogste'))
    .where('proces', '=', row.proces)
    .executeTakeFirstOrThrow()
  return tx
    .insertInto('proces_versie')
    .values({ ...row, bestanden: JSON.stringify(row.bestanden), nummer: hoogste + 1 })
    .returningAll()
    .executeTakeFirstOrThrow()
}

export async function updateVersie(
  tx: Tx,
  before: Pick<ProcesVersieRow, 'id' | 'versie'>,
  { bestanden, ...changes }: Partial<Omit<ProcesVersieRow, 'id' | 'proces' | 'nummer' | 'versie'>>,
): Promise<ProcesVersieRow> {
  return tx
    .updateTable('proces_versie')
    .set({ ...changes, ...(bestanden && { bestanden: JSON.stringify(bestanden) }), versie: before.versie + 1 })
    .where('id', '=', before.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** What was in force is history from now on. */
export async function laatVervallen(tx: Tx, proces: string): Promise<void> {
  await tx
    .updateTable('proces_versie')
    .set((eb) => ({ status: 'vervallen', versie: eb('versie', '+', 1) }))
    .where('proces', '=', proces)
    .where('status', '=', 'gepubliceerd')
    .execute()
}

export async function deleteVersie(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('proces_versie').where('id', '=', id).where('status', '=', 'concept').execute()
}

const kop = [
  'id',
  'proces',
  'nummer',
  'naam',
  'zaaktype',
  'hash',
  'bron',
  'status',
  'reden',
  'aangemaakt_op',
  'aangemaakt_door',
  'gepubliceerd_op',
  'gepubliceerd_door',
  'gewijzigd_op',
  'gewijzigd_door',
  'versie',
] as const
