import { sql } from 'kysely'
import type { DemoPersoon } from '#contract/aanmelden.ts'
import type { Db } from '#server/platform/db/schema.ts'

/** The people of the demo, the busiest roles first; a demo of thousands would not fit on the page. */
export async function listDemoMensen(db: Db): Promise<DemoPersoon[]> {
  const result = await sql<DemoPersoon>`
    select m.id, m.naam, m.functie, m.rollen,
           array(select t.naam from team_lid l join team t on t.id = l.team_id
                 where l.medewerker_id = m.id and l.tot is null order by lower(t.naam)) as teams
    from medewerker m where m.actief and cardinality(m.rollen) > 0
    order by m.aangemaakt_op, m.id limit 40`.execute(db)
  return result.rows
}

export async function isActief(db: Db, medewerkerId: string): Promise<boolean> {
  const result = await sql`select from medewerker where id = ${medewerkerId} and actief`.execute(db)
  return result.rows.length > 0
}
