import { type RawBuilder, sql } from 'kysely'
import { dagVan } from '../clock.ts'
import { type Late, writeLate } from '../db/pending.ts'
import type { Db } from '../db/schema.ts'
import type { WriteContext } from '../http/context.ts'
import { bulkIndexZoekItems, indexZoekItem, removeZoekItem } from './index.ts'
import type { ZoekItem, ZoekSoort } from './item.ts'

/**
 * One kind of thing that a slice makes findable. A change indexes one of them, a load or a repair all of them; both by
 * `items`, so that it makes no difference which.
 */
export type Zoekbron = {
  soort: ZoekSoort
  /** A query with the `id` of everything that can be found. */
  alle: RawBuilder<{ id: string }>
  /** How these are found on this day; what cannot be found (any more) is left out. */
  items(db: Db, ids: readonly string[], vandaag: string): Promise<ZoekItem[]>
}

const perKeer = 2000

/** One of the source, in the transaction of its change; what cannot be found any more leaves the index. */
export async function indexUitBron(w: WriteContext, bron: Zoekbron, id: string): Promise<void> {
  await writeLate(w, stale, { bron, id })
}

const stale: Late<{ bron: Zoekbron; id: string }> = {
  rang: 1,
  async write(w, gegeven) {
    for (const bron of new Set(gegeven.map((each) => each.bron))) {
      const ids = [...new Set(gegeven.flatMap((each) => (each.bron === bron ? [each.id] : [])))]
      const items = new Map((await bron.items(w.db, ids, dagVan(w.now))).map((item) => [item.objectId, item]))
      for (const id of ids) {
        const item = items.get(id)
        if (item) await indexZoekItem(w, item)
        else await removeZoekItem(w, bron.soort, id)
      }
    }
  },
}

/** Everything of the source, or only `welke`, page by page. */
export async function* zoekpaginas(
  db: Db,
  bron: Zoekbron,
  vandaag: string,
  welke: RawBuilder<{ id: string }> = bron.alle,
): AsyncGenerator<ZoekItem[]> {
  let na = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows } = await sql<{ id: string }>`
      select id from (${welke}) as bron where id > ${na}::uuid order by id limit ${perKeer}`.execute(db)
    const last = rows.at(-1)
    if (!last) return
    yield await bron.items(
      db,
      rows.map(({ id }) => id),
      vandaag,
    )
    na = last.id
  }
}

/**
 * Makes everything of the source, or only `welke`, findable as it is now. Call `rebuildVocabulary` when all is in.
 * @returns how many were written
 */
export async function indexZoekbron(
  db: Db,
  bron: Zoekbron,
  vandaag: string,
  { welke, voortgang = () => {} }: { welke?: RawBuilder<{ id: string }>; voortgang?: (gedaan: number) => void } = {},
): Promise<number> {
  let gedaan = 0
  for await (const items of zoekpaginas(db, bron, vandaag, welke)) {
    await bulkIndexZoekItems(db, items)
    gedaan += items.length
    voortgang(gedaan)
  }
  return gedaan
}

/** Takes out what is not in the source any more. */
export async function removeSpoken(db: Db, { soort, alle }: Zoekbron): Promise<void> {
  await sql`
    with weg as (
      delete from zoek_item z
      where z.soort = ${soort} and not exists (select from (${alle}) as bron where bron.id = z.object_id)
      returning z.id, z.sleutels
    )
    delete from zoek_sleutel s using weg where s.item_id = weg.id and s.sleutel = any (weg.sleutels)`.execute(db)
}

/** How many of the source cannot be found, and how many can that are not there. */
export async function compareZoekbron(
  db: Db,
  { soort, alle }: Zoekbron,
): Promise<{ soort: ZoekSoort; ontbreekt: number; teVeel: number }> {
  const { rows } = await sql<{ ontbreekt: number; teVeel: number }>`
    select
      (select count(*)::int from (${alle}) as bron
       where not exists (select from zoek_item z where z.soort = ${soort} and z.object_id = bron.id)) as ontbreekt,
      (select count(*)::int from zoek_item z
       where z.soort = ${soort} and not exists (select from (${alle}) as bron where bron.id = z.object_id)) as "teVeel"`.execute(
    db,
  )
  return { soort, ...(rows[0] ?? { ontbreekt: 0, teVeel: 0 }) }
}
