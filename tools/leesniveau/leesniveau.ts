import { moeilijkeWoorden } from './moeilijkeWoorden.ts'

export type Bezwaar = {
  soort: 'zin te lang' | 'gemiddeld te lang' | 'moeilijk woord' | 'lang woord'
  /** The sentence or the word. */
  waar: string
  /** What to do about it. */
  advies: string
}

/** A sentence that most people with B1 read in one go; government style guides say 15 on average and 20 at most. */
const langsteZin = 20
const gemiddeldeZin = 13
/** "Servicekostenafrekening" stops a reader; a hyphen or two words does not. */
const langsteWoord = 20

/**
 * What stands in the way of a reader with Dutch at B1: long sentences, long words, and words of the office for which
 * there is a plain one. There is no measure that proves B1; this one catches what every style guide names first.
 */
export function beoordeel(tekst: string): Bezwaar[] {
  const zinnen = zinnenVan(tekst)
  const aantallen = zinnen.map((zin) => woordenVan(zin).length)
  const gemiddeld = aantallen.reduce((som, aantal) => som + aantal, 0) / (aantallen.length || 1)
  return [
    ...zinnen
      .filter((_, index) => (aantallen[index] ?? 0) > langsteZin)
      .map((zin): Bezwaar => ({ soort: 'zin te lang', waar: zin, advies: `hoogstens ${langsteZin} woorden` })),
    // One sentence has no average, and neither has a pair.
    ...(zinnen.length > 2 && gemiddeld > gemiddeldeZin
      ? [
          {
            soort: 'gemiddeld te lang' as const,
            waar: tekst.slice(0, 80),
            advies: `hoogstens ${gemiddeldeZin} woorden`,
          },
        ]
      : []),
    ...woordenVan(tekst).flatMap((woord) => bezwaarTegen(woord)),
  ]
}

function bezwaarTegen(woord: string): Bezwaar[] {
  const klein = woord.toLowerCase()
  const beter = moeilijkeWoorden[klein]
  if (beter !== undefined) return [{ soort: 'moeilijk woord', waar: klein, advies: beter }]
  if (klein.split('-').some((deel) => deel.length > langsteWoord))
    return [{ soort: 'lang woord', waar: klein, advies: 'een korter woord, of twee woorden' }]
  return []
}

function zinnenVan(tekst: string): string[] {
  return tekst
    .split(/\n{2,}|\n(?=[-*•\d])|(?<=[.!?:;])\s+/)
    .map((zin) => zin.replace(/\s+/g, ' ').trim())
    .filter((zin) => woordenVan(zin).length > 0)
}

const woordenVan = (tekst: string): string[] => tekst.match(/\p{L}[\p{L}’'-]*/gu) ?? []
