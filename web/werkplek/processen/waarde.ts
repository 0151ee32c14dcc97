import { bedrag, dagwoord, getal, wanneer } from '#kit/format.ts'

export type Woorden = { ja: string; nee: string; leeg: string }

/** Any value of a process as people read it: dates in words, lists with commas, groups as "naam: waarde". */
export function toonWaarde(waarde: unknown, woorden: Woorden): string {
  if (waarde === null || waarde === undefined || waarde === '') return woorden.leeg
  if (typeof waarde === 'boolean') return waarde ? woorden.ja : woorden.nee
  if (typeof waarde === 'number') return getal(waarde)
  if (typeof waarde === 'string') return toonTekst(waarde)
  if (Array.isArray(waarde)) {
    // A list of groups has commas of its own.
    const tussen = waarde.some((each) => typeof each === 'object' && each !== null) ? '; ' : ', '
    return waarde.map((each) => toonWaarde(each, woorden)).join(tussen) || woorden.leeg
  }
  return (
    Object.entries(waarde)
      .map(([naam, each]) => `${leesbaar(naam)}: ${toonVeld(naam, each, woorden)}`)
      .join(', ') || woorden.leeg
  )
}

/** The value of a field by its name: money is kept in cents, and its name says so. */
export function toonVeld(naam: string, waarde: unknown, woorden: Woorden): string {
  return inCenten.test(naam) && typeof waarde === 'number' ? bedrag(waarde) : toonWaarde(waarde, woorden)
}

const inCenten = /(?<=.)[-_ ]?[Cc]ent$/

/** `datumVertrek` → "datum vertrek"; `totaalCent` → "totaal". */
export function leesbaar(naam: string): string {
  return naam
    .replace(inCenten, '')
    .replace(/[_-]+/g, ' ')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`)
}

function toonTekst(tekst: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(tekst)) return dagwoord(tekst)
  if (/^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(tekst)) return wanneer(tekst)
  return tekst
}
