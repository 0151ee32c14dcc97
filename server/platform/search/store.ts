import { sql } from 'kysely'
import type { Db, Tx } from '../db/schema.ts'
import type { ItemRow } from './item.ts'

/**
 * Writes rows with their keys and words, in one statement. Words that exist are not touched: a count kept here would
 * make every "jansen" wait for every other one. The counts are estimates that `rebuildVocabulary` refreshes.
 */
export async function upsertItemsMetWoorden(tx: Tx, rows: ItemRow[]): Promise<void> {
  await sql`
    with ${geschreven(rows)}, woord as (
      insert into zoek_woord (woord)
      select distinct nieuw from bron, unnest(bron.woorden) as nieuw
      where not exists (select 1 from zoek_woord z where z.woord = nieuw collate "C")
      order by nieuw
      on conflict do nothing
      returning woord
    )
    insert into zoek_variant (variant, woord)
    ${varianten(sql.table('woord'))}
    on conflict do nothing`.execute(tx)
}

/** Many rows at once, without their words: finish with `rebuildVocabulary`. */
export async function upsertItems(db: Db, rows: ItemRow[]): Promise<void> {
  await sql`with ${geschreven(rows)} select 1`.execute(db)
}

/** Parts of a statement: the rows as `bron`, written with their keys. */
function geschreven(rows: ItemRow[]) {
  return sql`
    bron as (
      select * from json_to_recordset(${JSON.stringify(rows)}::json) as r(
        soort text, object_id uuid, titel text, ondertitel text, gewicht smallint, woorden text[], sleutels text[],
        team_id uuid, medewerker_id uuid, vertrouwelijk boolean, gegevens jsonb)
    ), oud as (
      select i.id, i.sleutels, bron.sleutels as nieuw
      from bron join zoek_item i on i.soort = bron.soort and i.object_id = bron.object_id
    ), item as (
      insert into zoek_item (soort, object_id, titel, ondertitel, gewicht, woorden, sleutels, team_id, medewerker_id,
                             vertrouwelijk, gegevens)
      select * from bron
      on conflict (soort, object_id) do update set
        titel = excluded.titel, ondertitel = excluded.ondertitel, gewicht = excluded.gewicht,
        woorden = excluded.woorden, sleutels = excluded.sleutels, team_id = excluded.team_id,
        medewerker_id = excluded.medewerker_id, vertrouwelijk = excluded.vertrouwelijk, gegevens = excluded.gegevens
      returning id, sleutels
    ), weg as (
      delete from zoek_sleutel s using oud
      where s.item_id = oud.id and s.sleutel = any (oud.sleutels) and s.sleutel <> all (oud.nieuw)
    ), erbij as (
      insert into zoek_sleutel (sleutel, item_id)
      select sleutel, item.id from item, unnest(item.sleutels) as sleutel order by sleutel
      on conflict do nothing
    )`
}

export async function deleteItems(tx: Tx, items: { soort: string; objectId: string }[]): Promise<void> {
  await sql`
    with weg as (
      delete from zoek_item z
      using json_to_recordset(${JSON.stringify(items)}::json) as r(soort text, "objectId" uuid)
      where z.soort = r.soort and z.object_id = r."objectId" returning z.id, z.sleutels
    )
    delete from zoek_sleutel s using weg where s.item_id = weg.id and s.sleutel = any (weg.sleutels)`.execute(tx)
}

/** Every word of `bron(woord)` with one letter left out. Numbers and short words get no typing errors. */
export function varianten(bron: ReturnType<typeof sql.table>) {
  return sql`
    select distinct left(woord, i - 1) || substr(woord, i + 1), woord
    from ${bron}, generate_series(1, length(woord)) as i
    where length(woord) between 4 and 24 and woord !~ '[0-9]'`
}
