import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/schema.ts'
import type { Soort } from '../rij.ts'

/** Remembers under which numbers the source knows what was taken over, and counts it; in the transaction of the step. */
export async function onthoud(tx: Tx, runId: string, soorten: readonly Soort[]): Promise<void> {
  await sql`
    insert into import_sleutel (ruimte, sleutel, object_id, hash, run_id)
    select ruimte, sleutel, object_id, hash, run_id from import_rij
    where soort = any (${soorten}) and status in ('nieuw', 'gewijzigd', 'gelijk') and object_id is not null
    on conflict (ruimte, sleutel) do update
      set object_id = excluded.object_id, hash = excluded.hash, run_id = excluded.run_id`.execute(tx)
  await sql`
    insert into import_sleutel (ruimte, sleutel, object_id, run_id)
    select r.ruimte, a, r.object_id, r.run_id from import_rij r, unnest(r.aliassen) as a
    where r.soort = any (${soorten}) and r.status in ('nieuw', 'gewijzigd', 'gelijk') and a <> ''
    on conflict (ruimte, sleutel) do nothing`.execute(tx)
  await sql`
    insert into import_telling (run_id, soort, nieuw, gewijzigd, ongewijzigd)
    select ${runId}::uuid, soort, count(*) filter (where status = 'nieuw'), count(*) filter (where status = 'gewijzigd'),
           count(*) filter (where status in ('ongewijzigd', 'gelijk', 'samengevoegd') and rang = 0)
    from import_rij where soort = any (${soorten}) group by soort`.execute(tx)
}

/** What was looked at and turned out the same, although the source wrote it differently. */
export async function restIsGelijk(tx: Tx, soorten: readonly Soort[]): Promise<void> {
  await sql`update import_rij set status = 'gelijk' where status = 'open' and soort = any (${soorten})`.execute(tx)
}
