import { duration, FeelDate, FeelDateTime, FeelDuration, FeelTime, time } from 'feelin'
import { feelDatum, feelMoment, naarFeel } from '#contract/regels/feel/waarden.ts'
import type { Grondsoort, Soort } from './beslismodel.ts'

/** A value from outside as the type says it is; undefined when it is something else. Null, not known, always may. */
export function naarSoort(waarde: unknown, soort: Soort): { waarde: unknown } | undefined {
  if (waarde === null || waarde === undefined) return { waarde: null }
  if (!soort.lijst) return enkele(waarde, soort.grond)
  const delen = (Array.isArray(waarde) ? waarde : [waarde]).map((deel) => enkele(deel, soort.grond))
  return delen.every((deel) => deel !== undefined) ? { waarde: delen.map((deel) => deel.waarde) } : undefined
}

/** What a type is called, for people. */
export function soortnaam({ grond, lijst }: Soort): string {
  return lijst ? `een lijst (${NAMEN[grond]})` : NAMEN[grond]
}

const NAMEN: Record<Grondsoort, string> = {
  string: 'tekst',
  number: 'een getal',
  boolean: 'ja of nee (true of false)',
  date: 'een datum',
  time: 'een tijd',
  dateTime: 'een datum met tijd',
  dayTimeDuration: 'een duur in dagen of uren',
  yearMonthDuration: 'een duur in jaren of maanden',
  Any: 'een waarde',
}

function enkele(waarde: unknown, grond: Grondsoort): { waarde: unknown } | undefined {
  const gelezen = lezers[grond](waarde)
  return gelezen === undefined || gelezen === null ? undefined : { waarde: gelezen }
}

const lezers: Record<Grondsoort, (waarde: unknown) => unknown> = {
  string: (waarde) => (typeof waarde === 'string' ? waarde : undefined),
  number: (waarde) => (typeof waarde === 'number' && Number.isFinite(waarde) ? waarde : undefined),
  boolean: (waarde) => (typeof waarde === 'boolean' ? waarde : undefined),
  date: (waarde) => (typeof waarde === 'string' ? feelDatum(waarde) : als(FeelDate, waarde)),
  time: (waarde) => (typeof waarde === 'string' ? time(waarde) : als(FeelTime, waarde)),
  dateTime: (waarde) =>
    typeof waarde === 'string' || waarde instanceof Date ? feelMoment(waarde) : als(FeelDateTime, waarde),
  dayTimeDuration: (waarde) => duur(waarde, false),
  yearMonthDuration: (waarde) => duur(waarde, true),
  Any: (waarde) => naarFeel(waarde, true),
}

function als<T>(soort: abstract new (...args: never[]) => T, waarde: unknown): T | undefined {
  return waarde instanceof soort ? waarde : undefined
}

function duur(waarde: unknown, jarenMaanden: boolean): FeelDuration | undefined {
  const gelezen = typeof waarde === 'string' ? duration(waarde) : waarde
  return gelezen instanceof FeelDuration && gelezen.yearsMonths === jarenMaanden ? gelezen : undefined
}
