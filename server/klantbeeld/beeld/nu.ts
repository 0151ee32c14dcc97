import { sql } from 'kysely'
import type { Klantbeeld } from '#contract/klantbeeld.ts'
import { dagVan } from '#server/platform/clock.ts'
import { bekendAan } from '#server/platform/http/bekendAan.ts'
import { mag, type ReadContext } from '#server/platform/http/context.ts'
import { listLopendeZaken } from '#server/zaken/index.ts'

type Nu = Klantbeeld['nu']

const maxRijen = 50
const openStatussen = sql`status in ('niet_gestart', 'in_uitvoering', 'wacht_op_derden')`

/** What is going on now with the klant and his huishoudens: running zaken, open taken, promises, and colleagues who are busy with him. */
export async function nuVan(ctx: ReadContext, partijIds: string[]): Promise<Nu> {
  const [zaken, taken, beloften, collegas] = await Promise.all([
    listLopendeZaken(ctx, partijIds),
    openTaken(ctx, partijIds),
    openBeloften(ctx, partijIds),
    collegasBij(ctx, partijIds),
  ])
  return {
    zaken: zaken.map(({ termijn, ...zaak }) => ({
      ...zaak,
      // A clock that stands still is no day to answer by.
      uiterlijk: termijn && termijn.stand !== 'gepauzeerd' ? termijn.uitersteOp : null,
      teLaat: termijn?.stand === 'te-laat',
    })),
    taken,
    beloften,
    collegas,
  }
}

/** Taken of which this employee may see that they exist (the rule of `taken`). */
function zichtbaar({ actor }: ReadContext) {
  const bekend = bekendAan(actor, 't.id')
  if (mag(actor, 'taak.verdelen')) return bekend
  if (!mag(actor, 'taak.lezen')) return sql`false`
  return sql`(${bekend} and (t.team_id = any (${[...actor.teamIds]}::uuid[]) or t.medewerker_id = ${actor.medewerkerId}::uuid))`
}

async function openTaken(ctx: ReadContext, partijIds: string[]): Promise<Nu['taken']> {
  const vandaag = dagVan(ctx.now)
  const result = await sql<{
    id: string
    nummer: number
    onderwerp: string
    status: string
    prioriteit: string
    deadline: string | null
    partij_id: string
    team_id: string
    team_naam: string
    medewerker_id: string | null
    medewerker_naam: string | null
  }>`
    select t.id, t.nummer, t.onderwerp, t.status, t.prioriteit, t.deadline, t.partij_id, t.team_id, t.medewerker_id,
           team.naam as team_naam, m.naam as medewerker_naam
    from taak t join team on team.id = t.team_id left join medewerker m on m.id = t.medewerker_id
    where t.partij_id = any (${partijIds}::uuid[]) and t.${openStatussen} and ${zichtbaar(ctx)}
    order by t.deadline nulls last, t.id limit ${maxRijen}`.execute(ctx.db)
  return result.rows.map((row) => ({
    id: row.id,
    nummer: row.nummer,
    onderwerp: row.onderwerp,
    status: row.status,
    prioriteit: row.prioriteit,
    team: { id: row.team_id, naam: row.team_naam },
    medewerker: row.medewerker_id ? { id: row.medewerker_id, naam: row.medewerker_naam ?? 'Onbekend' } : null,
    deadline: row.deadline,
    teLaat: row.deadline !== null && row.deadline < vandaag,
    partijId: row.partij_id,
  }))
}

/**
 * A promise belongs to the contact in which it was made, so whoever may read that contact sees it: with the subject of the
 * contact and which team will answer when, but nothing of the taak itself. So a klant who calls back gets an answer from
 * anybody, and the work of a team stays with the team.
 */
async function openBeloften(ctx: ReadContext, partijIds: string[]): Promise<Nu['beloften']> {
  const vandaag = dagVan(ctx.now)
  const bekend = bekendAan(ctx.actor, 'k.id')
  const contactLezen = mag(ctx.actor, 'klantcontact.lezen')
    ? mag(ctx.actor, 'klantcontact.vertrouwelijk')
      ? sql`(k.id is not null and ${bekend})`
      : sql`(k.id is not null and ${bekend} and (not k.vertrouwelijk or k.medewerker_id = ${ctx.actor.medewerkerId}::uuid))`
    : sql`false`
  const result = await sql<{
    id: string
    klantcontact_id: string | null
    deadline: string | null
    team_naam: string
    onderwerp: string
    taak_zichtbaar: boolean
  }>`
    select t.id, k.id as klantcontact_id, t.deadline, team.naam as team_naam,
           case when ${contactLezen} then k.onderwerp else t.onderwerp end as onderwerp, ${zichtbaar(ctx)} as taak_zichtbaar
    from taak t join team on team.id = t.team_id left join klantcontact k on k.id = t.klantcontact_id
    where t.partij_id = any (${partijIds}::uuid[]) and t.belofte and t.belofte_ingelost_op is null
      and t.status <> 'geannuleerd' and (${zichtbaar(ctx)} or ${contactLezen})
    order by t.deadline nulls last, t.id limit ${maxRijen}`.execute(ctx.db)
  return result.rows.map((row) => ({
    klantcontactId: row.klantcontact_id,
    taakId: row.taak_zichtbaar ? row.id : null,
    onderwerp: row.onderwerp,
    team: row.team_naam,
    uiterlijk: row.deadline,
    teLaat: row.deadline !== null && row.deadline < vandaag,
  }))
}

/** Colleagues in contact with the klant, or looking at him. Names only: what they type is theirs until it is finished. */
async function collegasBij(ctx: ReadContext, partijIds: string[]): Promise<Nu['collegas']> {
  const result = await sql<{ id: string; naam: string; in_gesprek: boolean; sinds: Date | null }>`
    select m.id, m.naam, bool_or(b.in_gesprek) as in_gesprek, min(b.sinds) as sinds
    from (
      (select medewerker_id, true as in_gesprek, begonnen_op as sinds from concept
       where partij_id = any (${partijIds}::uuid[]) and gewijzigd_op > ${new Date(ctx.now.getTime() - gesprekMax)} limit ${maxRijen})
      union all
      (select medewerker_id, bezig, null from aanwezigheid
       where object_soort = 'partij' and object_id = any (${partijIds}::uuid[]) and tot > ${ctx.now} limit ${maxRijen})
    ) b join medewerker m on m.id = b.medewerker_id
    where m.id <> ${ctx.actor.medewerkerId}::uuid
    group by m.id, m.naam order by bool_or(b.in_gesprek) desc, m.naam limit 20`.execute(ctx.db)
  return result.rows.map((row) => ({
    medewerker: { id: row.id, naam: row.naam },
    inGesprek: row.in_gesprek,
    sinds: row.sinds?.toISOString() ?? null,
  }))
}

/** A concept that nobody touched for hours is forgotten work, not a running contact. */
const gesprekMax = 4 * 3600_000
