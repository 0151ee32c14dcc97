import { sql } from 'kysely'
import type { Db } from '../db/schema.ts'
import type { Schakel } from './keten.ts'

/** Every field of a line, in a fixed order and with its moment in UTC to the microsecond. Never change it: seals rest on it. */
export const canoniek = sql<string>`jsonb_build_array(
  v.id, to_char(v.op at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), v.medewerker_id, v.actor, v.actie, v.doel,
  v.object_soort, v.object_id, to_jsonb(v.partij_ids), v.verzoek_id)::text`

export async function selectSchakels(db: Db, vanaf: number, aantal: number): Promise<Schakel[]> {
  const result = await sql<Schakel>`
    select z.volgnummer, z.verwerking_id as "verwerkingId", z.hash, v.op,
           case when v.id is null then null else ${canoniek} end as canoniek
    from verwerking_zegel z left join verwerking v on v.id = z.verwerking_id
    where z.volgnummer >= ${vanaf} order by z.volgnummer limit ${aantal}`.execute(db)
  return result.rows
}

export async function selectStand(db: Db): Promise<{ laatste: number; openstaand: number }> {
  const result = await sql<{ laatste: number | null; openstaand: number }>`
    select (select max(volgnummer) from verwerking_zegel) as laatste,
           (select count(*) from (select 1 from verwerking_open limit 100000) o) as openstaand`.execute(db)
  return { laatste: result.rows[0]?.laatste ?? 0, openstaand: result.rows[0]?.openstaand ?? 0 }
}

/** A line that is neither sealed nor waiting: its seal was taken from the end of the chain, or it was slipped in. */
export async function findZonderZegel(db: Db, vanafId: number): Promise<{ id: number; op: Date } | undefined> {
  const result = await sql<{ id: number; op: Date }>`
    select v.id, v.op from verwerking v
    where v.id >= ${vanafId}
      and not exists (select 1 from verwerking_zegel z where z.verwerking_id = v.id)
      and not exists (select 1 from verwerking_open o where o.verwerking_id = v.id)
    order by v.id limit 1`.execute(db)
  return result.rows[0]
}

/** A line that waits for its seal and is gone. */
export async function findWachtendWeg(db: Db): Promise<number | undefined> {
  const result = await sql<{ id: number }>`
    select o.verwerking_id as id from verwerking_open o
    where not exists (select 1 from verwerking v where v.id = o.verwerking_id) order by 1 limit 1`.execute(db)
  return result.rows[0]?.id
}
