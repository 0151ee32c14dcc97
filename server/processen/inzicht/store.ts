import { sql } from 'kysely'
import type { Db } from '#server/platform/db/schema.ts'
import { bekendAan } from '#server/platform/http/bekendAan.ts'
import type { Actor } from '#server/platform/http/context.ts'

export type Vraag = { versieIds: readonly string[]; van: Date; tot: Date }
const zone = 'Europe/Amsterdam'

/** What began and what ended, by the Monday of its week here. */
export async function selectWeken(
  db: Db,
  actor: Actor,
  { versieIds, van, tot }: Vraag,
): Promise<{ week: string; begonnen: number; afgerond: number }[]> {
  const bekend = bekendAan(actor, 'proces_instantie.zaak_id')
  const { rows } = await sql<{ week: string; begonnen: number; afgerond: number }>`
    select to_char(week, 'YYYY-MM-DD') as week, sum(begonnen)::int as begonnen, sum(afgerond)::int as afgerond
    from (
      select date_trunc('week', begonnen_op at time zone ${zone}) as week, count(*) as begonnen, 0 as afgerond
      from proces_instantie
      where versie_id = any(${versieIds}::uuid[]) and begonnen_op >= ${van} and begonnen_op < ${tot} and ${bekend}
      group by 1
      union all
      select date_trunc('week', klaar_op at time zone ${zone}), 0, count(*)
      from proces_instantie
      where versie_id = any(${versieIds}::uuid[]) and klaar_op >= ${van} and klaar_op < ${tot} and ${bekend}
      group by 1
    ) samen
    group by week order by week`.execute(db)
  return rows
}

export async function selectDoorlooptijd(
  db: Db,
  actor: Actor,
  { versieIds, van, tot }: Vraag,
): Promise<{ mediaan: number | null; p90: number | null }> {
  const { rows } = await sql<{ mediaan: number | null; p90: number | null }>`
    select (percentile_cont(0.5) within group (order by dagen))::float8 as mediaan,
      (percentile_cont(0.9) within group (order by dagen))::float8 as p90
    from (
      select extract(epoch from klaar_op - begonnen_op) / 86400 as dagen
      from proces_instantie
      where versie_id = any(${versieIds}::uuid[]) and klaar_op >= ${van} and klaar_op < ${tot}
        and ${bekendAan(actor, 'proces_instantie.zaak_id')}
    ) duur`.execute(db)
  return rows[0] ?? { mediaan: null, p90: null }
}

/** Where cases wait now, and how long already, in days. */
export async function selectWachtenden(
  db: Db,
  actor: Actor,
  versieIds: readonly string[],
  nu: Date,
): Promise<{ element: string; aantal: number; mediaan: number; langste: number }[]> {
  const { rows } = await sql<{ element: string; aantal: number; mediaan: number; langste: number }>`
    select element, count(*)::int as aantal,
      (percentile_cont(0.5) within group (order by dagen))::float8 as mediaan, max(dagen)::float8 as langste
    from (
      select w.element, extract(epoch from ${nu}::timestamptz - w.sinds) / 86400 as dagen
      from proces_instantie join proces_wacht w on w.instantie_id = proces_instantie.id
      where proces_instantie.versie_id = any(${versieIds}::uuid[]) and proces_instantie.klaar_op is null
        and ${bekendAan(actor, 'proces_instantie.zaak_id')}
    ) wachtend
    group by element order by aantal desc, element limit 200`.execute(db)
  return rows
}

/** What runs of each process now. */
export async function countLopendPerProces(db: Db, actor: Actor): Promise<Map<string, number>> {
  const { rows } = await sql<{ proces: string; aantal: number }>`
    select v.proces, count(*)::int as aantal
    from proces_instantie join proces_versie v on v.id = proces_instantie.versie_id
    where proces_instantie.klaar_op is null and ${bekendAan(actor, 'proces_instantie.zaak_id')}
    group by v.proces`.execute(db)
  return new Map(rows.map(({ proces, aantal }) => [proces, aantal]))
}
