import { type Kysely, sql } from 'kysely'
import type { Db, Tables, Tx } from '#server/platform/db/schema.ts'
import { newId } from '#server/platform/ids.ts'
import './tables.ts'

export type Stap = { stap: string; regels: number; gelezen: number; rijen: number; klaar: boolean }

/** Counts of one soort, written by the step that did the work. */
export type Telling = { soort: string; nieuw: number; gewijzigd: number; ongewijzigd: number }

const bewaarDagen = 90

/**
 * The import of this folder that was cut off, or a new one. Another that was cut off is given up: its files are not there
 * any more in that form, and what it had finished stays.
 */
export async function beginRun(
  db: Db,
  { map, vingerafdruk, opnieuw, now }: { map: string; vingerafdruk: string; opnieuw: boolean; now: Date },
): Promise<{ id: string; hervat: boolean }> {
  return await db.transaction().execute(async (tx) => {
    const bezig = await tx
      .selectFrom('import_run')
      .selectAll()
      .where('status', '=', 'bezig')
      .forUpdate()
      .executeTakeFirst()
    if (bezig && bezig.vingerafdruk === vingerafdruk && !opnieuw) return { id: bezig.id, hervat: true }
    if (bezig) {
      await tx
        .updateTable('import_run')
        .set({ status: 'afgebroken', klaar_op: now })
        .where('id', '=', bezig.id)
        .execute()
    }
    await tx
      .deleteFrom('import_run')
      .where('begonnen_op', '<', new Date(now.getTime() - bewaarDagen * 86_400_000))
      .execute()
    await leegStaging(tx)
    const id = newId()
    await tx.insertInto('import_run').values({ id, map, vingerafdruk, status: 'bezig', begonnen_op: now }).execute()
    return { id, hervat: false }
  })
}

export async function leegStaging(tx: Tx): Promise<void> {
  await sql`truncate import_rij, import_wijzer`.execute(tx)
}

export async function stappenVan(db: Db, runId: string): Promise<Map<string, Stap>> {
  const rows = await db
    .selectFrom('import_stap')
    .select(['stap', 'regels', 'gelezen', 'rijen', 'klaar'])
    .where('run_id', '=', runId)
    .execute()
  return new Map(rows.map((row) => [row.stap, row]))
}

/** Staging is not in the log of the database: after a crash it is empty, and what it should hold must be read again. */
export async function stagingIsHeel(db: Db, stappen: ReadonlyMap<string, Stap>): Promise<boolean> {
  const verwacht = [...stappen.values()].reduce((som, { rijen }) => som + rijen, 0)
  const result = await sql<{ aantal: number }>`select count(*)::int as aantal from import_rij`.execute(db)
  return result.rows[0]?.aantal === verwacht
}

/** Starts reading again; steps that had been finished keep their counts and are not done twice. */
export async function vergeetLezen(db: Db, runId: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await leegStaging(tx)
    await tx.deleteFrom('import_melding').where('run_id', '=', runId).execute()
    await tx
      .deleteFrom('import_stap')
      .where('run_id', '=', runId)
      .where((eb) => eb.or([eb('stap', 'like', 'lezen:%'), eb('stap', '=', 'controleren')]))
      .execute()
  })
}

export async function zetStap(tx: Kysely<Tables>, runId: string, stap: Stap): Promise<void> {
  await tx
    .insertInto('import_stap')
    .values({ run_id: runId, ...stap })
    .onConflict((on) => on.columns(['run_id', 'stap']).doUpdateSet(stap))
    .execute()
}

export async function eindigRun(tx: Tx, runId: string, now: Date): Promise<void> {
  await leegStaging(tx)
  await tx.updateTable('import_run').set({ status: 'klaar', klaar_op: now }).where('id', '=', runId).execute()
}

export type Uitkomst = {
  runId: string
  hervat: boolean
  /** Rows (lines, objects) that were read, and of these the rejected ones. */
  gelezen: number
  afgekeurd: number
  letOp: number
  tellingen: Telling[]
  /** How many there are now. */
  totaal: { klanten: number; eenheden: number; overeenkomsten: number }
}

/** All figures come from the database: what is told is what is there. */
export async function uitkomstVan(db: Db, runId: string, hervat: boolean): Promise<Uitkomst> {
  const result = await sql<{
    gelezen: number
    afgekeurd: number
    letOp: number
    klanten: number
    eenheden: number
    overeenkomsten: number
  }>`
    select (select coalesce(sum(gelezen), 0)::int from import_stap where run_id = ${runId}) as gelezen,
      (select count(*)::int from (select distinct bestand, regel from import_melding where run_id = ${runId} and afgekeurd) m) as afgekeurd,
      (select count(*)::int from import_melding where run_id = ${runId} and not afgekeurd) as "letOp",
      (select count(*)::int from partij where samengevoegd_in is null) as klanten,
      (select count(*)::int from eenheid) as eenheden, (select count(*)::int from overeenkomst) as overeenkomsten`.execute(
    db,
  )
  const tellingen = await db
    .selectFrom('import_telling')
    .select(['soort', 'nieuw', 'gewijzigd', 'ongewijzigd'])
    .where('run_id', '=', runId)
    .execute()
  const row = result.rows[0]
  if (!row) throw new Error('the counts of the import are gone')
  const { gelezen, afgekeurd, letOp, ...totaal } = row
  return { runId, hervat, gelezen, afgekeurd, letOp, tellingen, totaal }
}
