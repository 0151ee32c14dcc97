import { isDatum } from '#contract/regels/werkdagen.ts'
import { vouw } from './vouwen.ts'

/**
 * Every date that a Dutch notation can mean: 12-3-1980, 12/03/80, 12031980, 1980-03-12, 12 mrt 1980. Two digits of a
 * year stand for both centuries; the search asks for either.
 */
export function datumsUit(text: string): string[] {
  const folded = vouw(text)
  const [, iso] = /^([0-9]{4}-[0-9]{2}-[0-9]{2})$/.exec(folded) ?? []
  if (iso) return existing([iso])
  const named = /^([0-9]{1,2})[ .-]*([a-z]+)[ .'-]*([0-9]{4}|[0-9]{2})$/.exec(folded)
  if (named) return datums(named[1], maandnummer(named[2] ?? ''), named[3])
  const spaced = /^([0-9]{1,2})([-/.]| )([0-9]{1,2})\2([0-9]{4}|[0-9]{2})$/.exec(folded.replace(/ *([-/.]) */g, '$1'))
  if (spaced) return spaced[2] === ' ' && spaced[4]?.length === 2 ? [] : datums(spaced[1], Number(spaced[3]), spaced[4])
  const [, d, m, y] = /^([0-9]{2})([0-9]{2})([0-9]{4}|[0-9]{2})$/.exec(folded) ?? []
  if (!d || !m) return []
  const backwards = folded.length === 8 ? [`${folded.slice(0, 4)}-${folded.slice(4, 6)}-${folded.slice(6)}`] : []
  return [...new Set([...datums(d, Number(m), y), ...existing(backwards)])]
}

const MAANDEN = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
]

/** From three letters, and mrt; English months that differ are not guessed. */
function maandnummer(name: string): number {
  if (name === 'mrt') return 3
  return name.length < 3 ? 0 : MAANDEN.findIndex((maand) => maand.startsWith(name)) + 1
}

function datums(day: string | undefined, month: number, year: string | undefined): string[] {
  const years = year?.length === 2 ? [`19${year}`, `20${year}`] : [year]
  return existing(years.map((y) => `${y}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`))
}

function existing(candidates: string[]): string[] {
  return candidates.filter(isDatum)
}
