import { sql } from 'kysely'
import type { Db } from '../db/schema.ts'
import { varianten } from './store.ts'

/**
 * Brings the vocabulary and its counts in step with the rows, set-based: after a bulk load, and nightly for the counts.
 * Searching and writing go on meanwhile; one run at a time.
 * @returns the number of distinct words
 */
export async function rebuildVocabulary(db: Db): Promise<number> {
  return await db.transaction().execute(async (tx) => {
    await sql`set local statement_timeout = 0`.execute(tx)
    await sql`select pg_advisory_xact_lock(hashtext(current_schema() || '.zoek_woord'))`.execute(tx)
    await sql`
      create temporary table telling on commit drop as
      select woord collate "C" as woord, count(*)::int as aantal
      from zoek_item, unnest(woorden) as woord group by 1`.execute(tx)
    await sql`create unique index on telling (woord)`.execute(tx)
    await sql`analyze telling`.execute(tx)
    await sql`
      create temporary table nieuw on commit drop as
      select woord from telling t where not exists (select 1 from zoek_woord z where z.woord = t.woord)`.execute(tx)
    await sql`
      insert into zoek_woord (woord, aantal)
      select woord, aantal from telling where woord in (select woord from nieuw) order by woord
      on conflict do nothing`.execute(tx)
    await sql`insert into zoek_variant (variant, woord) ${varianten(sql.table('nieuw'))} order by 1 on conflict do nothing`.execute(
      tx,
    )
    // A count within a tenth is as good for ranking and planning, and leaves the row alone.
    await sql`
      update zoek_woord z set aantal = t.aantal from telling t
      where t.woord = z.woord and abs(t.aantal - z.aantal) * 10 > z.aantal`.execute(tx)
    await sql`
      with weg as (
        delete from zoek_woord z where not exists (select 1 from telling t where t.woord = z.woord) returning woord
      )
      delete from zoek_variant v using (${varianten(sql.table('weg'))}) as oud(variant, woord)
      where v.variant = oud.variant and v.woord = oud.woord`.execute(tx)
    const count = await sql<{ aantal: number }>`select count(*) as aantal from telling`.execute(tx)
    return count.rows[0]?.aantal ?? 0
  })
}
