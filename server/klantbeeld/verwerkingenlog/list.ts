import { sql } from 'kysely'
import { z } from 'zod'
import type { Verwerking } from '#contract/klantbeeld.ts'
import type { Db } from '#server/platform/db/schema.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { page, readCursor } from '#server/platform/http/cursor.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'

export type LogFilter = {
  medewerkerId?: string | undefined
  partijId?: string | undefined
  contactnummer?: number | undefined
  actie?: string | undefined
  van?: string | undefined
  tot?: string | undefined
}

/** Newest first. Looking in the log is a processing too: one line per question, not per page. */
export async function listVerwerkingen(
  ctx: ReadContext,
  { na, aantal, ...filter }: LogFilter & { na?: string | undefined; aantal: number },
): Promise<{ rijen: Verwerking[]; volgende?: string }> {
  const partijId = await partijVan(ctx.db, filter)
  const rows = await selectVerwerkingen(ctx.db, { ...filter, partijId }, readCursor(Cursor, na), aantal + 1)
  if (na === undefined) await logInzage(ctx, 'inzien', 'Verwerkingenlog inzien', partijId)
  const { rijen, volgende } = page(rows, aantal, (row) => [row.micros, row.id])
  const partijen = await selectPartijen(
    ctx.db,
    rijen.flatMap((row) => row.partij_ids),
  )
  return { rijen: rijen.map((row) => present(row, partijen)), ...(volgende && { volgende }) }
}

const maxExport = 50_000

export async function exportVerwerkingen(ctx: ReadContext, filter: LogFilter): Promise<Verwerking[]> {
  const partijId = await partijVan(ctx.db, filter)
  await logInzage(ctx, 'exporteren', 'Verwerkingenlog exporteren', partijId)
  const rows = await selectVerwerkingen(ctx.db, { ...filter, partijId }, undefined, maxExport)
  const partijen = await selectPartijen(
    ctx.db,
    rows.flatMap((row) => row.partij_ids),
  )
  return rows.map((row) => present(row, partijen))
}

type Row = {
  id: number
  op: Date
  micros: string
  medewerker_id: string | null
  actor: string
  actie: string
  doel: string
  object_soort: string
  object_id: string | null
  partij_ids: string[]
  verzoek_id: string | null
  verzegeld: boolean
}

const Cursor = z.tuple([z.string().regex(/^-?\d{1,18}$/), z.number().int()])

/** An unknown number matches nothing, rather than everything. */
async function partijVan(db: Db, { partijId, contactnummer }: LogFilter): Promise<string | undefined> {
  if (partijId || contactnummer === undefined) return partijId
  const found = await sql<{ id: string }>`select id from partij where nummer = ${contactnummer}`.execute(db)
  return found.rows[0]?.id ?? '00000000-0000-0000-0000-000000000000'
}

async function selectVerwerkingen(
  db: Db,
  filter: LogFilter,
  na: z.output<typeof Cursor> | undefined,
  aantal: number,
): Promise<Row[]> {
  const { medewerkerId, partijId, actie, van, tot } = filter
  const conditions = [
    medewerkerId && sql`v.medewerker_id = ${medewerkerId}::uuid`,
    partijId && sql`v.partij_ids @> array[${partijId}::uuid]`,
    actie && sql`v.actie = ${actie}`,
    van && sql`v.op >= ${van}::timestamp at time zone 'Europe/Amsterdam'`,
    tot && sql`v.op < (${tot}::date + 1)::timestamp at time zone 'Europe/Amsterdam'`,
    na && sql`(v.op, v.id) < (to_timestamp(0) + ${na[0]}::bigint * interval '1 microsecond', ${na[1]})`,
  ].filter((each) => each !== undefined && each !== '')
  const where = conditions.length > 0 ? sql`where ${sql.join(conditions, sql` and `)}` : sql``
  const result = await sql<Row>`
    select v.*, (extract(epoch from v.op) * 1000000)::bigint::text as micros,
           exists (select 1 from verwerking_zegel z where z.verwerking_id = v.id) as verzegeld
    from (select * from verwerking v ${where} order by v.op desc, v.id desc limit ${aantal}) v
    order by v.op desc, v.id desc`.execute(db)
  return result.rows
}

type PartijNaam = { id: string; nummer: number; naam: string }

async function selectPartijen(db: Db, ids: string[]): Promise<Map<string, PartijNaam>> {
  const uniek = [...new Set(ids)]
  if (uniek.length === 0) return new Map()
  const result = await sql<PartijNaam>`
    select id, nummer, naam from partij where id = any (${uniek}::uuid[])`.execute(db)
  return new Map(result.rows.map((row) => [row.id, row]))
}

function present(row: Row, partijen: Map<string, PartijNaam>): Verwerking {
  return {
    id: row.id,
    op: row.op.toISOString(),
    medewerkerId: row.medewerker_id,
    actor: row.actor,
    actie: row.actie,
    doel: row.doel,
    objectSoort: row.object_soort,
    objectId: row.object_id,
    partijen: row.partij_ids.map((id) => partijen.get(id) ?? { id, nummer: null, naam: 'Onbekend' }),
    verzoekId: row.verzoek_id,
    verzegeld: row.verzegeld,
  }
}

async function logInzage(
  ctx: ReadContext,
  actie: 'inzien' | 'exporteren',
  doel: string,
  partijId: string | undefined,
): Promise<void> {
  await logVerwerking(ctx, { actie, doel, objectSoort: 'verwerkingenlog', partijIds: partijId ? [partijId] : [] })
}
