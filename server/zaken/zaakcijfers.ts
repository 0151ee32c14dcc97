import { sql } from 'kysely'
import type { TermijnSoort } from '#contract/zaken.ts'
import type { Db } from '#server/platform/db/schema.ts'
import { bekendAan } from '#server/platform/http/bekendAan.ts'
import type { Actor } from '#server/platform/http/context.ts'

export type Zaakcijfers = {
  termijnen: { soort: TermijnSoort; naam: string; gehaald: number; teLaat: number; loopt: number }[]
  teams: {
    teamId: string | null
    begonnen: number
    afgerond: number
    lopend: number
    heropend: number
    /** Days, of what was closed. */
    mediaan: number | null
  }[]
}

/**
 * Figures of zaken of these kinds in a period, `tot` not counted: numbers only, also of what is confidential, but nothing
 * of what somebody may not know of.
 */
export async function zaakcijfers(
  db: Db,
  actor: Actor,
  { zaaktypen, van, tot }: { zaaktypen: readonly string[]; van: Date; tot: Date },
): Promise<Zaakcijfers> {
  const bekend = bekendAan(actor, 'zaak.id')
  const termijnen = await sql<Zaakcijfers['termijnen'][number]>`
    select t.soort, t.naam,
      count(*) filter (where t.status = 'gehaald' and t.overschreden_op is null)::int as gehaald,
      count(*) filter (where t.overschreden_op is not null)::int as "teLaat",
      count(*) filter (where t.status = 'loopt' and t.overschreden_op is null)::int as loopt
    from zaak_termijn t join zaak on zaak.id = t.zaak_id
    where zaak.zaaktype = any(${zaaktypen}) and ${bekend} and t.status <> 'vervallen'
      and (t.status = 'loopt' or coalesce(t.gehaald_op, t.overschreden_op) >= ${van})
      and (t.status = 'loopt' or coalesce(t.gehaald_op, t.overschreden_op) < ${tot})
    group by t.soort, t.naam order by t.soort, t.naam`.execute(db)
  // Each of the three is found by its own index: what came in, what was closed, and what runs.
  const teams = await sql<Zaakcijfers['teams'][number]>`
    with heropend as (
      select distinct weer.zaak_id
      from zaak_status eerst join zaak_status weer on weer.zaak_id = eerst.zaak_id and weer.op > eerst.op
      where eerst.status = 'AFG' and weer.status in ('INB', 'INU') and weer.op >= ${van} and weer.op < ${tot}
    )
    select team_id as "teamId",
      count(*) filter (where ontvangen_op >= ${van} and ontvangen_op < ${tot})::int as begonnen,
      count(*) filter (where afgesloten_op >= ${van} and afgesloten_op < ${tot})::int as afgerond,
      count(*) filter (where status in ('AAN', 'INB', 'INU'))::int as lopend,
      count(heropend.zaak_id)::int as heropend,
      (percentile_cont(0.5) within group (order by extract(epoch from afgesloten_op - ontvangen_op) / 86400)
        filter (where afgesloten_op >= ${van} and afgesloten_op < ${tot}))::float8 as mediaan
    from zaak left join heropend on heropend.zaak_id = zaak.id
    where zaaktype = any(${zaaktypen}) and ${bekend}
      and (status in ('AAN', 'INB', 'INU') or afgesloten_op >= ${van})
    group by team_id order by begonnen desc, team_id`.execute(db)
  return { termijnen: termijnen.rows, teams: teams.rows }
}
