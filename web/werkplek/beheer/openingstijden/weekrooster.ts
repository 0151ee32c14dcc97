import type { Openingsblok } from '#contract/beheer/kalender.ts'

/** One block as it stands in its fields; `id` keeps a field in place while others come and go. */
export type Blokveld = { id: number; weekdag: number; van: string; tot: string }

export const weekdagen = [1, 2, 3, 4, 5, 6, 7] as const

export function naarVelden(blokken: readonly Openingsblok[]): Blokveld[] {
  return blokken.map((blok, id) => ({ id, ...blok }))
}

export function naarBlokken(velden: readonly Blokveld[]): Openingsblok[] {
  return velden.map(({ weekdag, van, tot }) => ({ weekdag, van, tot }))
}

/** Another block on a day: after the last one, else office hours. */
export function metBlok(velden: readonly Blokveld[], weekdag: number): Blokveld[] {
  const last = velden.filter((veld) => veld.weekdag === weekdag).at(-1)
  return [...velden, { id: nextId(velden), weekdag, van: last?.tot ?? '08:30', tot: last ? '' : '17:00' }]
}

/** Tuesday to Friday as Monday is. */
export function zoalsMaandag(velden: readonly Blokveld[]): Blokveld[] {
  const kept = velden.filter((veld) => veld.weekdag === 1 || veld.weekdag > 5)
  const monday = velden.filter((veld) => veld.weekdag === 1)
  let id = nextId(velden)
  return [...kept, ...[2, 3, 4, 5].flatMap((weekdag) => monday.map((veld) => ({ ...veld, id: id++, weekdag })))]
}

/** "8", "830", "8.30", "8:30" → "08:30"; what is no time stays as typed. */
export function naarTijd(text: string): string {
  const match = /^(\d{1,2})(?:[:.]?(\d{2}))?$/.exec(text.trim())
  if (!match) return text.trim()
  const time = `${match[1]?.padStart(2, '0')}:${match[2] ?? '00'}`
  return isTijd(time) ? time : text.trim()
}

export type Blokfout = 'vorm' | 'volgorde' | 'overlap'

/** What is wrong with each block, by id. The server checks the same. */
export function foutenIn(velden: readonly Blokveld[]): Map<number, Blokfout> {
  const fouten = new Map<number, Blokfout>()
  for (const [index, veld] of velden.entries()) {
    if (!isTijd(veld.van) || !isTijd(veld.tot)) fouten.set(veld.id, 'vorm')
    else if (veld.van >= veld.tot) fouten.set(veld.id, 'volgorde')
    else if (velden.slice(0, index).some((other) => overlap(veld, other))) fouten.set(veld.id, 'overlap')
  }
  return fouten
}

function overlap(a: Blokveld, b: Blokveld): boolean {
  return a.weekdag === b.weekdag && a.van < b.tot && b.van < a.tot
}

function isTijd(text: string): boolean {
  return /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(text)
}

function nextId(velden: readonly Blokveld[]): number {
  return Math.max(-1, ...velden.map((veld) => veld.id)) + 1
}
