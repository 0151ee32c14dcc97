import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '#server/platform/db/schema.ts'
import { readCursor } from '#server/platform/http/cursor.ts'
import type { Toegang } from '../toegang/toegang.ts'
import { contactZichtbaar } from './magContact.ts'

/** Of these posts those that the customer may see. */
export async function selectZichtbaar(db: Db, toegang: Toegang, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('klantcontact')
    .select('id')
    .where('id', 'in', ids)
    .where(contactZichtbaar(toegang))
    .execute()
  return new Set(rows.map(({ id }) => id))
}

export type Draadrij = {
  /** Of the first post that he may see. */
  id: string
  onderwerp: string
  ids: string[]
  laatste_op: Date
  laatste_van: 'klant' | 'organisatie'
  laatste_tekst: string
  ongelezen: number
}

export const Cursor = z.tuple([z.string().datetime(), z.uuid()])

/** Newer than anybody keeps open; what is older is history, whoever read it. */
const ongelezenDagen = 90
/** More than anybody has; the latest count. */
const hoogstens = 1000

const zichtbaar = (toegang: Toegang) => sql`
  select klantcontact.* from klantcontact
  where klantcontact.id in (
    select klantcontact_id from betrokkene where partij_id = ${toegang.partijId}::uuid and rol = 'klant')
    and ${contactZichtbaar(toegang)}
  order by plaatsgevonden_op desc, id desc limit ${hoogstens}`

const isOngelezen = (now: Date) => sql`
  richting = 'uitgaand' and gelezen_op is null
  and plaatsgevonden_op > ${now}::timestamptz - make_interval(days => ${ongelezenDagen})`

/**
 * The threads of a customer, the latest first; one row more than asked for. Of a thread only the posts count that he may
 * see: the first of those is its beginning.
 */
export async function selectDraden(
  db: Db,
  toegang: Toegang,
  { na, aantal, now }: { na: string | undefined; aantal: number; now: Date },
): Promise<Draadrij[]> {
  const cursor = readCursor(Cursor, na)
  const { rows } = await sql<Draadrij>`
    with recursive zichtbaar as materialized (${zichtbaar(toegang)}),
    omhoog (post, wortel, hoger, diepte) as (
      select id, id, antwoord_op, 0 from zichtbaar
      union all
      select o.post, k.id, k.antwoord_op, o.diepte + 1
      from omhoog o join klantcontact k on k.id = o.hoger where o.diepte < 50
    ), wortels as (select distinct on (post) post, wortel from omhoog order by post, diepte desc)
    select (array_agg(z.id order by z.plaatsgevonden_op, z.nummer))[1] as id,
           (array_agg(z.onderwerp order by z.plaatsgevonden_op, z.nummer))[1] as onderwerp,
           array_agg(z.id) as ids, max(z.plaatsgevonden_op) as laatste_op,
           (array_agg(case when z.richting = 'uitgaand' or z.antwoord <> '' then 'organisatie' else 'klant' end
             order by z.plaatsgevonden_op desc, z.nummer desc))[1] as laatste_van,
           (array_agg(left(coalesce(nullif(z.antwoord, ''), z.vraag), 400)
             order by z.plaatsgevonden_op desc, z.nummer desc))[1] as laatste_tekst,
           (count(*) filter (where ${isOngelezen(now)}))::int as ongelezen
    from zichtbaar z join wortels w on w.post = z.id
    group by w.wortel
    having ${cursor === undefined} or (date_trunc('milliseconds', max(z.plaatsgevonden_op)), (array_agg(z.id order by z.plaatsgevonden_op, z.nummer))[1])
      < (${cursor?.[0] ?? null}::timestamptz, ${cursor?.[1] ?? null}::uuid)
    order by date_trunc('milliseconds', max(z.plaatsgevonden_op)) desc, 1 desc
    limit ${aantal + 1}`.execute(db)
  return rows
}

/** Answers of ours, in all threads, that he did not open yet. */
export async function countOngelezen(db: Db, toegang: Toegang, now: Date): Promise<number> {
  const { rows } = await sql<{ aantal: number }>`
    select count(*)::int as aantal from (${zichtbaar(toegang)}) z where ${isOngelezen(now)}`.execute(db)
  return rows[0]?.aantal ?? 0
}
