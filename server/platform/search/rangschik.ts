import { isEenFout } from './eenFout.ts'
import type { Kandidaat } from './kandidaten.ts'
import { getypteSleutels, past } from './sleutelbereik.ts'
import { beginVan, type Criterium } from './uitbreiden.ts'
import { vouw } from './vouwen.ts'
import type { Treffer } from './zoek.ts'

/** What made a row fit; `getypt` when that differs from what was typed. */
export type Waarom = {
  soort: 'woord' | 'begin' | 'typefout' | 'telefoon' | 'email' | 'postcode' | 'geboortedatum' | 'nummer' | 'iban'
  tekst: string
  getypt?: string
}

/** Best first: how well each part fits, then the weight that the owner gave, then the name. */
export function rangschik(kandidaten: Kandidaat[], criteria: Criterium[]): Treffer[] {
  return kandidaten
    .map((kandidaat) => ({ kandidaat, ...beoordeel(kandidaat, criteria) }))
    .sort(
      (a, b) =>
        b.punten - a.punten ||
        b.kandidaat.gewicht - a.kandidaat.gewicht ||
        a.kandidaat.titel.localeCompare(b.kandidaat.titel, 'nl'),
    )
    .map(({ kandidaat, waarom }) => ({
      soort: kandidaat.soort,
      objectId: kandidaat.object_id,
      titel: kandidaat.titel,
      ondertitel: kandidaat.ondertitel,
      gegevens: kandidaat.gegevens,
      waarom,
    }))
}

function beoordeel(kandidaat: Kandidaat, criteria: Criterium[]): { punten: number; waarom: Waarom[] } {
  const titel = new Set(vouw(kandidaat.titel).match(/[\p{L}\p{N}]+/gu) ?? [])
  let punten = 0
  const waarom: Waarom[] = []
  for (const criterium of criteria) {
    const wijze = besteWijze(kandidaat, criterium)
    if (!wijze) continue
    // A word of the name itself says more than the same word in a street.
    const inTitel = titel.has(wijze.waarom.tekst) ? 8 : 0
    punten += criterium.deel.optioneel ? wijze.punten / 10 : wijze.punten + inTitel
    waarom.push(wijze.waarom)
  }
  return { punten, waarom }
}

type Wijze = { punten: number; waarom: Waarom }

function besteWijze({ woorden, sleutels }: Kandidaat, criterium: Criterium): Wijze | undefined {
  return opSleutel(sleutels, criterium) ?? opWoord(woorden, criterium)
}

function opSleutel(sleutels: string[], { deel }: Criterium): Wijze | undefined {
  for (const [i, getypt] of getypteSleutels(deel).entries()) {
    const bewaard = sleutels.find((sleutel) => past(getypt, sleutel, deel.onvolledig))
    if (!bewaard) continue
    const heel = bewaard === getypt || getypt.startsWith('tel:')
    return { punten: (heel ? 110 : 90) - i, waarom: toonSleutel(bewaard) }
  }
  return undefined
}

function opWoord(woorden: string[], { deel, exact, fout }: Criterium): Wijze | undefined {
  const [getypt = ''] = exact
  const gelijk = exact.find((woord) => woorden.includes(woord))
  if (gelijk) return { punten: 100, waarom: { soort: 'woord', tekst: gelijk } }
  const begin = beginVan(deel)
  const langer = begin ? kortste(woorden.filter((woord) => woord.startsWith(begin))) : undefined
  if (begin && langer) {
    const deelGetypt = begin.length / langer.length
    return { punten: 60 + 20 * deelGetypt, waarom: { soort: 'begin', tekst: langer, getypt } }
  }
  const verbeterd = woorden
    .filter((woord) => fout.includes(woord))
    .sort((a, b) => gelijkenis(b, getypt) - gelijkenis(a, getypt))[0]
  if (!verbeterd) return undefined
  return { punten: 20 + gelijkenis(verbeterd, getypt), waarom: { soort: 'typefout', tekst: verbeterd, getypt } }
}

/** People get the first letter right, and swap two more often than they take a wrong one. */
function gelijkenis(woord: string, getypt: string): number {
  const zelfdeBegin = woord[0] === getypt[0] ? 8 : 0
  const omgewisseld = woord.length === getypt.length && [...woord].sort().join() === [...getypt].sort().join() ? 6 : 0
  return (isEenFout(woord, getypt) ? 1 : 0) + zelfdeBegin + omgewisseld
}

function kortste(woorden: string[]): string | undefined {
  return woorden.sort((a, b) => a.length - b.length)[0]
}

function toonSleutel(bewaard: string): Waarom {
  const [, soort = '', waarde = ''] = /^(\w+):(.*)$/s.exec(bewaard) ?? []
  if (soort === 'tel') return { soort: 'telefoon', tekst: `+${[...waarde].reverse().join('')}` }
  if (soort === 'pc') return { soort: 'postcode', tekst: waarde.replace(/^(\d{4})([A-Z]{2})(\d)/, '$1 $2 $3') }
  if (soort === 'geb') return { soort: 'geboortedatum', tekst: waarde }
  if (soort === 'vl') return { soort: 'woord', tekst: [...waarde.slice(waarde.indexOf(':') + 1)].join('.') }
  const namen: Record<string, Waarom['soort']> = { mail: 'email', iban: 'iban', nr: 'nummer' }
  return { soort: namen[soort] ?? 'nummer', tekst: waarde }
}
