import { TUSSENVOEGSELS } from '#contract/regels/tussenvoegsels.ts'

/** Folds text for comparing: small letters without accents, "Bérg" → "berg", "ĳ" → "ij", "Ağaoğlu" → "agaoglu". */
export function vouw(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßıłøđðþæœħŋŧς]/g, (letter) => ZONDER_SPLITSING[letter] ?? letter)
    .replace(/[’‘ʼ`´′]/g, "'")
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, (gap) => (/\s|\p{Cc}/u.test(gap) ? ' ' : ''))
    .trim()
}

/**
 * The words of a name or text that one searches on: "J.A. v.d. Breg" → ["breg"]. Tussenvoegsels, their abbreviations
 * and initials are left out, unless nothing else is there (the surname "Le" must be findable).
 */
export function woorden(text: string): string[] {
  return unique(naamwoorden(text).map(({ woord }) => woord))
}

/**
 * The words under which a row is found: those of `woorden`, and the other spellings that people type for them.
 * "el Amrani" → amrani, elamrani; "van den Berg" → berg, vandenberg; "Meijer" → meijer, meyer.
 * Give surname and first name apart, or the surname "Le" disappears behind the first name.
 */
export function indexwoorden(text: string): string[] {
  return unique(naamwoorden(text).flatMap(({ woord, aaneen }) => [woord, ...aaneen].flatMap(ijEnY)))
}

/** One searched word with `aaneen`: the same name written as one word, as far as the text itself suggests it. */
export type Naamwoord = { woord: string; aaneen: string[]; optioneel: boolean }

/** As `woorden`, with for each word what a search may match instead, and whether it may be missing (initials, ben). */
export function naamwoorden(text: string): Naamwoord[] {
  const { kern } = ontleedNaam(text)
  if (kern.length > 0) return kern.every(({ optioneel }) => optioneel) ? kern.map(vereist) : kern
  return naamtokens(text).map((token) => ({ woord: kaal(token), aaneen: [], optioneel: false }))
}

/**
 * `kern`: the words that count. `open`: tussenvoegsels or a letter at the end, as the beginnings of what may follow.
 * `voorletters`: the initials together, "J.A. van den Berg" → "ja".
 */
export function ontleedNaam(text: string): { kern: Naamwoord[]; open: string[]; letter: string; voorletters: string } {
  const kern: Naamwoord[] = []
  let voor: string[] = []
  let open: string[] = []
  let letter = ''
  let voorletters = ''
  for (const token of naamtokens(text)) {
    const woord = kaal(token)
    const isVoor = isTussenvoegsel(token) || (voor.length > 0 && /^[dtl]$/.test(woord))
    letter = isLosseLetter(woord) ? woord : ''
    open = isVoor || letter ? aaneenVormen(voor, woord) : []
    if (isVoor) {
      voor.push(woord)
      open = aaneenVormen(voor, '')
    } else if (letter) {
      voorletters += letter
      // O'Brien is typed obrien too; J. Brien is not typed jbrien.
      voor = token.endsWith("'") ? [woord] : []
    } else {
      kern.push({ woord, aaneen: aaneenVormen(voor, woord), optioneel: ARABISCH.has(woord) })
      voor = ARABISCH.has(woord) ? [woord] : []
    }
  }
  return { kern, open, letter, voorletters }
}

/** A single d, t or l is one with its apostrophe only; without, it is an initial. */
export function isTussenvoegsel(token: string): boolean {
  return TUSSENVOEGSELS.has(token) || AFKORTINGEN.includes(token) || AANEENGESCHREVEN.has(token)
}

function isLosseLetter(token: string): boolean {
  return /^\p{L}$/u.test(token)
}

function naamtokens(text: string): string[] {
  return vouw(text).match(/'?[\p{L}\p{N}]+'?/gu) ?? []
}

function kaal(token: string): string {
  return token.replaceAll("'", '')
}

/** Letters that Unicode does not take apart. */
const ZONDER_SPLITSING: Record<string, string> = {
  ß: 'ss',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ħ: 'h',
  ŋ: 'n',
  ŧ: 't',
  ς: 'σ',
}

/** What stands for van de, van der or van den; the search does not know which. */
const AFKORTINGEN = ['v', 'vd', 'vdr', 'vdn', 'vde']

const AANEENGESCHREVEN = new Set(['vande', 'vanden', 'vander'])

/** Part of a name, but Ben is also a first name: kept as a word, and joined to the next one as well. */
const ARABISCH = new Set(['ben', 'bin', 'bint', 'ibn', 'ait', 'abu', 'ould'])

function aaneenVormen(voor: string[], woord: string): string[] {
  // A lone v is an initial: V. Jansen.
  if (voor.length === 0 || voor.join() === 'v') return []
  const afkorting = voor.findIndex((token) => AFKORTINGEN.includes(token))
  if (afkorting < 0) return [voor.join('') + woord]
  // "v. der" says the rest itself; "v.d." and "vd" leave three possibilities.
  const rest = voor.slice(afkorting + 1).filter((token) => token !== 'd')
  return rest.length > 0 ? [`van${rest.join('')}${woord}`] : ['vande', 'vander', 'vanden'].map((van) => van + woord)
}

/** Meijer and Meyer, Dijk and Dyk: the same name to the ear. A y at the start is a real y (Yilmaz). */
function ijEnY(woord: string): string[] {
  const metY = woord.replaceAll('ij', 'y')
  const metIj = woord.replace(/(?<=.)y/gu, 'ij')
  return [woord, metY, metIj]
}

function vereist(naamwoord: Naamwoord): Naamwoord {
  return { ...naamwoord, optioneel: false }
}

function unique(words: string[]): string[] {
  return [...new Set(words)]
}
