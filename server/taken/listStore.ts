import { type ExpressionBuilder, type RawBuilder, sql } from 'kysely'
import type { Prioriteit } from '#contract/klantcontacten.ts'
import type { TaakStatus, Termijn } from '#contract/taken.ts'
import type { Db, Tables } from '#server/platform/db/schema.ts'
import { bekendAan } from '#server/platform/http/bekendAan.ts'
import { type Actor, mag } from '#server/platform/http/context.ts'
import type { TaakRow } from './tables.ts'

type Where = ExpressionBuilder<Tables, 'taak'>

/** The rule of `mayViewTaak`, in the query: membership is read now, never copied. */
export function visibleTo(actor: Actor): RawBuilder<boolean> {
  const bekend = bekendAan(actor, 'taak.id')
  if (mag(actor, 'taak.verdelen')) return bekend
  return sql<boolean>`(${bekend} and (taak.team_id = any(${[...actor.teamIds]}::uuid[]) or taak.medewerker_id = ${actor.medewerkerId}))`
}

const open = sql<boolean>`taak.status in ('niet_gestart', 'in_uitvoering', 'wacht_op_derden')`
const gesloten = sql<boolean>`taak.status in ('afgerond', 'geannuleerd')`
/** As in the indexes: without a deadline comes last. */
const volgorde = sql<string>`coalesce(taak.deadline, 'infinity'::date)`
const geenDeadline = 'infinity'

export type TaakFilter = {
  teamId?: string | undefined
  medewerkerId?: string | undefined
  wie?: 'vrij' | 'opgepakt' | undefined
  status: 'open' | 'gesloten' | TaakStatus
  termijn?: Termijn | undefined
  prioriteit?: Prioriteit | undefined
  partijId?: string | undefined
  klantcontactId?: string | undefined
  q?: string | undefined
  vandaag: string
}

/** Open taken run by deadline, closed ones by when they were closed, last first. */
export type TaakCursor = [moment: string, id: string]

export async function selectTaken(
  db: Db,
  actor: Actor,
  filter: TaakFilter,
  page: { na: TaakCursor | undefined; aantal: number },
): Promise<TaakRow[]> {
  const closed = isClosedList(filter.status)
  let query = db
    .selectFrom('taak')
    .selectAll()
    .where(visibleTo(actor))
    .where((eb) => eb.and(conditions(eb, filter)))
    .limit(page.aantal + 1)
  if (closed) {
    query = query.orderBy('afgerond_op', 'desc').orderBy('id', 'desc')
    if (page.na)
      query = query.where(sql<boolean>`(afgerond_op, id) < (${page.na[0]}::timestamptz, ${page.na[1]}::uuid)`)
  } else {
    query = query.orderBy(volgorde).orderBy('id')
    if (page.na) query = query.where(sql<boolean>`(${volgorde}, id) > (${page.na[0]}::date, ${page.na[1]}::uuid)`)
  }
  return query.execute()
}

export function cursorOf(row: TaakRow, filter: Pick<TaakFilter, 'status'>): TaakCursor {
  const moment = isClosedList(filter.status) ? (row.afgerond_op?.toISOString() ?? '') : (row.deadline ?? geenDeadline)
  return [moment, row.id]
}

const isClosedList = (status: TaakFilter['status']) => ['gesloten', 'afgerond', 'geannuleerd'].includes(status)

function conditions(eb: Where, f: TaakFilter) {
  return [
    f.status === 'open' ? open : f.status === 'gesloten' ? gesloten : eb('status', '=', f.status),
    ...(f.teamId ? [eb('team_id', '=', f.teamId)] : []),
    ...(f.medewerkerId ? [eb('medewerker_id', '=', f.medewerkerId)] : []),
    ...(f.wie ? [eb('medewerker_id', f.wie === 'vrij' ? 'is' : 'is not', null)] : []),
    ...(f.termijn ? [eb('deadline', termijnen[f.termijn], f.vandaag)] : []),
    ...(f.prioriteit ? [eb('prioriteit', '=', f.prioriteit)] : []),
    ...(f.partijId ? [eb('partij_id', '=', f.partijId)] : []),
    ...(f.klantcontactId ? [eb('klantcontact_id', '=', f.klantcontactId)] : []),
    ...(f.q ? [matches(eb, f.q)] : []),
  ]
}

const termijnen = { 'te-laat': '<', vandaag: '=', 'op-tijd': '>' } as const

/** Within a list that is short already: the subject, or the number when it is one. */
function matches(eb: Where, q: string) {
  const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  const number = /^\d{1,12}$/.test(q) ? [eb('nummer', '=', Number(q))] : []
  return eb.or([eb('onderwerp', 'ilike', pattern), ...number])
}

export async function selectBeloften(
  db: Db,
  actor: Actor,
  filter: { teamId?: string | undefined; medewerkerId?: string | undefined; vandaag: string },
  page: { na: TaakCursor | undefined; aantal: number },
): Promise<TaakRow[]> {
  let query = db
    .selectFrom('taak')
    .selectAll()
    .where(visibleTo(actor))
    .where(nietNagekomen(filter.vandaag))
    .$if(filter.teamId !== undefined, (each) => each.where('team_id', '=', filter.teamId ?? ''))
    .$if(filter.medewerkerId !== undefined, (each) => each.where('medewerker_id', '=', filter.medewerkerId ?? ''))
    .orderBy(volgorde)
    .orderBy('id')
    .limit(page.aantal + 1)
  if (page.na) query = query.where(sql<boolean>`(${volgorde}, id) > (${page.na[0]}::date, ${page.na[1]}::uuid)`)
  return query.execute()
}

/** Told that he would hear from us, and he did not: the day has passed, or the work is done and nobody said so. */
function nietNagekomen(vandaag: string): RawBuilder<boolean> {
  return sql<boolean>`taak.belofte and taak.belofte_ingelost_op is null and (${gesloten} or taak.deadline < ${vandaag}::date)`
}

export type TellingRow = { team_id: string | null; open: number; te_laat: number; vandaag: number }

/** Of each team the first hundred by deadline are looked at: what is late or due today stands in front. */
export async function countPerTeam(
  db: Db,
  teamIds: readonly string[],
  vandaag: string,
  max: number,
): Promise<TellingRow[]> {
  const { rows } = await sql<TellingRow>`
    select team.id as team_id, telling.* from unnest(${[...teamIds]}::uuid[]) as team (id)
    cross join lateral (
      select count(*)::int as open, (count(*) filter (where deadline < ${vandaag}::date))::int as te_laat,
             (count(*) filter (where deadline = ${vandaag}::date))::int as vandaag
      from (select deadline from taak where taak.team_id = team.id and ${open} and medewerker_id is null
            order by ${volgorde}, id limit ${max}) as eerste
    ) as telling`.execute(db)
  return rows
}

export async function countMijn(db: Db, medewerkerId: string, vandaag: string, max: number): Promise<TellingRow> {
  const { rows } = await sql<TellingRow>`
    select null as team_id, count(*)::int as open, (count(*) filter (where deadline < ${vandaag}::date))::int as te_laat,
           (count(*) filter (where deadline = ${vandaag}::date))::int as vandaag
    from (select deadline from taak where medewerker_id = ${medewerkerId} and ${open}
          order by ${volgorde}, id limit ${max}) as eerste`.execute(db)
  return rows[0] ?? { team_id: null, open: 0, te_laat: 0, vandaag: 0 }
}

export async function countBeloften(db: Db, actor: Actor, vandaag: string, max: number): Promise<number> {
  const { rows } = await sql<{ aantal: number }>`
    select count(*)::int as aantal from (
      select 1 from taak where ${visibleTo(actor)} and ${nietNagekomen(vandaag)} limit ${max}) as eerste`.execute(db)
  return rows[0]?.aantal ?? 0
}

/** For the warning that a person or team still has work. */
export async function countOpen(db: Db, van: { medewerkerId: string } | { teamId: string }): Promise<number> {
  const { count } = await db
    .selectFrom('taak')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(open)
    .where(
      'medewerkerId' in van ? 'medewerker_id' : 'team_id',
      '=',
      'medewerkerId' in van ? van.medewerkerId : van.teamId,
    )
    .executeTakeFirstOrThrow()
  return count
}
