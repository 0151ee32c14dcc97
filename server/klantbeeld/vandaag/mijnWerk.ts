import { sql } from 'kysely'
import type { MijnWerk } from '#contract/klantbeeld.ts'
import { dagVan } from '#server/platform/clock.ts'
import { mag, type ReadContext } from '#server/platform/http/context.ts'

/** What waits for this employee and his teams. His own open work is small; a team's is read from its own index. */
export async function getMijnWerk(ctx: ReadContext): Promise<MijnWerk> {
  const { actor } = ctx
  const dag = dagVan(ctx.now)
  const teamIds = mag(actor, 'taak.lezen') ? [...actor.teamIds] : []
  const open = sql`t.status in ('niet_gestart', 'in_uitvoering', 'wacht_op_derden')`
  const telling = sql`count(t.id) as open, count(t.id) filter (where t.deadline = ${dag}::date) as vandaag,
    count(t.id) filter (where t.deadline < ${dag}::date) as te_laat`
  type Telling = { open: number; vandaag: number; te_laat: number }
  const [mijn, teams, overig] = await Promise.all([
    sql<Telling>`select ${telling} from taak t where t.medewerker_id = ${actor.medewerkerId}::uuid and ${open}`.execute(
      ctx.db,
    ),
    sql<Telling & { id: string; naam: string; niet_opgepakt: number }>`
      select team.id, team.naam, ${telling}, count(t.id) filter (where t.medewerker_id is null) as niet_opgepakt
      from team left join taak t on t.team_id = team.id and ${open}
      where team.id = any (${teamIds}::uuid[]) group by team.id, team.naam order by team.naam`.execute(ctx.db),
    sql<{ gesprekken: number; beloften: number; beloften_te_laat: number }>`
      select (select count(*) from concept where medewerker_id = ${actor.medewerkerId}::uuid) as gesprekken,
             count(*) as beloften, count(*) filter (where deadline < ${dag}::date) as beloften_te_laat
      from taak t where t.belofte and t.belofte_ingelost_op is null and t.status <> 'geannuleerd'
        and (t.medewerker_id = ${actor.medewerkerId}::uuid or t.medewerker_id is null and t.team_id = any (${teamIds}::uuid[]))`.execute(
      ctx.db,
    ),
  ])
  const [eigen] = mijn.rows
  const [rest] = overig.rows
  return {
    mijn: { open: eigen?.open ?? 0, vandaag: eigen?.vandaag ?? 0, teLaat: eigen?.te_laat ?? 0 },
    teams: teams.rows.map(({ niet_opgepakt, te_laat, ...team }) => ({
      ...team,
      nietOpgepakt: niet_opgepakt,
      teLaat: te_laat,
    })),
    gesprekken: rest?.gesprekken ?? 0,
    beloften: { open: rest?.beloften ?? 0, teLaat: rest?.beloften_te_laat ?? 0 },
  }
}
