import { sql } from 'kysely'
import type { Db, Tx } from '#server/platform/db/schema.ts'
import type { ProcesOverzettingRow, ProcesWachtRow } from '../tables.ts'

/** The same wait under the key that it has from now on: its row, its step, and an attempt to go on that failed. */
export async function hernoem(tx: Tx, rij: ProcesWachtRow, sleutel: string): Promise<void> {
  await tx.updateTable('proces_wacht').set({ sleutel }).where('id', '=', rij.id).execute()
  for (const tabel of ['proces_stap', 'proces_actie'] as const)
    await tx
      .updateTable(tabel)
      .set({ uitvoering: sleutel })
      .where('instantie_id', '=', rij.instantie_id)
      .where('uitvoering', '=', rij.sleutel)
      .execute()
}

export type Stand = { wacht: Pick<ProcesWachtRow, 'element' | 'soort'>[]; aantal: number }

/** Where the cases of a version stand, the same places together. */
export async function selectStanden(db: Db, versieId: string): Promise<Stand[]> {
  const { rows } = await sql<{ wacht: string[]; aantal: number }>`
    select wacht, count(*)::int as aantal
    from (
      select i.id, coalesce(array_agg(w.element || ' ' || w.soort order by w.element, w.soort)
        filter (where w.id is not null), '{}') as wacht
      from proces_instantie i left join proces_wacht w on w.instantie_id = i.id
      where i.versie_id = ${versieId} and i.klaar_op is null
      group by i.id
    ) stand
    group by wacht order by aantal desc, wacht limit 200`.execute(db)
  return rows.map(({ wacht, aantal }) => ({
    aantal,
    wacht: wacht.map((each) => {
      const [element = '', soort = ''] = each.split(' ')
      return { element, soort: soort as ProcesWachtRow['soort'] }
    }),
  }))
}

/** Cases that run on a version, in the order of their ids. */
export async function selectLopende(db: Db, versieId: string, na: string, aantal: number): Promise<string[]> {
  const rows = await db
    .selectFrom('proces_instantie')
    .select('id')
    .where('versie_id', '=', versieId)
    .where('klaar_op', 'is', null)
    .where('id', '>', na)
    .orderBy('id')
    .limit(aantal)
    .execute()
  return rows.map(({ id }) => id)
}

export async function insertOverzetting(
  tx: Tx,
  { doelen, ...row }: Omit<ProcesOverzettingRow, 'klaar_op' | 'tot' | 'gelukt' | 'geweigerd' | 'geweigerd_aantal'>,
): Promise<ProcesOverzettingRow> {
  return tx
    .insertInto('proces_overzetting')
    .values({ ...row, doelen: JSON.stringify(doelen), klaar_op: null })
    .returningAll()
    .executeTakeFirstOrThrow()
}

export function selectOverzetting(db: Db, id: string): Promise<ProcesOverzettingRow | undefined> {
  return db.selectFrom('proces_overzetting').selectAll().where('id', '=', id).executeTakeFirst()
}

export function selectOverzettingen(db: Db, vanId: string): Promise<ProcesOverzettingRow[]> {
  return db
    .selectFrom('proces_overzetting')
    .selectAll()
    .where('van_id', '=', vanId)
    .where('instantie_id', 'is', null)
    .orderBy('begonnen_op', 'desc')
    .limit(20)
    .execute()
}

/** With each case also how far we are, so that who goes on after a crash counts none twice. */
export async function telOver(tx: Tx, id: string, instantieId: string): Promise<void> {
  await tx
    .updateTable('proces_overzetting')
    .set((eb) => ({ gelukt: eb('gelukt', '+', 1), tot: instantieId }))
    .where('id', '=', id)
    .execute()
}

export async function telGeweigerd(
  tx: Tx,
  id: string,
  geweigerd: { instantieId: string; reden: string },
): Promise<void> {
  await sql`
    update proces_overzetting set geweigerd_aantal = geweigerd_aantal + 1, tot = ${geweigerd.instantieId},
      geweigerd = case when jsonb_array_length(geweigerd) < 100
        then geweigerd || ${JSON.stringify([geweigerd])}::jsonb else geweigerd end
    where id = ${id}`.execute(tx)
}

export async function sluitOverzetting(tx: Tx, id: string, op: Date): Promise<void> {
  await tx.updateTable('proces_overzetting').set({ klaar_op: op }).where('id', '=', id).execute()
}
