import type { Inzichttabel, Inzichtwacht, Procesinzicht } from '#contract/procesinzicht.ts'
import { findTeams } from '#server/beheer/index.ts'
import { dagVan } from '#server/platform/clock.ts'
import { type Kolom, writeCsv } from '#server/platform/csv/csv.ts'
import { invalid, notFound } from '#server/platform/errors.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { zaakcijfers } from '#server/zaken/index.ts'
import { isGereedstaand } from '../model/gereedstaand.ts'
import { laadVersie } from '../versies/geladen.ts'
import { selectProcessen, selectVersies } from '../versies/store.ts'
import { countLopendPerProces, selectDoorlooptijd, selectWachtenden, selectWeken } from './store.ts'

type Periode = { van?: string | undefined; tot?: string | undefined }

export async function listInzichtprocessen(ctx: ReadContext) {
  const lopend = await countLopendPerProces(ctx.db, ctx.actor)
  const processen = await selectProcessen(ctx.db)
  return processen.map(({ proces, naam }) => ({ proces, naam, lopend: lopend.get(proces) ?? 0 }))
}

/** @throws 404 for a process that never was in force, 400 on the period */
export async function procesinzicht(ctx: ReadContext, proces: string, gevraagd: Periode): Promise<Procesinzicht> {
  const versies = (await selectVersies(ctx.db, proces)).filter(({ status }) => status !== 'concept')
  const geldend = versies.find(({ status }) => status === 'gepubliceerd') ?? versies[0]
  if (!geldend) throw notFound()
  const periode = periodeVan(gevraagd, dagVan(ctx.now))
  const versieIds = versies.map(({ id }) => id)
  const vraag = { versieIds, van: beginVan(periode.van), tot: beginVan(volgendeDag(periode.tot)) }
  const [gemeten, doorlooptijd, wacht, zaken, geladen] = await Promise.all([
    selectWeken(ctx.db, ctx.actor, vraag),
    selectDoorlooptijd(ctx.db, ctx.actor, vraag),
    wachtenden(ctx, versieIds, geldend.id),
    zaakcijfers(ctx.db, ctx.actor, { zaaktypen: [...new Set(versies.map(({ zaaktype }) => zaaktype))], ...vraag }),
    laadVersie(ctx.db, geldend.id),
  ])
  const teams = await findTeams(
    ctx.db,
    zaken.teams.flatMap(({ teamId }) => teamId ?? []),
  )
  const weken = alleWeken(periode).map(
    (week) => gemeten.find((each) => each.week === week) ?? { week, begonnen: 0, afgerond: 0 },
  )
  const som = (welk: 'begonnen' | 'afgerond') => gemeten.reduce((aantal, each) => aantal + each[welk], 0)
  const somTeams = (welk: 'lopend' | 'heropend') => zaken.teams.reduce((aantal, each) => aantal + each[welk], 0)
  return {
    proces,
    naam: geldend.naam,
    ...periode,
    bpmn: geladen.bestanden['proces.bpmn'] ?? '',
    begonnen: som('begonnen'),
    afgerond: som('afgerond'),
    lopend: somTeams('lopend'),
    heropend: somTeams('heropend'),
    doorlooptijd,
    weken,
    termijnen: zaken.termijnen,
    wacht,
    teams: zaken.teams.map(({ teamId, ...cijfers }) => {
      const team = teamId ? teams.get(teamId) : undefined
      return { team: team ? { id: team.id, code: team.code, naam: team.naam } : null, ...cijfers }
    }),
  }
}

/** One table as a file. */
export function inzichtCsv(inzicht: Procesinzicht, tabel: Inzichttabel): string {
  switch (tabel) {
    case 'weken':
      return writeCsv(kolommen.weken, inzicht.weken)
    case 'termijnen':
      return writeCsv(kolommen.termijnen, inzicht.termijnen)
    case 'wacht':
      return writeCsv(kolommen.wacht, inzicht.wacht)
    case 'teams':
      return writeCsv(kolommen.teams, inzicht.teams)
  }
}

type Rij<T extends Inzichttabel> = Procesinzicht[T][number]
const kolommen: { [T in Inzichttabel]: Kolom<Rij<T>>[] } = {
  weken: [
    { kop: 'Week vanaf', cel: (rij) => rij.week },
    { kop: 'Begonnen', cel: (rij) => rij.begonnen },
    { kop: 'Afgerond', cel: (rij) => rij.afgerond },
  ],
  termijnen: [
    { kop: 'Soort', cel: (rij) => rij.soort },
    { kop: 'Termijn', cel: (rij) => rij.naam },
    { kop: 'Gehaald', cel: (rij) => rij.gehaald },
    { kop: 'Te laat', cel: (rij) => rij.teLaat },
    { kop: 'Loopt nog', cel: (rij) => rij.loopt },
  ],
  wacht: [
    { kop: 'Stap', cel: (rij) => rij.naam },
    { kop: 'Wacht nu', cel: (rij) => rij.aantal },
    { kop: 'Mediaan in dagen', cel: (rij) => tienden(rij.mediaan) },
    { kop: 'Langste in dagen', cel: (rij) => tienden(rij.langste) },
  ],
  teams: [
    { kop: 'Team', cel: (rij) => rij.team?.naam },
    { kop: 'Begonnen', cel: (rij) => rij.begonnen },
    { kop: 'Afgerond', cel: (rij) => rij.afgerond },
    { kop: 'Lopend', cel: (rij) => rij.lopend },
    { kop: 'Heropend', cel: (rij) => rij.heropend },
    { kop: 'Mediaan in dagen', cel: (rij) => (rij.mediaan === null ? null : tienden(rij.mediaan)) },
  ],
}

const tienden = (dagen: number) => Math.round(dagen * 10) / 10

/** By element; what stands ready on an edge is no place to wait. A step that is no more keeps the name that it had. */
async function wachtenden(ctx: ReadContext, versieIds: readonly string[], geldendId: string): Promise<Inzichtwacht[]> {
  const rijen = await selectWachtenden(ctx.db, ctx.actor, versieIds, ctx.now)
  if (rijen.length === 0) return []
  const volgorde = [geldendId, ...versieIds.filter((each) => each !== geldendId)]
  const modellen = await Promise.all(volgorde.map(async (id) => (await laadVersie(ctx.db, id)).model))
  return rijen.flatMap((rij) => {
    const model = modellen.find(({ stappen }) => stappen.has(rij.element))
    const stap = model?.stappen.get(rij.element)
    return model && stap && isGereedstaand(model, stap) ? [] : [{ ...rij, naam: stap?.naam || rij.element }]
  })
}

const dagenTerug = 13 * 7 - 1
const langste = 2 * 366

function periodeVan({ van, tot }: Periode, vandaag: string): { van: string; tot: string } {
  const eind = tot ?? vandaag
  const begin = van ?? dag(eind).subtract({ days: dagenTerug }).toString()
  if (begin > eind) throw invalid('van', 'volgorde', 'De eerste dag ligt na de laatste.')
  if (dag(begin).until(dag(eind)).days > langste) throw invalid('van', 'te-lang', 'Kies hoogstens twee jaar.')
  return { van: begin, tot: eind }
}

const dag = (tekst: string) => Temporal.PlainDate.from(tekst)
const volgendeDag = (tekst: string) => dag(tekst).add({ days: 1 }).toString()
/** Midnight in the Netherlands. */
const beginVan = (tekst: string) =>
  new Date(dag(tekst).toZonedDateTime({ timeZone: 'Europe/Amsterdam' }).epochMilliseconds)

/** Every Monday of the period, so that a week without cases is in the picture too. */
function alleWeken({ van, tot }: { van: string; tot: string }): string[] {
  const weken: string[] = []
  let maandag = dag(van)
  maandag = maandag.subtract({ days: maandag.dayOfWeek - 1 })
  for (; maandag.toString() <= tot; maandag = maandag.add({ days: 7 })) weken.push(maandag.toString())
  return weken
}
