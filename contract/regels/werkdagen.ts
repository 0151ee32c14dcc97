/**
 * Working days on civil dates ("2026-04-27"): no clock and no time zone, so an hour of summer time can never move a
 * deadline. Saturday and Sunday are never working days (Algemene termijnenwet art. 3); `isVrij` adds holidays and
 * closing days.
 */
export type IsVrij = (datum: string) => boolean

export const ALLEEN_WEEKEND: IsVrij = () => false

/** The n-th working day after `datum` (before it when n is negative); 0 is `datum` itself, free or not. */
export function addWerkdagen(datum: string, n: number, isVrij: IsVrij = ALLEEN_WEEKEND): string {
  if (!Number.isInteger(n) || Math.abs(n) > MAX_DAGEN) throw new RangeError(`Geen aantal werkdagen: ${n}`)
  const step = Math.sign(n)
  let day = dagnummer(datum)
  for (let left = Math.abs(n); left > 0; ) {
    day = volgendeWerkdag(day + step, step, isVrij)
    left -= 1
  }
  return datumVan(day)
}

/** How many working days lie after `van` up to and including `tot`; negative when `tot` lies before `van`. */
export function countWerkdagen(van: string, tot: string, isVrij: IsVrij = ALLEEN_WEEKEND): number {
  if (tot < van) return -countWerkdagen(tot, van, isVrij) || 0
  const last = dagnummer(tot)
  let count = 0
  for (let day = dagnummer(van) + 1; day <= last; day++) if (isWerkdagNummer(day, isVrij)) count += 1
  return count
}

export function isWerkdag(datum: string, isVrij: IsVrij = ALLEEN_WEEKEND): boolean {
  return isWerkdagNummer(dagnummer(datum), isVrij)
}

/** `datum` when that is a working day, else the first one after it. */
export function eersteWerkdagVanaf(datum: string, isVrij: IsVrij = ALLEEN_WEEKEND): string {
  return datumVan(volgendeWerkdag(dagnummer(datum), 1, isVrij))
}

export type Klok = { status: 'te laat' | 'vandaag' | 'op tijd'; werkdagen: number }

/** How much time is left, or how late it is; `werkdagen` is never negative. Late over a weekend is late by 0. */
export function klok(deadline: string, vandaag: string, isVrij: IsVrij = ALLEEN_WEEKEND): Klok {
  if (deadline === vandaag) return { status: 'vandaag', werkdagen: 0 }
  if (deadline < vandaag) return { status: 'te laat', werkdagen: countWerkdagen(deadline, vandaag, isVrij) }
  return { status: 'op tijd', werkdagen: countWerkdagen(vandaag, deadline, isVrij) }
}

/** True for an existing day between 1800 and 2999 written as 2026-04-27. */
export function isDatum(text: string): boolean {
  if (!/^(1[89]|2[0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}$/.test(text)) return false
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  return month >= 1 && month <= 12 && day >= 1 && datumVan(dagenSinds1970(year, month, day)) === text
}

export function addDagen(datum: string, n: number): string {
  return datumVan(dagnummer(datum) + n)
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekdag(datum: string): number {
  return weekdagVan(dagnummer(datum))
}

/** Ten years of nothing but free days is a broken calendar, not a deadline. */
const MAX_DAGEN = 3660

function volgendeWerkdag(from: number, step: number, isVrij: IsVrij): number {
  for (let day = from, tried = 0; tried < MAX_DAGEN; day += step, tried++) if (isWerkdagNummer(day, isVrij)) return day
  throw new RangeError('De kalender heeft geen werkdagen')
}

function isWerkdagNummer(day: number, isVrij: IsVrij): boolean {
  return weekdagVan(day) <= 5 && !isVrij(datumVan(day))
}

/** Day 0, 1 January 1970, was a Thursday. */
function weekdagVan(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

function dagnummer(datum: string): number {
  if (!isDatum(datum)) throw new RangeError(`Geen datum: ${datum}`)
  const [year = 0, month = 0, day = 0] = datum.split('-').map(Number)
  return dagenSinds1970(year, month, day)
}

/** Days from civil and back (H. Hinnant): years run from March, so that the leap day comes last. */
function dagenSinds1970(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear - 719_468
}

function datumVan(day: number): string {
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`
}
