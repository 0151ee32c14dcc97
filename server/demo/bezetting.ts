import { sql } from 'kysely'
import type { Db } from '#server/platform/db/schema.ts'
import type { Bezetting } from './contacten.ts'

/** Who works where, as the set-up made it. */
export async function leesBezetting(db: Db): Promise<Bezetting> {
  const leden = await sql<{ code: string; id: string; leden: string[] }>`
    select t.code, t.id, coalesce(array_agg(l.medewerker_id) filter (where l.medewerker_id is not null), '{}') as leden
    from team t left join team_lid l on l.team_id = t.id and l.tot is null group by t.code, t.id`.execute(db)
  const onderwerpen = await sql<{ code: string; id: string }>`select code, id from onderwerp`.execute(db)
  const teams = Object.fromEntries(leden.rows.map((row) => [row.code, { id: row.id, leden: row.leden }]))
  const ids = new Map(onderwerpen.rows.map((row) => [row.code, row.id]))
  const kcc = teams['kcc']?.leden ?? []
  if (kcc.length === 0) throw new Error('the set-up has no team kcc with members')
  return { kcc, teams, onderwerpId: (code) => ids.get(code) }
}
