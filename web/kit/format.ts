export { telefoonLink } from '#contract/regels/telefoonweergave.ts'

/** How dates, amounts and numbers are written. Everything is shown in Dutch time, wherever the browser is. */
const zone = 'Europe/Amsterdam'
export type Taal = 'nl' | 'en'
let taal: Taal = 'nl'

/** Set once when the language of the screen changes. */
export function zetFormaatTaal(next: Taal): void {
  taal = next
}

type Vorm = 'tijd' | 'maandJaar' | 'dagMaand' | 'weekdagDagMaand' | 'dagMaandJaar' | 'weekdag' | 'exact' | 'kort'
const vormen: Record<Vorm, Intl.DateTimeFormatOptions> = {
  tijd: { hour: '2-digit', minute: '2-digit' },
  maandJaar: { month: 'long', year: 'numeric' },
  dagMaand: { day: 'numeric', month: 'short' },
  weekdagDagMaand: { weekday: 'short', day: 'numeric', month: 'short' },
  dagMaandJaar: { day: 'numeric', month: 'short', year: 'numeric' },
  weekdag: { weekday: 'long' },
  exact: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  kort: { day: '2-digit', month: '2-digit', year: 'numeric' },
}
const made = new Map<string, Intl.DateTimeFormat>()

function formatter(vorm: Vorm): Intl.DateTimeFormat {
  const key = `${taal}${vorm}`
  const known = made.get(key)
  if (known) return known
  const next = new Intl.DateTimeFormat(taal === 'nl' ? 'nl-NL' : 'en-GB', { ...vormen[vorm], timeZone: zone })
  made.set(key, next)
  return next
}

const words = {
  nl: { vandaag: 'vandaag', gisteren: 'gisteren', morgen: 'morgen' },
  en: { vandaag: 'today', gisteren: 'yesterday', morgen: 'tomorrow' },
}

/** The calendar day in the Netherlands, as `jjjj-mm-dd`. */
export function dagVan(moment: Date | string): string {
  // Sweden writes dates in the ISO order.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date(moment))
}

/** "vandaag 14:10", "gisteren 09:05", "ma 23 nov 10:00", "3 mrt 2025 10:00". */
export function wanneer(moment: Date | string, now: Date = new Date()): string {
  const date = new Date(moment)
  return `${dagwoord(dagVan(date), now)} ${formatter('tijd').format(date)}`
}

/** A date without time: "vandaag", "morgen", "ma 23 nov", "3 mrt 2025". */
export function dagwoord(datum: string, now: Date = new Date()): string {
  const distance = daysBetween(dagVan(now), datum)
  if (distance === 0) return words[taal].vandaag
  if (distance === -1) return words[taal].gisteren
  if (distance === 1) return words[taal].morgen
  return plain(Math.abs(distance) < 180 ? 'weekdagDagMaand' : 'dagMaandJaar', datum)
}

/** "maandag 23 november 2026 om 14:10": what `wanneer` means exactly. */
export function precies(moment: Date | string): string {
  return formatter('exact').format(new Date(moment))
}

/** "23-11-2026", as forms write it. */
export function datum(value: string): string {
  return plain('kort', value)
}

/** "november 2026" */
export function maandVan(moment: Date | string): string {
  return formatter('maandJaar').format(new Date(moment))
}

/** "14:10" */
export function tijd(moment: Date | string): string {
  return formatter('tijd').format(new Date(moment))
}

/** How long something takes: "4:12", "1:04:12". */
export function duur(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60]
  const shown = parts[0] === 0 ? parts.slice(1) : parts
  return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':')
}

/** Age in whole years on a day. */
export function leeftijd(geboortedatum: string, now: Date = new Date()): number {
  const [year = 0, month = 0, day = 0] = geboortedatum.split('-').map(Number)
  const [nowYear = 0, nowMonth = 0, nowDay = 0] = dagVan(now).split('-').map(Number)
  return nowYear - year - (nowMonth < month || (nowMonth === month && nowDay < day) ? 1 : 0)
}

/** Money in whole cents: "€ 1.234,50". */
export function bedrag(cents: number): string {
  return new Intl.NumberFormat(taal === 'nl' ? 'nl-NL' : 'en-GB', { style: 'currency', currency: 'EUR' }).format(
    cents / 100,
  )
}

export function getal(value: number): string {
  return new Intl.NumberFormat(taal === 'nl' ? 'nl-NL' : 'en-GB').format(value)
}

/** A share between 0 and 1: "83%". */
export function procent(share: number): string {
  return new Intl.NumberFormat(taal === 'nl' ? 'nl-NL' : 'en-GB', {
    style: 'percent',
    maximumFractionDigits: 0,
  }).format(share)
}

/** "3512AB" → "3512 AB", the official spelling of NEN 5825. */
export function postcode(value: string): string {
  const match = /^(\d{4})\s?([A-Za-z]{2})$/.exec(value)
  return match ? `${match[1]} ${match[2]?.toUpperCase()}` : value
}

/** Size of a file: "12 kB", "3,4 MB". */
export function omvang(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  if (bytes < 1_000_000) return `${getal(Math.round(bytes / 1000))} kB`
  return `${getal(Math.round(bytes / 100_000) / 10)} MB`
}

function plain(vorm: Vorm, datum: string): string {
  // Noon, so that no time zone can turn it into another day.
  return formatter(vorm).format(new Date(`${datum}T12:00:00Z`))
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000)
}

/** "Sanne de Jong" → "SJ": first and last name, without tussenvoegsels. */
export function initialen(naam: string): string {
  const words = naam.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word))
  return [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => word?.charAt(0) ?? '').join('')
}
