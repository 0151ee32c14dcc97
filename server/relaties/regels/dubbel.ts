import { isEenFout } from '#server/platform/search/eenFout.ts'
import { indexwoorden, naamwoorden, vouw, woorden } from '#server/platform/search/vouwen.ts'

/** What two partijen are compared on. Telephone numbers are E.164, dates ISO. */
export type Vergelijkbaar = {
  /** Surname, or the name of an organisatie or huishouden. */
  achternaam: string
  geslachtsnaam?: string | null
  initialen?: string | null
  isOrganisatie?: boolean
  geboortedatum?: string | null
  kvkNummer?: string | null
  telefoons?: readonly string[]
  emails?: readonly string[]
  adressen?: readonly VergelijkbaarAdres[]
}

export type VergelijkbaarAdres = {
  postcode?: string | null
  huisnummer?: number | null
  huisletter?: string | null
  toevoeging?: string | null
}

export type Dubbelcode = 'kvk_nummer' | 'geboortedatum_naam' | 'email' | 'telefoon' | 'adres_naam'

export type Dubbelscore = {
  /** 1 to 99; from WAARSCHIJNLIJK up it is more likely the same than not. */
  gewicht: number
  redenen: { code: Dubbelcode; tekst: string }[]
  /** What speaks against it: two members of a family share much. */
  tegen: string[]
}

export const WAARSCHIJNLIJK = 60

/** Why two partijen may be the same one; undefined when nothing points that way. */
export function scoreDubbel(nieuw: Vergelijkbaar, bestaand: Vergelijkbaar): Dubbelscore | undefined {
  const bewijs = [kvkNummer, geboortedatumEnNaam, email, telefoon, adresEnNaam].flatMap(
    (regel) => regel(nieuw, bestaand) ?? [],
  )
  if (bewijs.length === 0) return undefined
  const tegen = tegenbewijs(nieuw, bestaand)
  // Independent hints: each takes its share of the doubt that the others left.
  const twijfel = bewijs.reduce((rest, { kans }) => rest * (1 - kans), 1)
  const gewicht = Math.round(100 * (1 - twijfel) * 0.5 ** tegen.length)
  return {
    gewicht: Math.min(99, Math.max(1, gewicht)),
    redenen: bewijs.map(({ code, tekst }) => ({ code, tekst })),
    tegen,
  }
}

/** The candidates that may be the same, the likeliest first. */
export function rangschikDubbelen<Kandidaat extends Vergelijkbaar>(
  nieuw: Vergelijkbaar,
  kandidaten: readonly Kandidaat[],
): (Dubbelscore & { kandidaat: Kandidaat })[] {
  return kandidaten
    .flatMap((kandidaat) => {
      const score = scoreDubbel(nieuw, kandidaat)
      return score ? [{ ...score, kandidaat }] : []
    })
    .sort((a, b) => b.gewicht - a.gewicht)
}

type Bewijs = { code: Dubbelcode; tekst: string; kans: number }

function kvkNummer(a: Vergelijkbaar, b: Vergelijkbaar): Bewijs | undefined {
  if (!a.kvkNummer || a.kvkNummer !== b.kvkNummer) return undefined
  return { code: 'kvk_nummer', tekst: 'Zelfde KvK-nummer', kans: 0.95 }
}

function geboortedatumEnNaam(a: Vergelijkbaar, b: Vergelijkbaar): Bewijs | undefined {
  const naam = vergelijkNaam(a, b)
  if (!a.geboortedatum || !b.geboortedatum || naam === 'anders') return undefined
  const code = 'geboortedatum_naam'
  if (a.geboortedatum === b.geboortedatum) {
    return naam === 'zelfde'
      ? { code, tekst: 'Zelfde geboortedatum en achternaam', kans: 0.85 }
      : { code, tekst: 'Zelfde geboortedatum, achternaam lijkt erop', kans: 0.7 }
  }
  const isBijna = naam === 'zelfde' && zelfdeInitialen(a, b) && isBijnaZelfdeDatum(a.geboortedatum, b.geboortedatum)
  return isBijna ? { code, tekst: 'Zelfde naam en bijna dezelfde geboortedatum', kans: 0.6 } : undefined
}

function email(a: Vergelijkbaar, b: Vergelijkbaar): Bewijs | undefined {
  const gedeeld = isGedeeld(a.emails, b.emails, (adres) => adres.trim().toLowerCase())
  return gedeeld ? { code: 'email', tekst: 'Zelfde e-mailadres', kans: 0.6 } : undefined
}

function telefoon(a: Vergelijkbaar, b: Vergelijkbaar): Bewijs | undefined {
  const gedeeld = isGedeeld(a.telefoons, b.telefoons, (nummer) => nummer)
  return gedeeld ? { code: 'telefoon', tekst: 'Zelfde telefoonnummer', kans: 0.5 } : undefined
}

function adresEnNaam(a: Vergelijkbaar, b: Vergelijkbaar): Bewijs | undefined {
  const naam = vergelijkNaam(a, b)
  if (naam === 'anders' || !isGedeeld(a.adressen, b.adressen, adressleutel)) return undefined
  return naam === 'zelfde'
    ? { code: 'adres_naam', tekst: 'Zelfde adres en naam', kans: 0.6 }
    : { code: 'adres_naam', tekst: 'Zelfde adres, naam lijkt erop', kans: 0.4 }
}

function tegenbewijs(a: Vergelijkbaar, b: Vergelijkbaar): string[] {
  const tegen: string[] = []
  const [x, y] = [a.geboortedatum, b.geboortedatum]
  if (x && y && x !== y && !isBijnaZelfdeDatum(x, y)) tegen.push('Andere geboortedatum')
  if (a.initialen && b.initialen && !zelfdeInitialen(a, b)) tegen.push('Andere initialen')
  return tegen
}

/** A partner's name in front or behind leaves the other name in common: ten Berge-van der Meulen, Van der Meulen. */
function vergelijkNaam(a: Vergelijkbaar, b: Vergelijkbaar): 'zelfde' | 'lijkt' | 'anders' {
  if (a.isOrganisatie || b.isOrganisatie) {
    const [x, y] = [bedrijfsnaam(a), bedrijfsnaam(b)]
    return x === y && x !== '' ? 'zelfde' : Math.min(x.length, y.length) >= 6 && isEenFout(x, y) ? 'lijkt' : 'anders'
  }
  const [x, y] = [spellingen(a), spellingen(b)]
  if (x.some((woord) => y.includes(woord))) return 'zelfde'
  const isLijkend = x.some((p) => y.some((q) => Math.min(p.length, q.length) >= 4 && isEenFout(p, q)))
  return isLijkend ? 'lijkt' : 'anders'
}

/** Without words such as ben, which Ben Ali and Ben Haddou have in common. */
function spellingen({ achternaam, geslachtsnaam }: Vergelijkbaar): string[] {
  return [achternaam, geslachtsnaam ?? ''].flatMap((naam) => {
    const optioneel = new Set(naamwoorden(naam).flatMap((deel) => (deel.optioneel ? [deel.woord] : [])))
    return indexwoorden(naam).filter((woord) => !optioneel.has(woord))
  })
}

/** Without legal form and punctuation: "Bakkerij Jansen B.V." is "Bakkerij Jansen bv". */
function bedrijfsnaam({ achternaam }: Vergelijkbaar): string {
  return woorden(achternaam)
    .filter((woord) => !/^(bv|nv|vof|cv|holding)$/.test(woord))
    .join('')
}

/** J. and J.A. may be the same person; J. and P. are not. */
function zelfdeInitialen(a: Vergelijkbaar, b: Vergelijkbaar): boolean {
  const [x, y] = [a, b].map(({ initialen }) => vouw(initialen ?? '').replace(/[^\p{L}]/gu, ''))
  return Boolean(x && y) && (x?.startsWith(y ?? '') || y?.startsWith(x ?? '') || false)
}

/** One digit wrong, two neighbours swapped, or day and month exchanged. */
function isBijnaZelfdeDatum(a: string, b: string): boolean {
  const [year, month, day] = a.split('-')
  return isEenFout(a.replaceAll('-', ''), b.replaceAll('-', '')) || b === `${year}-${day}-${month}`
}

function adressleutel({ postcode, huisnummer, huisletter, toevoeging }: VergelijkbaarAdres): string {
  if (!postcode || !huisnummer) return ''
  return vouw([postcode.replace(/\s/g, ''), huisnummer, `${huisletter ?? ''}${toevoeging ?? ''}`].join('|'))
}

function isGedeeld<T>(a: readonly T[] | undefined, b: readonly T[] | undefined, sleutel: (item: T) => string): boolean {
  const known = new Set((b ?? []).map(sleutel))
  return (a ?? []).map(sleutel).some((key) => key !== '' && known.has(key))
}
