import { type ExpressionBuilder, type RawBuilder, sql } from 'kysely'
import type { WachtOp, ZaakStatusCode } from '#contract/zaken.ts'
import type { Db, Tables } from '#server/platform/db/schema.ts'
import type { Actor } from '#server/platform/http/context.ts'
import type { ZaakRow } from './tables.ts'
import { openstaand } from './termijnen/store.ts'
import { zichtbaarVoor } from './zichtbaar.ts'

type Where = ExpressionBuilder<Tables, 'zaak'>

export type ZaakFilter = {
  zaaktype?: string | undefined
  status: 'lopend' | 'gesloten' | ZaakStatusCode
  teamId?: string | undefined
  behandelaarId?: string | undefined
  wachtOp?: WachtOp | undefined
  stap?: string | undefined
  termijn?: 'te-laat' | 'vandaag' | 'nadert' | undefined
  partijIds?: readonly string[] | undefined
  eenheidId?: string | undefined
  q?: string | undefined
  vandaag: string
}

const lopend = sql<boolean>`zaak.status in ('AAN', 'INB', 'INU')`
const gesloten = sql<boolean>`zaak.status in ('AFG', 'GES', 'GEA')`

/** Running ones by when they came in, closed ones by when they were closed, last first. */
export type ZaakCursor = [moment: string, id: string]

export async function selectZaaklijst(
  db: Db,
  actor: Actor,
  filter: ZaakFilter,
  page: { na: ZaakCursor | undefined; aantal: number },
): Promise<ZaakRow[]> {
  let query = db
    .selectFrom('zaak')
    .selectAll()
    .where(zichtbaarVoor(actor))
    .where((eb) => eb.and(conditions(eb, filter)))
    .limit(page.aantal + 1)
  if (isClosedList(filter.status)) {
    query = query.orderBy('afgesloten_op', 'desc').orderBy('id', 'desc')
    if (page.na)
      query = query.where(sql<boolean>`(afgesloten_op, id) < (${page.na[0]}::timestamptz, ${page.na[1]}::uuid)`)
  } else {
    query = query.orderBy('ontvangen_op').orderBy('id')
    if (page.na)
      query = query.where(sql<boolean>`(ontvangen_op, id) > (${page.na[0]}::timestamptz, ${page.na[1]}::uuid)`)
  }
  return query.execute()
}

export function cursorOf(row: ZaakRow, { status }: Pick<ZaakFilter, 'status'>): ZaakCursor {
  return [((isClosedList(status) && row.afgesloten_op) || row.ontvangen_op).toISOString(), row.id]
}

const isClosedList = (status: ZaakFilter['status']) => ['gesloten', 'AFG', 'GES', 'GEA'].includes(status)

function conditions(eb: Where, f: ZaakFilter) {
  return [
    f.status === 'lopend' ? lopend : f.status === 'gesloten' ? gesloten : eb('status', '=', f.status),
    ...(f.zaaktype ? [eb('zaaktype', '=', f.zaaktype)] : []),
    ...(f.teamId ? [eb('team_id', '=', f.teamId)] : []),
    ...(f.behandelaarId ? [eb('behandelaar_id', '=', f.behandelaarId)] : []),
    ...(f.wachtOp ? [eb('wacht_op', '=', f.wachtOp)] : []),
    ...(f.stap ? [eb('stap', '=', f.stap)] : []),
    ...(f.partijIds ? [eb('partij_id', 'in', [...f.partijIds])] : []),
    ...(f.eenheidId ? [eb('eenheid_id', '=', f.eenheidId)] : []),
    ...(f.termijn ? [heeftTermijn(f.termijn, f.vandaag)] : []),
    ...(f.q ? [matches(eb, f.q)] : []),
  ]
}

function heeftTermijn(stand: NonNullable<ZaakFilter['termijn']>, vandaag: string): RawBuilder<boolean> {
  const dag = {
    'te-laat': sql`uiterste_op < ${vandaag}::date`,
    vandaag: sql`uiterste_op = ${vandaag}::date`,
    nadert: sql`uiterste_op > ${vandaag}::date and waarschuw_op <= ${vandaag}::date`,
  }[stand]
  return sql<boolean>`exists (
    select 1 from zaak_termijn where zaak_termijn.zaak_id = zaak.id and ${openstaand} and gepauzeerd_op is null and ${dag})`
}

/** Within a list that is short already: the description, or the number. */
function matches(eb: Where, q: string) {
  const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  return eb.or([eb('omschrijving', 'ilike', pattern), eb('nummer', 'ilike', pattern)])
}

/** Every kind there is, by hopping from one to the next in the index: few kinds, many zaken. */
export async function selectZaaktypen(db: Db): Promise<{ code: string; naam: string }[]> {
  const { rows } = await sql<{ code: string; naam: string }>`
    with recursive soort as (
      (select zaaktype, zaaktype_naam from zaak order by zaaktype, zaaktype_naam limit 1)
      union all
      select volgende.* from soort, lateral (
        select zaaktype, zaaktype_naam from zaak where zaak.zaaktype > soort.zaaktype
        order by zaaktype, zaaktype_naam limit 1) as volgende
    )
    select zaaktype as code, zaaktype_naam as naam from soort order by naam limit 200`.execute(db)
  return rows
}

/** Steps of running zaken of one kind that this employee may see: so many as a process has. */
export async function selectZaakstappen(db: Db, actor: Actor, zaaktype: string): Promise<string[]> {
  const rows = await db
    .selectFrom('zaak')
    .select('stap')
    .distinct()
    .where(lopend)
    .where('zaaktype', '=', zaaktype)
    .where('stap', '<>', '')
    .where(zichtbaarVoor(actor))
    .orderBy('stap')
    .limit(200)
    .execute()
  return rows.map(({ stap }) => stap)
}
