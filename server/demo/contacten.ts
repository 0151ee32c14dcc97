import type { Toeval } from './toeval.ts'
import { kanaalkeuze, type Verhaal, verhalen } from './verhalen.ts'
import type { Huishouden, Persoon } from './wereld.ts'
import { isoDatum } from './wereld.ts'

/** What the demo knows of the organisation: who works where. */
export type Bezetting = {
  /** Employees who answer the telephone. */
  kcc: readonly string[]
  teams: Readonly<Record<string, { id: string; leden: readonly string[] }>>
  onderwerpId: (code: string) => string | undefined
}

export type DemoTaak = {
  id: string
  teamId: string
  medewerkerId: string | null
  status: 'niet_gestart' | 'in_uitvoering' | 'wacht_op_derden' | 'afgerond'
  onderwerp: string
  toelichting: string
  termijn: number
  deadline: string
  aangemaaktOp: Date
  opgepaktOp: Date | null
  afgerondOp: Date | null
  uitkomst: string
  terugkoppelingId: string | null
}

export type DemoContact = {
  id: string
  persoon: Persoon
  verhaal: Verhaal
  type: 'vraag' | 'verzoek' | 'klacht' | 'terugkoppeling'
  onderwerpId: string | undefined
  kanaal: string
  richting: 'inkomend' | 'uitgaand'
  op: Date
  medewerkerId: string
  vraag: string
  antwoord: string
  direct: boolean
  antwoordOp: string | null
  taak: DemoTaak | undefined
}

const dag = 86_400_000
const jarenTerug = 5
/** A promise that nobody kept comes out within weeks; older ones were kept in the end. */
const vergetenSinds = 30 * dag
/** Contacts per dwelling per year (Portaal: 270 000 on 52 000 dwellings). */
const gewoonPerJaar = 5.2

/** Five years of contacts of one household, oldest first. Most people call rarely, a few very often. */
export function* maakContacten(
  huishouden: Huishouden,
  toeval: Toeval,
  nu: Date,
  bezetting: Bezetting,
  perJaar = gewoonPerJaar,
): Generator<DemoContact> {
  const bellers = huishouden.leden.filter((lid) => !lid.inwonendKind).map((lid) => lid.persoon)
  const drukte = perJaar * 0.5 * (-Math.log(1 - toeval.getal()) + -Math.log(1 - toeval.getal()))
  const begin = Math.max(new Date(huishouden.sinds).getTime(), nu.getTime() - jarenTerug * 365 * dag)
  const aantal = Math.min(400, Math.round((drukte * (nu.getTime() - begin)) / (365 * dag)))
  const momenten = Array.from({ length: aantal }, () => werkmoment(toeval, begin, nu)).sort((a, b) => a - b)
  for (const moment of momenten) {
    const persoon = bellers[toeval.kans(0.75) ? 0 : bellers.length - 1]
    if (persoon) yield* maakContact(persoon, new Date(moment), toeval, nu, bezetting)
  }
}

function* maakContact(
  persoon: Persoon,
  op: Date,
  toeval: Toeval,
  nu: Date,
  bezetting: Bezetting,
): Generator<DemoContact> {
  const verhaal = toeval.weeg(verhalen)
  const direct = toeval.kans(verhaal.direct)
  const kanaal = toeval.weeg(kanaalkeuze)
  const contact: DemoContact = {
    id: toeval.id(op.getTime()),
    persoon,
    verhaal,
    type: verhaal.type,
    onderwerpId: bezetting.onderwerpId(verhaal.onderwerp),
    kanaal,
    richting: 'inkomend',
    op,
    medewerkerId: toeval.kies(bezetting.kcc),
    vraag: toeval.kies(verhaal.vragen),
    antwoord: direct ? toeval.kies(verhaal.antwoorden) : '',
    direct,
    antwoordOp: null,
    taak: undefined,
  }
  const team = bezetting.teams[verhaal.team]
  if (direct || !team) return yield contact
  const klaar = wanneerKlaar(op, verhaal.termijn, toeval, nu)
  const behandelaar = toeval.kies(team.leden.length > 0 ? team.leden : bezetting.kcc)
  const terugkoppeling: DemoContact | undefined =
    klaar && (toeval.kans(0.96) || klaar.getTime() < nu.getTime() - vergetenSinds)
      ? {
          ...contact,
          id: toeval.id(klaar.getTime()),
          type: 'terugkoppeling',
          kanaal: kanaal === 'balie' || kanaal === 'brief' ? 'telefoon' : kanaal,
          richting: 'uitgaand',
          op: klaar,
          medewerkerId: behandelaar,
          vraag: '',
          antwoord: toeval.kies(verhaal.terugkoppelingen),
          antwoordOp: contact.id,
        }
      : undefined
  const opgepakt =
    klaar ??
    (toeval.kans(0.45)
      ? new Date(Math.min(nu.getTime() - 600_000, op.getTime() + toeval.heel(1, 20) * 3_600_000))
      : null)
  contact.taak = {
    id: toeval.id(op.getTime()),
    teamId: team.id,
    medewerkerId: opgepakt ? behandelaar : null,
    status: klaar ? 'afgerond' : opgepakt ? (toeval.kans(0.2) ? 'wacht_op_derden' : 'in_uitvoering') : 'niet_gestart',
    onderwerp: verhaal.taak,
    toelichting: contact.vraag,
    termijn: verhaal.termijn,
    deadline: plusWerkdagen(op, verhaal.termijn),
    aangemaaktOp: op,
    opgepaktOp: klaar
      ? new Date(op.getTime() + (klaar.getTime() - op.getTime()) * (0.1 + toeval.getal() * 0.8))
      : opgepakt,
    afgerondOp: klaar,
    uitkomst: klaar ? (terugkoppeling?.antwoord ?? 'Afgehandeld.') : '',
    terugkoppelingId: terugkoppeling?.id ?? null,
  }
  yield contact
  if (terugkoppeling) yield terugkoppeling
}

/** Most work is done in time, some late; what is due after now is still open. */
function wanneerKlaar(op: Date, termijn: number, toeval: Toeval, nu: Date): Date | null {
  const dagen = termijn * (0.2 + toeval.getal() * 1.1) * 1.4
  const dan = naWeekend(werkuur(op.getTime() + dagen * dag, toeval))
  // The same day can come out before the question itself.
  const klaar = Math.max(dan, op.getTime() + toeval.heel(20, 180) * 60_000)
  return klaar < nu.getTime() - 1_800_000 ? new Date(klaar) : null
}

/** Nobody works on Saturday or Sunday: what comes out there is done at the same hour on Monday. */
function naWeekend(moment: number): number {
  const weekdag = new Date(moment).getUTCDay()
  return moment + (weekdag === 6 ? 2 : weekdag === 0 ? 1 : 0) * dag
}

function plusWerkdagen(vanaf: Date, aantal: number): string {
  let moment = vanaf.getTime()
  for (let over = aantal; over > 0; ) {
    moment += dag
    if (![0, 6].includes(new Date(moment).getUTCDay())) over--
  }
  return isoDatum(moment)
}

/** A moment in opening hours; busier on Mondays and in the morning, and in the winter. */
function werkmoment(toeval: Toeval, van: number, nu: Date): number {
  for (;;) {
    const moment = van + toeval.getal() * (nu.getTime() - van)
    const dagVanWeek = new Date(moment).getUTCDay()
    const maand = new Date(moment).getUTCMonth()
    const gewicht = [0.02, 1, 0.75, 0.7, 0.7, 0.65, 0.05][dagVanWeek] ?? 0
    const winter = maand <= 1 || maand >= 10 ? 1 : 0.8
    if (toeval.getal() >= gewicht * winter) continue
    const uur = werkuur(moment, toeval)
    if (uur < nu.getTime() - 60_000) return uur
  }
}

/** 8 to 17 o'clock Dutch time, give or take summer time. */
function werkuur(moment: number, toeval: Toeval): number {
  const middernacht = Math.floor(moment / dag) * dag
  const uur = toeval.kans(0.6) ? 7 + toeval.getal() * 4 : 11 + toeval.getal() * 5
  return Math.floor(middernacht + uur * 3_600_000)
}
