import type { Opslag } from './opslag.ts'
import { vast } from './toeval.ts'
import type { Afspraak, Relatie, Tijden } from './vormen.ts'

export type Vakman = { id: string; roepnaam: string; tussenvoegsels?: string; achternaam: string; kan: string[] }

/** The own service of the corporation, with what each can (VERA ONDERHOUDSPECIALISME). */
const ploeg: Vakman[] = [
  { id: 'V1', roepnaam: 'Ruud', achternaam: 'Bakker', kan: ['LOA', 'LOO', 'ONT', 'CVI'] },
  { id: 'V2', roepnaam: 'Samira', achternaam: 'Haddou', kan: ['LOA', 'LOO', 'ONT'] },
  { id: 'V3', roepnaam: 'Dennis', tussenvoegsels: 'de', achternaam: 'Graaf', kan: ['TAL', 'TIM', 'GLA'] },
  { id: 'V4', roepnaam: 'Marek', achternaam: 'Nowak', kan: ['ELA', 'ELE', 'WTW', 'CVI'] },
  { id: 'V5', roepnaam: 'Yvonne', achternaam: 'Postma', kan: ['INS'] },
  { id: 'V6', roepnaam: 'Henk', tussenvoegsels: 'van', achternaam: 'Dijk', kan: ['INS'] },
  { id: 'V7', roepnaam: 'Ali', achternaam: 'Demir', kan: ['SCH', 'STU', 'TEG', 'VOC', 'WIT'] },
]
/** On call at night and in the weekend, for what cannot wait. */
const wacht: Vakman = { id: 'V9', roepnaam: 'Wachtdienst', achternaam: 'Utrecht', kan: [] }

/** As many times the same people as it takes; one is plenty, except under a load test. */
export const maakVakmensen = (ploegen: number): Vakman[] =>
  Array.from({ length: ploegen }, (_, i) =>
    ploeg.map((each) => (i === 0 ? each : { ...each, id: `${each.id}.${i}` })),
  ).flat()

export type Moment = { id: string; vakman: Vakman; begin: Date; eind: Date; score: number; specialisme: string }

/** The planning of one organisatie, as it is now. */
export type Agenda = {
  opslag: Opslag
  organisatie: string
  vakmensen: Vakman[]
  /** Moments that were taken away by hand. */
  weg: ReadonlySet<string>
  nu: Date
}

const blokken = [
  [8, 10],
  [10, 12],
  [13, 15],
  [15, 17],
] as const
const dagenVooruit = 15
/** Inspections are planned months ahead; beyond this nobody has an agenda yet. */
const hoogstensVooruit = 200

/** Free moments, best first: the blocks of the craftsmen who can do it, less what is booked and what is taken away. */
export function vrijeMomenten(
  { opslag, vakmensen, weg, organisatie, nu }: Agenda,
  wens: { specialisme: string; vanaf: Date; tot: Date | undefined },
): Moment[] {
  const bezet = bezetteMomenten(opslag, organisatie)
  const vrij: Moment[] = []
  for (const { begin, eind, gewoon } of momenten(nu, wens.vanaf)) {
    if (begin < wens.vanaf || (wens.tot && eind > wens.tot)) continue
    const wie = gewoon ? vakmensen.filter(({ kan }) => kan.includes(wens.specialisme)) : [wacht]
    const vakman = wie.find((each) => !isBezet(bezet, weg, each, begin))
    if (!vakman) continue
    const dagen = Math.floor((begin.getTime() - nu.getTime()) / 86_400_000)
    const score = gewoon ? Math.max(20, 95 - dagen * 5 - (begin.getUTCHours() % 3)) : 15
    vrij.push({ id: momentId(vakman, begin), vakman, begin, eind, score, specialisme: wens.specialisme })
  }
  return vrij.sort((a, b) => b.score - a.score || a.begin.getTime() - b.begin.getTime())
}

/** The craftsman who is free then: the one that was offered, or else another who can do it. */
export function vrijeVakman(
  { opslag, vakmensen, weg, organisatie, nu }: Agenda,
  wens: { begin: Date; specialisme: string; optieId: string | undefined },
): Vakman | undefined {
  if (wens.begin < nu) return undefined
  const moment = momenten(nu, wens.begin).find(({ begin }) => begin.getTime() === wens.begin.getTime())
  if (!moment) return undefined
  const bezet = bezetteMomenten(opslag, organisatie)
  const kandidaten = moment.gewoon ? vakmensen.filter(({ kan }) => kan.includes(wens.specialisme)) : [wacht]
  const gevraagd = kandidaten.filter((each) => momentId(each, wens.begin) === wens.optieId)
  const wie = gevraagd.length > 0 ? gevraagd : kandidaten
  return wie.find((each) => !isBezet(bezet, weg, each, wens.begin))
}

export function relatieVan({ id, roepnaam, tussenvoegsels, achternaam }: Vakman): Relatie {
  return {
    id,
    soort: { code: 'NAT' },
    roepnaam,
    ...(tussenvoegsels && { tussenvoegsels }),
    achternaam,
    rollen: [{ soort: { code: 'MDW' } }],
  }
}

export function tijden(begin: Date, eind: Date): Tijden {
  const [van, tot] = [tijdstip(begin), tijdstip(eind)]
  return { begindatum: van, einddatum: tot, bloktijdBegin: van, bloktijdEind: tot }
}

export const tijdstip = (datum: Date) => datum.toISOString().replace(/\.\d{3}Z$/, 'Z')

/** Every block of the weeks from then on, on working days, and the shifts of who is on call for the coming day. */
function momenten(nu: Date, vanaf: Date): { begin: Date; eind: Date; gewoon: boolean }[] {
  const vandaag = dagVan(nu)
  const eerste = Math.min(Math.max(0, vandaag.until(dagVan(vanaf)).days), hoogstensVooruit)
  const uit: { begin: Date; eind: Date; gewoon: boolean }[] = []
  for (let d = eerste; d <= eerste + dagenVooruit; d++) {
    const dag = vandaag.add({ days: d })
    if (dag.dayOfWeek <= 5)
      for (const [van, tot] of blokken) uit.push({ begin: opUur(dag, van), eind: opUur(dag, tot), gewoon: true })
    if (d <= 1)
      for (let van = dag.dayOfWeek <= 5 ? 18 : 8; van < 24; van += 2)
        uit.push({ begin: opUur(dag, van), eind: opUur(dag, van + 2), gewoon: false })
  }
  return uit.filter(({ begin }) => begin.getTime() > nu.getTime() + 30 * 60_000)
}

const dagVan = (moment: Date) =>
  Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO('Europe/Amsterdam').toPlainDate()

function opUur(dag: Temporal.PlainDate, uur: number): Date {
  const moment = dag.add({ days: Math.floor(uur / 24) }).toZonedDateTime({
    timeZone: 'Europe/Amsterdam',
    plainTime: Temporal.PlainTime.from({ hour: uur % 24 }),
  })
  return new Date(moment.epochMilliseconds)
}

function bezetteMomenten(opslag: Opslag, organisatie: string): Set<string> {
  const gepland = opslag.zoek(organisatie, 'afspraken', { 'status.code': 'GEP' })
  return new Set(gepland.map(({ relaties, begindatum }: Afspraak) => `${relaties[0]?.id}@${begindatum}`))
}

const momentId = (vakman: Vakman, begin: Date) => `${vakman.id}@${tijdstip(begin)}`

/** A third of every agenda is other people's work, always the same. */
function isBezet(bezet: Set<string>, weg: ReadonlySet<string>, vakman: Vakman, begin: Date): boolean {
  const id = momentId(vakman, begin)
  return bezet.has(id) || weg.has(id) || (vakman !== wacht && vast(id).heel(1, 3) === 1)
}
