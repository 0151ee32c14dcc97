import { dateAndTime, FeelDate, FeelDateTime, FeelDuration, FeelTime, parseDate } from 'feelin'
import { weiger } from './fouten.ts'

const ZONE = 'Europe/Amsterdam'
/** Data of a process are a few levels deep; what goes on and on is an attack or a mistake. */
const MAX_DIEPTE = 100
const DATUM = /^\d{4}-\d{2}-\d{2}$/
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/

/** A day as FEEL reckons with it, also the day of a moment in the Netherlands; undefined when it is none. */
export function feelDatum(iso: string): FeelDate | undefined {
  const dag = DATUM.test(iso) ? iso : (feelMoment(iso)?.toString().slice(0, 10) ?? '')
  return DATUM.test(dag) ? (parseDate(dag) ?? undefined) : undefined
}

/** A moment, on the clock of the Netherlands: 23:30 UTC is a day later there. */
export function feelMoment(moment: Date | string): FeelDateTime | undefined {
  if (typeof moment === 'string' && !MOMENT.test(moment)) return undefined
  const date = new Date(moment)
  if (Number.isNaN(date.getTime())) return undefined
  const delen = Object.fromEntries(klok.formatToParts(date).map((deel) => [deel.type, deel.value]))
  const lokaal = `${delen['year']}-${delen['month']}-${delen['day']}T${delen['hour']}:${delen['minute']}:${delen['second']}`
  return dateAndTime(`${lokaal}@${ZONE}`) ?? undefined
}

/**
 * Data of Rondom as FEEL sees them. `herkenDatums` reads text that is exactly a date or a moment as one, since JSON has
 * no dates; leave it off where the types are known, or a customer's answer "2026-05-01" in a text field becomes a day.
 */
export function naarFeel(waarde: unknown, herkenDatums: boolean, diepte = 0): unknown {
  if (diepte > MAX_DIEPTE) weiger('te_groot', { van: 0, tot: 0 }, 'De gegevens voor deze expressie zijn te diep genest')
  if (typeof waarde === 'string') return (herkenDatums && herken(waarde)) || waarde
  if (waarde instanceof Date) return feelMoment(waarde) ?? null
  if (Array.isArray(waarde)) return waarde.map((deel) => naarFeel(deel, herkenDatums, diepte + 1))
  if (isGewoonObject(waarde)) {
    return Object.fromEntries(
      Object.entries(waarde).map(([naam, deel]) => [naam, naarFeel(deel, herkenDatums, diepte + 1)]),
    )
  }
  // A function or a class never comes in: only data do.
  return isWaarde(waarde) ? waarde : null
}

/** The result of FEEL as JSON: a day is 2026-05-01, a moment has its offset, a duration is P2D; no number is null. */
export function vanFeel(waarde: unknown): unknown {
  if (waarde instanceof FeelDateTime) return momentTekst(waarde)
  if (waarde instanceof FeelDate || waarde instanceof FeelTime || waarde instanceof FeelDuration)
    return waarde.toString()
  if (typeof waarde === 'number') return Number.isFinite(waarde) ? waarde : null
  if (Array.isArray(waarde)) return waarde.map(vanFeel)
  if (isGewoonObject(waarde)) {
    return Object.fromEntries(Object.entries(waarde).map(([naam, deel]) => [naam, vanFeel(deel)]))
  }
  return typeof waarde === 'string' || typeof waarde === 'boolean' ? waarde : null
}

export function isGewoonObject(waarde: unknown): waarde is Record<string, unknown> {
  return typeof waarde === 'object' && waarde !== null && Object.getPrototypeOf(waarde) === Object.prototype
}

function isWaarde(waarde: unknown): boolean {
  if (typeof waarde === 'number' || typeof waarde === 'boolean') return true
  return [FeelDate, FeelDateTime, FeelDuration, FeelTime].some((soort) => waarde instanceof soort)
}

const klok = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

function herken(tekst: string): unknown {
  if (DATUM.test(tekst)) return feelDatum(tekst)
  return feelMoment(tekst)
}

function momentTekst(moment: FeelDateTime): string {
  const tekst = moment.toString()
  const [lokaal = ''] = tekst.split('@')
  if (lokaal === tekst) return tekst
  const uren = moment['time offset']
  const minuten = uren ? Math.round(uren.unwrap().total('minutes')) : 0
  const [u, m] = [Math.floor(Math.abs(minuten) / 60), Math.abs(minuten) % 60]
  return `${lokaal}${minuten < 0 ? '-' : '+'}${String(u).padStart(2, '0')}:${String(m).padStart(2, '0')}`
}
