import { sql } from 'kysely'
import { explainConstraints } from '#server/platform/db/constraints.ts'
import type { Db, Tx } from '#server/platform/db/schema.ts'
import { invalid } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import '../tables.ts'

export type TeamRow = {
  id: string
  code: string
  naam: string
  omschrijving: string
  actief: boolean
  versie: number
}

const columns = ['id', 'code', 'naam', 'omschrijving', 'actief', 'versie'] as const

export function findTeam(db: Db, id: string): Promise<TeamRow | undefined> {
  return db.selectFrom('team').select(columns).where('id', '=', id).executeTakeFirst()
}

/** The row, held until the end of the transaction. */
export function lockTeam(tx: Tx, id: string): Promise<TeamRow | undefined> {
  return tx.selectFrom('team').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()
}

export function selectTeamByCode(db: Db, code: string): Promise<TeamRow | undefined> {
  return db.selectFrom('team').select(columns).where('code', '=', code).executeTakeFirst()
}

export async function selectTeams(db: Db, ids: readonly string[]): Promise<TeamRow[]> {
  if (ids.length === 0) return []
  return await db
    .selectFrom('team')
    .select(columns)
    .where('id', 'in', [...new Set(ids)])
    .execute()
}

/** A corporation has tens of teams, not thousands: all of them, by name. */
export async function listTeams(db: Db): Promise<(TeamRow & { aantal_leden: number })[]> {
  return await db
    .selectFrom('team')
    .select(columns)
    .select(
      sql<number>`(select count(*)::int from team_lid where team_id = team.id and tot is null)`.as('aantal_leden'),
    )
    .orderBy(sql`lower(naam)`)
    .limit(1000)
    .execute()
}

export async function insertTeam(tx: Tx, row: TeamRow, now: Date): Promise<void> {
  await namesAreUnique(
    tx
      .insertInto('team')
      .values({ ...row, gewijzigd_op: now })
      .execute(),
  )
}

export async function updateTeam(tx: Tx, row: TeamRow, now: Date): Promise<void> {
  const { id, ...values } = row
  await namesAreUnique(
    tx
      .updateTable('team')
      .set({ ...values, gewijzigd_op: now })
      .where('id', '=', id)
      .execute(),
  )
}

function namesAreUnique<T>(work: Promise<T>): Promise<T> {
  return explainConstraints(work, {
    team_code: () => invalid('code', 'bestaat', 'Er is al een team met deze code.'),
    team_naam: () => invalid('naam', 'bestaat', 'Er is al een team met deze naam.'),
  })
}

export type LidRow = { medewerker_id: string; naam: string; functie: string; sinds: Date; tot: Date | null }

/** Current members first, then the latest former ones. */
export async function listLeden(db: Db, teamId: string): Promise<LidRow[]> {
  return await db
    .selectFrom('team_lid')
    .innerJoin('medewerker', 'medewerker.id', 'team_lid.medewerker_id')
    .select(['medewerker_id', 'naam', 'functie', 'sinds', 'tot'])
    .where('team_id', '=', teamId)
    .orderBy(sql`tot is not null`)
    .orderBy('tot', 'desc')
    .orderBy(sql`lower(naam)`)
    .limit(500)
    .execute()
}

export type LidmaatschapRow = { team_id: string; naam: string; sinds: Date; tot: Date | null }

export async function listLidmaatschappen(db: Db, medewerkerId: string): Promise<LidmaatschapRow[]> {
  return await db
    .selectFrom('team_lid')
    .innerJoin('team', 'team.id', 'team_lid.team_id')
    .select(['team_id', 'naam', 'sinds', 'tot'])
    .where('medewerker_id', '=', medewerkerId)
    .orderBy(sql`tot is not null`)
    .orderBy('tot', 'desc')
    .orderBy(sql`lower(naam)`)
    .limit(500)
    .execute()
}

/** Whether he was a member at that moment; without a moment: is now. */
export async function selectIsLid(db: Db, teamId: string, medewerkerId: string, op?: Date): Promise<boolean> {
  const lid = await db
    .selectFrom('team_lid')
    .select('id')
    .where('team_id', '=', teamId)
    .where('medewerker_id', '=', medewerkerId)
    .where(op ? sql<boolean>`sinds <= ${op} and (tot is null or tot > ${op})` : sql<boolean>`tot is null`)
    .limit(1)
    .executeTakeFirst()
  return lid !== undefined
}

export async function selectTeamIdsOf(db: Db, medewerkerId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('team_lid')
    .select('team_id')
    .where('medewerker_id', '=', medewerkerId)
    .where('tot', 'is', null)
    .orderBy('sinds')
    .orderBy('team_id')
    .execute()
  return rows.map((row) => row.team_id)
}

/** @returns false when he was a member already */
export async function insertLid(tx: Tx, teamId: string, medewerkerId: string, now: Date): Promise<boolean> {
  const rows = await tx
    .insertInto('team_lid')
    .values({ id: newId(), team_id: teamId, medewerker_id: medewerkerId, sinds: now, tot: null })
    .onConflict((conflict) => conflict.columns(['team_id', 'medewerker_id']).where('tot', 'is', null).doNothing())
    .returning('id')
    .execute()
  return rows.length > 0
}

/** @returns false when he was no member */
export async function endLid(tx: Tx, teamId: string, medewerkerId: string, now: Date): Promise<boolean> {
  const rows = await tx
    .updateTable('team_lid')
    // Added and removed within one clock tick, or with a clock that was set back: never end before the start.
    .set({ tot: sql<Date>`greatest(sinds, ${now})` })
    .where('team_id', '=', teamId)
    .where('medewerker_id', '=', medewerkerId)
    .where('tot', 'is', null)
    .returning('id')
    .execute()
  return rows.length > 0
}

/** @returns the teams he left */
export async function endAllOf(tx: Tx, medewerkerId: string, now: Date): Promise<string[]> {
  const rows = await tx
    .updateTable('team_lid')
    .set({ tot: sql<Date>`greatest(sinds, ${now})` })
    .where('medewerker_id', '=', medewerkerId)
    .where('tot', 'is', null)
    .returning('team_id')
    .execute()
  return rows.map((row) => row.team_id)
}

export type LidmaatschapExportRow = {
  team: string
  code: string
  medewerker: string | null
  functie: string | null
  sinds: Date | null
  tot: Date | null
}

/** Every team with its members now and before; a team without members has one row. */
export async function listAllLidmaatschappen(db: Db): Promise<LidmaatschapExportRow[]> {
  return await db
    .selectFrom('team')
    .leftJoin('team_lid', 'team_lid.team_id', 'team.id')
    .leftJoin('medewerker', 'medewerker.id', 'team_lid.medewerker_id')
    .select(['team.naam as team', 'team.code', 'medewerker.naam as medewerker', 'functie', 'sinds', 'tot'])
    .orderBy(sql`lower(team.naam)`)
    .orderBy(sql`tot is not null`)
    .orderBy(sql`lower(medewerker.naam)`)
    .orderBy('sinds')
    .limit(50_000)
    .execute()
}
