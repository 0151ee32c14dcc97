import { sql } from 'kysely'
import type { Rol } from '#contract/rechten.ts'
import { explainConstraints } from '#server/platform/db/constraints.ts'
import type { Db, Tx } from '#server/platform/db/schema.ts'
import { invalid } from '#server/platform/errors.ts'
import '../tables.ts'

export type MedewerkerRow = {
  id: string
  naam: string
  email: string
  functie: string
  telefoon: string | null
  rollen: Rol[]
  actief: boolean
  versie: number
}

const columns = ['id', 'naam', 'email', 'functie', 'telefoon', 'rollen', 'actief', 'versie'] as const

export function findMedewerker(db: Db, id: string): Promise<MedewerkerRow | undefined> {
  return db.selectFrom('medewerker').select(columns).where('id', '=', id).executeTakeFirst()
}

/** The row, held until the end of the transaction: whoever changes it too waits. */
export function lockMedewerker(tx: Tx, id: string): Promise<MedewerkerRow | undefined> {
  return tx.selectFrom('medewerker').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()
}

export function findMedewerkerByEmail(db: Db, email: string): Promise<MedewerkerRow | undefined> {
  return db
    .selectFrom('medewerker')
    .select(columns)
    .where(sql`lower(email)`, '=', email.toLowerCase())
    .executeTakeFirst()
}

export async function selectMedewerkers(db: Db, ids: readonly string[]): Promise<MedewerkerRow[]> {
  if (ids.length === 0) return []
  return await db
    .selectFrom('medewerker')
    .select(columns)
    .where('id', 'in', [...new Set(ids)])
    .execute()
}

export type MedewerkersFilter = {
  zoek?: string | undefined
  teamId?: string | undefined
  rol?: Rol | undefined
  /** Absent: everybody. */
  actief?: boolean | undefined
  na?: readonly [naam: string, id: string] | undefined
  aantal: number
}

/** By name; one row more than asked for, so that the caller knows whether there is another page. */
export async function listMedewerkers(
  db: Db,
  filter: MedewerkersFilter,
): Promise<(MedewerkerRow & { team_ids: string[] })[]> {
  let query = db
    .selectFrom('medewerker')
    .select(columns)
    .select(
      sql<string[]>`array(
        select team_id from team_lid where medewerker_id = medewerker.id and tot is null order by sinds, team_id)`.as(
        'team_ids',
      ),
    )
    .orderBy(sql`lower(naam)`)
    .orderBy('id')
    .limit(filter.aantal + 1)
  if (filter.actief !== undefined) query = query.where('actief', '=', filter.actief)
  if (filter.rol) query = query.where(sql<boolean>`${filter.rol} = any(rollen)`)
  if (filter.teamId) {
    query = query.where(sql<boolean>`exists (
      select from team_lid where medewerker_id = medewerker.id and team_id = ${filter.teamId} and tot is null)`)
  }
  if (filter.zoek) {
    const like = `%${filter.zoek.replace(/[\\%_]/g, '\\$&')}%`
    query = query.where(sql<boolean>`concat_ws(' ', naam, email, functie) ilike ${like}`)
  }
  if (filter.na) query = query.where(sql<boolean>`(lower(naam), id) > (lower(${filter.na[0]}), ${filter.na[1]}::uuid)`)
  return await query.execute()
}

/** Active people with a role, held until the end of the transaction: two administrators cannot remove each other. */
export function lockActiveWithRol(tx: Tx, rol: Rol): Promise<{ id: string }[]> {
  return tx
    .selectFrom('medewerker')
    .select('id')
    .where('actief', '=', true)
    .where(sql<boolean>`${rol} = any(rollen)`)
    .orderBy('id')
    .forUpdate()
    .execute()
}

export async function insertMedewerker(tx: Tx, row: MedewerkerRow, now: Date): Promise<void> {
  await emailIsUnique(
    tx
      .insertInto('medewerker')
      .values({ ...row, aangemaakt_op: now, gewijzigd_op: now })
      .execute(),
  )
}

export async function updateMedewerker(tx: Tx, row: MedewerkerRow, now: Date): Promise<void> {
  const { id, ...values } = row
  await emailIsUnique(
    tx
      .updateTable('medewerker')
      .set({ ...values, gewijzigd_op: now })
      .where('id', '=', id)
      .execute(),
  )
}

function emailIsUnique<T>(work: Promise<T>): Promise<T> {
  return explainConstraints(work, {
    medewerker_email: () => invalid('email', 'bestaat', 'Er is al een medewerker met dit e-mailadres.'),
  })
}
