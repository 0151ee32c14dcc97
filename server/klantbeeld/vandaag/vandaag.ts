import { sql } from 'kysely'
import type { Vandaag } from '#contract/klantbeeld.ts'
import { dagVan } from '#server/platform/clock.ts'
import type { Db } from '#server/platform/db/schema.ts'
import type { ReadContext } from '#server/platform/http/context.ts'

/** The weeks before, on the same weekday: Mondays are busy, and no exception. */
const weken = 8
const topOnderwerpen = 10

/** Everybody sees the same figures, and every screen asks again when something happens: one of them counts for all. */
const geldig = 10_000
const bewaard = new Map<string, { op: number; cijfers: Promise<Vandaag> }>()

/** The figures of today, at most ten seconds old. */
export async function getVandaag(ctx: ReadContext): Promise<Vandaag> {
  const nu = ctx.now.getTime()
  const eerder = bewaard.get(ctx.organisatie.id)
  if (eerder && Math.abs(nu - eerder.op) < geldig) return await eerder.cijfers
  const cijfers = telVandaag(ctx)
  bewaard.set(ctx.organisatie.id, { op: nu, cijfers })
  cijfers.catch(() => bewaard.delete(ctx.organisatie.id))
  return await cijfers
}

/** All of it reads an index over a bounded number of days, within a time limit of its own. */
async function telVandaag(ctx: ReadContext): Promise<Vandaag> {
  const dag = dagVan(ctx.now)
  return await ctx.db
    .transaction()
    .setAccessMode('read only')
    .execute(async (db) => {
      await sql`set local statement_timeout = '4s'`.execute(db)
      const uren = await selectInstroom(db, dag, ctx.now)
      const kanalen = await sql<{ code: string; naam: string }>`
        select code, naam from kanaal order by volgorde, naam`.execute(db)
      return {
        dag,
        op: ctx.now.toISOString(),
        instroom: tel(uren),
        perUur: perUur(uren),
        perKanaal: kanalen.rows
          .map((kanaal) => ({ ...kanaal, ...tel(uren.filter(({ kanaal_code }) => kanaal_code === kanaal.code)) }))
          .filter(({ vandaag, gemiddeld }) => vandaag > 0 || gemiddeld > 0),
        perOnderwerp: await selectOnderwerpen(db, dag, ctx.now),
        directBeantwoord: await selectDirect(db, dag),
        taken: await selectTaken(db, dag),
        beloften: await selectBeloften(db, dag),
      }
    })
}

type UurRow = { weken_terug: number; uur: number; kanaal_code: string; aantal: number; tot_nu: number }

/** The days themselves, in Dutch time: a day of the clock change has 23 or 25 hours. */
function dagen(dag: string) {
  return sql`
    generate_series(0, ${weken}) as weken_terug,
    lateral (select (${dag}::date - weken_terug * 7)::timestamp at time zone 'Europe/Amsterdam' as van,
                    (${dag}::date - weken_terug * 7 + 1)::timestamp at time zone 'Europe/Amsterdam' as tot) as dag`
}

/** The clock time of now, on that day. */
function totNu(nu: Date) {
  return sql`k.plaatsgevonden_op < dag.van + (${nu}::timestamptz - (${dagVan(nu)}::date)::timestamp at time zone 'Europe/Amsterdam')`
}

const isInstroom = sql`k.richting = 'inkomend' and k.type <> 'terugkoppeling'`

/** Per day through the index on the moment. Without offset 0 the planner reads all contacts of all years instead. */
const ingekomen = sql`
  cross join lateral (
    select * from klantcontact k
    where k.plaatsgevonden_op >= dag.van and k.plaatsgevonden_op < dag.tot and ${isInstroom} offset 0
  ) k`

async function selectInstroom(db: Db, dag: string, nu: Date): Promise<UurRow[]> {
  const result = await sql<UurRow>`
    select weken_terug, extract(hour from k.plaatsgevonden_op at time zone 'Europe/Amsterdam')::int as uur, k.kanaal_code,
           count(*) as aantal, count(*) filter (where ${totNu(nu)}) as tot_nu
    from ${dagen(dag)} ${ingekomen}
    group by 1, 2, 3`.execute(db)
  return result.rows
}

function tel(rows: UurRow[]): Vandaag['instroom'] {
  const eerder = rows.filter(({ weken_terug }) => weken_terug > 0)
  return {
    vandaag: som(rows.filter(({ weken_terug }) => weken_terug === 0).map(({ aantal }) => aantal)),
    gemiddeldTotNu: gemiddelde(som(eerder.map(({ tot_nu }) => tot_nu))),
    gemiddeld: gemiddelde(som(eerder.map(({ aantal }) => aantal))),
  }
}

function perUur(rows: UurRow[]): Vandaag['perUur'] {
  const uren = rows.map(({ uur }) => uur)
  const [van, tot] = [Math.min(8, ...uren), Math.max(17, ...uren)]
  return Array.from({ length: tot - van + 1 }, (_, i) => {
    const dit = rows.filter(({ uur }) => uur === van + i)
    return {
      uur: van + i,
      vandaag: som(dit.filter(({ weken_terug }) => weken_terug === 0).map(({ aantal }) => aantal)),
      gemiddeld: gemiddelde(som(dit.filter(({ weken_terug }) => weken_terug > 0).map(({ aantal }) => aantal))),
    }
  })
}

async function selectOnderwerpen(db: Db, dag: string, nu: Date): Promise<Vandaag['perOnderwerp']> {
  const result = await sql<{ id: string; naam: string; vandaag: number; eerder: number; eerder_tot_nu: number }>`
    select o.id, o.naam, count(*) filter (where weken_terug = 0) as vandaag,
           count(*) filter (where weken_terug > 0) as eerder,
           count(*) filter (where weken_terug > 0 and ${totNu(nu)}) as eerder_tot_nu
    from ${dagen(dag)} ${ingekomen}
    -- offset 0: some thousands of look-ups, and never a join of everything with everything, whatever is estimated.
    cross join lateral (select onderwerp_id from klantcontact_onderwerp where klantcontact_id = k.id offset 0) ko
    join onderwerp o on o.id = ko.onderwerp_id
    group by o.id, o.naam order by vandaag desc, eerder desc, o.naam limit ${topOnderwerpen}`.execute(db)
  return result.rows.map(({ id, naam, vandaag, eerder, eerder_tot_nu }) => ({
    id,
    naam,
    vandaag,
    gemiddeldTotNu: gemiddelde(eerder_tot_nu),
    gemiddeld: gemiddelde(eerder),
  }))
}

async function selectDirect(db: Db, dag: string): Promise<Vandaag['directBeantwoord']> {
  const result = await sql<{ aantal: number; van: number; vier_aantal: number; vier_van: number }>`
    select count(*) filter (where vandaag and direct_beantwoord) as aantal, count(*) filter (where vandaag) as van,
           count(*) filter (where not vandaag and direct_beantwoord) as vier_aantal,
           count(*) filter (where not vandaag) as vier_van
    from (
      select k.direct_beantwoord,
             k.plaatsgevonden_op >= (${dag}::date)::timestamp at time zone 'Europe/Amsterdam' as vandaag
      from klantcontact k
      where k.plaatsgevonden_op >= (${dag}::date - 28)::timestamp at time zone 'Europe/Amsterdam'
        and k.plaatsgevonden_op < (${dag}::date + 1)::timestamp at time zone 'Europe/Amsterdam' and ${isInstroom}
    ) k`.execute(db)
  const row = result.rows[0] ?? { aantal: 0, van: 0, vier_aantal: 0, vier_van: 0 }
  return { vandaag: { aantal: row.aantal, van: row.van }, vierWeken: { aantal: row.vier_aantal, van: row.vier_van } }
}

async function selectTaken(db: Db, dag: string): Promise<Vandaag['taken']> {
  const result = await sql<{
    id: string
    naam: string
    open: number
    niet_opgepakt: number
    vandaag: number
    te_laat: number
  }>`
    select team.id, team.naam, count(t.id) as open, count(t.id) filter (where t.medewerker_id is null) as niet_opgepakt,
           count(t.id) filter (where t.deadline = ${dag}::date) as vandaag,
           count(t.id) filter (where t.deadline < ${dag}::date) as te_laat
    from team left join taak t on t.team_id = team.id and t.status in ('niet_gestart', 'in_uitvoering', 'wacht_op_derden')
    where team.actief
    group by team.id, team.naam order by open desc, team.naam`.execute(db)
  return result.rows.map(({ id, naam, open, niet_opgepakt, vandaag, te_laat }) => ({
    team: { id, naam },
    open,
    nietOpgepakt: niet_opgepakt,
    vandaag,
    teLaat: te_laat,
  }))
}

async function selectBeloften(db: Db, dag: string): Promise<Vandaag['beloften']> {
  const result = await sql<{ open: number; vandaag: number; te_laat: number }>`
    select count(*) as open, count(*) filter (where deadline = ${dag}::date) as vandaag,
           count(*) filter (where deadline < ${dag}::date) as te_laat
    from taak where belofte and belofte_ingelost_op is null and status <> 'geannuleerd'`.execute(db)
  const row = result.rows[0] ?? { open: 0, vandaag: 0, te_laat: 0 }
  return { open: row.open, vandaag: row.vandaag, teLaat: row.te_laat }
}

function som(getallen: number[]): number {
  return getallen.reduce((total, getal) => total + getal, 0)
}

/** One decimal: "12,5 op een gewone maandag". */
function gemiddelde(totaal: number): number {
  return Math.round((totaal / weken) * 10) / 10
}
