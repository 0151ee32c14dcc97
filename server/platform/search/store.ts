import { sql } from 'kysely'
import type { Db, Tx } from '../db/schema.ts'
import type { ItemRow } from './item.ts'

/**
 * Writes one row with its keys and words, in one statement. Words that exist are not touched: a count kept here would
 * make every "jansen" wait for every other one. The counts are estimates that `rebuildVocabulary` refreshes.
 */
export async function upsertItem(tx: Tx, row: ItemRow): Promise<void> {
  await sql`
    with oud as (
      select id, sleutels from zoek_item where soort = ${row.soort} and object_id = ${row.object_id}::uuid
    ), item as (
      insert into zoek_item (soort, object_id, titel, ondertitel, gewicht, woorden, sleutels, team_id, medewerker_id,
                             vertrouwelijk, gegevens)
      values (${row.soort}, ${row.object_id}::uuid, ${row.titel}, ${row.ondertitel}, ${row.gewicht}, ${row.woorden}::text[],
              ${row.sleutels}::text[], ${row.team_id}::uuid, ${row.medewerker_id}::uuid, ${row.vertrouwelijk},
              ${JSON.stringify(row.gegevens)}::jsonb)
      on conflict (soort, object_id) do update set
        titel = excluded.titel, ondertitel = excluded.ondertitel, gewicht = excluded.gewicht,
        woorden = excluded.woorden, sleutels = excluded.sleutels, team_id = excluded.team_id,
        medewerker_id = excluded.medewerker_id, vertrouwelijk = excluded.vertrouwelijk, gegevens = excluded.gegevens
      returning id
    ), weg as (
      delete from zoek_sleutel s using oud
      where s.item_id = oud.id and s.sleutel = any (oud.sleutels) and s.sleutel <> all (${row.sleutels}::text[])
    ), erbij as (
      insert into zoek_sleutel (sleutel, item_id)
      select sleutel, item.id from item, unnest(${row.sleutels}::text[]) as sleutel
      on conflict do nothing
    ), woord as (
      insert into zoek_woord (woord)
      select nieuw from unnest(${row.woorden}::text[]) as nieuw
      where not exists (select 1 from zoek_woord z where z.woord = nieuw collate "C")
      order by nieuw
      on conflict do nothing
      returning woord
    )
    insert into zoek_variant (variant, woord)
    ${varianten(sql.table('woord'))}
    on conflict do nothing`.execute(tx)
}

export async function deleteItem(tx: Tx, soort: string, objectId: string): Promise<void> {
  await sql`
    with weg as (
      delete from zoek_item where soort = ${soort} and object_id = ${objectId}::uuid returning id, sleutels
    )
    delete from zoek_sleutel s using weg where s.item_id = weg.id and s.sleutel = any (weg.sleutels)`.execute(tx)
}

/** Many rows at once, without their words: finish with `rebuildVocabulary`. */
export async function upsertItems(db: Db, rows: ItemRow[]): Promise<void> {
  await sql`
    with bron as (
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
    )
    insert into zoek_sleutel (sleutel, item_id)
    select sleutel, item.id from item, unnest(item.sleutels) as sleutel order by sleutel
    on conflict do nothing`.execute(db)
}

/** Every word of `bron(woord)` with one letter left out. Numbers and short words get no typing errors. */
export function varianten(bron: ReturnType<typeof sql.table>) {
  return sql`
    select distinct left(woord, i - 1) || substr(woord, i + 1), woord
    from ${bron}, generate_series(1, length(woord)) as i
    where length(woord) between 4 and 24 and woord !~ '[0-9]'`
}
