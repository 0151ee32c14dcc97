import { cleanEenRegel, normalizeEmail, normalizeIban, normalizePostcode } from '#contract/regels/kenmerken.ts'
import { datumsUit } from './datums.ts'
import {
  sleutelDatum,
  sleutelEmail,
  sleutelGetypteTelefoon,
  sleutelIban,
  sleutelNummer,
  sleutelPostcodeHuisnummer,
  sleutelVoorletters,
  woordVanDeelEmail,
} from './sleutels.ts'
import { isTussenvoegsel, type Naamwoord, naamwoorden, ontleedNaam, vouw } from './vouwen.ts'

export type Zoeksoort = 'datum' | 'telefoon' | 'email' | 'iban' | 'postcode' | 'nummer' | 'woord'

/** One part of what was typed. A row fits when it has one of `sleutels` exactly, or one of `woorden`. */
export type Zoekdeel = {
  tekst: string
  kan: Zoeksoort[]
  /** Exact keys, the most precise first. */
  sleutels: string[]
  /** Folded spellings. */
  woorden: string[]
  /** Still being typed: its words count as the beginning of a word. */
  onvolledig: boolean
  /** Helps the ranking, but a row without it may be shown: initials, "ben", a tussenvoegsel that may become a word. */
  optioneel: boolean
}

/** A row fits the question when it fits every part that is not optional. */
export type Zoekvraag = { tekst: string; delen: Zoekdeel[] }

/** What the text in the search box can mean, for search as you type. */
export function herkenZoekvraag(text: string): Zoekvraag {
  const clean = cleanEenRegel(text, MAX_TEKENS)
  const isTyping = !/\s$/u.test(text)
  const { vast, rest } = takeOut(clean)
  const delen = [...vast, ...rest.flatMap((stuk) => restdelen(stuk, clean.length, isTyping))]
    .sort((a, b) => a.op - b.op)
    .map(({ op: _, ...deel }) => deel)
  const last = delen.at(-1)
  if (isTyping && last) last.onvolledig = true
  return { tekst: clean, delen: delen.some(({ optioneel }) => !optioneel) ? delen : delen.map(required) }
}

const MAX_TEKENS = 200

type Stuk = { op: number; tekst: string }
type Gevonden = Zoekdeel & { op: number }

/** Things with a form of their own, tried in this order on what the earlier ones left. */
const VORMEN: {
  patroon: RegExp
  lees: (match: RegExpExecArray) => Omit<Zoekdeel, 'onvolledig' | 'optioneel'> | undefined
}[] = [
  { patroon: /\S*@\S*/g, lees: leesEmail },
  { patroon: /\b[a-z]{2}[0-9]{2}(?: ?[a-z0-9]{4}){3,7}(?: ?[a-z0-9]{1,3})?\b/gi, lees: leesIban },
  {
    patroon:
      /(?<![0-9][-/. ]?)[0-9]{1,4}(?:[-/. ] ?[0-9]{1,2}[-/. ] ?|[ .-]?[a-z]{3,9}[ .-]?)[0-9]{2,4}(?![-/. ]?[0-9])/gi,
    lees: leesDatum,
  },
  { patroon: /(?<![\p{L}\p{N}])(?:\+|00|\(?0)[0-9](?:[ ()./-]{0,3}[0-9]){5,13}(?![\p{L}\p{N}])/gu, lees: leesTelefoon },
  {
    patroon:
      /(?<![\p{L}\p{N}])([0-9]{4}) ?([a-z]{2})(?![\p{L}])(?:[ ,]*([0-9]{1,5})(?:[-/ ]?([a-z]|bis|hs|huis|(?<=[-/ ])[0-9]{1,4}|(?<=[-/0-9])[a-z0-9]{1,4})(?![\p{L}\p{N}]))?)?(?![\p{N}])/giu,
    lees: leesPostcode,
  },
  { patroon: /^[0-9]{2,4}(?:[ -][0-9]{2,4}){1,4}$/g, lees: leesTelefoon },
]

function takeOut(text: string): { vast: Gevonden[]; rest: Stuk[] } {
  const vast: Gevonden[] = []
  let rest: Stuk[] = [{ op: 0, tekst: text }]
  for (const { patroon, lees } of VORMEN) {
    rest = rest.flatMap((stuk) => {
      const left: Stuk[] = []
      let from = 0
      const zoeker = new RegExp(patroon)
      for (let match = zoeker.exec(stuk.tekst); match; match = zoeker.exec(stuk.tekst)) {
        const deel = lees(match)
        if (deel) {
          vast.push({ ...deel, op: stuk.op + match.index, onvolledig: false, optioneel: false })
          left.push({ op: stuk.op + from, tekst: stuk.tekst.slice(from, match.index) })
          from = zoeker.lastIndex
        } else {
          // What looked like one may hide the real one: "kerkstraat 7 utrecht 12 mrt 1980".
          zoeker.lastIndex = match.index + 1
        }
      }
      return [...left, { op: stuk.op + from, tekst: stuk.tekst.slice(from) }]
    })
  }
  return { vast, rest }
}

function leesEmail([tekst]: RegExpExecArray) {
  const email = normalizeEmail(tekst)
  const woord = woordVanDeelEmail(tekst)
  if (!email && !woord) return undefined
  return { tekst, kan: ['email' as const], sleutels: email ? [sleutelEmail(email)] : [], woorden: email ? [] : [woord] }
}

function leesIban([tekst]: RegExpExecArray) {
  const iban = normalizeIban(tekst)
  return iban ? { tekst, kan: ['iban' as const], sleutels: [sleutelIban(iban)], woorden: [] } : undefined
}

function leesDatum([tekst]: RegExpExecArray) {
  const datums = datumsUit(tekst)
  return datums.length > 0
    ? { tekst, kan: ['datum' as const], sleutels: datums.map(sleutelDatum), woorden: [] }
    : undefined
}

/** Number and addition make it more precise; all that live on the number come after those with the addition. */
function leesPostcode([tekst, cijfers, letters, huisnummer, toevoeging]: RegExpExecArray) {
  const postcode = normalizePostcode(`${cijfers}${letters}`)
  if (!postcode) return undefined
  // "1980 de Vries": a year or number and a name, unless a huisnummer follows.
  if (!huisnummer && isTussenvoegsel(vouw(letters ?? '')) && /\s/.test(tekst)) return undefined
  const nummer = huisnummer ? Number(huisnummer) : undefined
  const sleutels = [sleutelPostcodeHuisnummer(postcode, nummer)]
  if (toevoeging) sleutels.unshift(sleutelPostcodeHuisnummer(postcode, nummer, toevoeging))
  return { tekst, kan: ['postcode' as const], sleutels, woorden: [] }
}

function leesTelefoon([tekst]: RegExpExecArray) {
  const sleutel = sleutelGetypteTelefoon(tekst)
  if (!sleutel) return undefined
  const datums = datumsUit(tekst)
  const nummer = /^[0-9]+$/.test(tekst) ? [sleutelNummer(tekst)] : []
  const kan: Zoeksoort[] = ['telefoon']
  if (datums.length > 0) kan.push('datum')
  if (nummer.length > 0) kan.push('nummer')
  return { tekst, kan, sleutels: [sleutel, ...datums.map(sleutelDatum), ...nummer], woorden: [] }
}

/** What is left: runs of words, with tokens that hold a digit in between. */
function restdelen({ op, tekst }: Stuk, einde: number, isTyping: boolean): Gevonden[] {
  const delen: Gevonden[] = []
  for (const match of tekst.matchAll(/\S*[0-9]\S*|[^\s0-9]+(?:\s+[^\s0-9]+(?!\S*[0-9]))*/gu)) {
    const [stuk] = match
    const isLaatste = op + match.index + stuk.length === einde
    const found = /[0-9]/.test(stuk)
      ? getaldelen(stuk)
      : isLaatste
        ? laatsteWoorden(stuk, isTyping)
        : gewoneWoorden(stuk)
    delen.push(...found.map((deel, i) => ({ ...deel, op: op + match.index + i / 1000 })))
  }
  return delen
}

function gewoneWoorden(tekst: string): Zoekdeel[] {
  return [...voorlettersdeel(tekst), ...woorddelen(naamwoorden(tekst))]
}

/** "ja van den berg" was typed in haste: two letters beside a name are a name or initials. */
function woorddelen(kern: Naamwoord[]): Zoekdeel[] {
  return kern.map((naam) => {
    const anderen = naam.woord.length === 2 ? kern.filter((each) => each !== naam) : []
    const sleutels = anderen.map(({ woord }) => sleutelVoorletters(woord, naam.woord))
    return { ...woorddeel(naam), sleutels }
  })
}

/** "J.A. van den Berg" is any Van den Berg, but those with J.A. first. */
function voorlettersdeel(tekst: string): Zoekdeel[] {
  const { kern, voorletters } = ontleedNaam(tekst)
  if (!voorletters || kern.length === 0) return []
  const sleutels = kern.map(({ woord }) => sleutelVoorletters(woord, voorletters))
  return [{ tekst: voorletters, kan: ['woord'], sleutels, woorden: [], onvolledig: false, optioneel: true }]
}

/** The end may go on: "van de" is the beginning of vandekker, and the j of "berg j" of Jan, or it is an initial. */
function laatsteWoorden(tekst: string, isTyping: boolean): Zoekdeel[] {
  const { kern, open, letter } = ontleedNaam(tekst)
  const delen = woorddelen(kern)
  const voorletters = voorlettersdeel(tekst)
  const [begin, ...anders] = open
  if (begin) {
    delen.push({ ...woorddeel({ woord: begin, aaneen: anders, optioneel: false }), onvolledig: true })
  } else if (letter && (isTyping || delen.length === 0)) {
    delen.push({ ...woorddeel({ woord: letter, aaneen: [], optioneel: delen.length > 0 }), onvolledig: true })
  }
  return delen.length > 0 ? [...voorletters, ...delen] : gewoneWoorden(tekst)
}

function woorddeel({ woord, aaneen, optioneel }: Naamwoord): Zoekdeel {
  return { tekst: woord, kan: ['woord'], sleutels: [], woorden: [woord, ...aaneen], onvolledig: false, optioneel }
}

/** "12031980", "1000123", "T-2026-12", "12a": any of date, last digits of a telephone, number and word. */
function getaldelen(token: string): Zoekdeel[] {
  const tekst = token.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
  if (!/^\p{L}{0,5}[-./]?[0-9][-./0-9]*\p{L}?$/u.test(tekst)) {
    const pieces = tekst.match(/[\p{L}\p{N}]+/gu) ?? []
    if (pieces.length > 1)
      return pieces.flatMap((piece) => (/[0-9]/.test(piece) ? getaldelen(piece) : gewoneWoorden(piece)))
  }
  if (!tekst) return []
  const isCijfers = /^[0-9]+$/.test(tekst)
  const datums = isCijfers ? datumsUit(tekst) : []
  const telefoon = isCijfers ? sleutelGetypteTelefoon(tekst) : undefined
  const kan: Zoeksoort[] = ['nummer', 'woord']
  if (telefoon) kan.unshift('telefoon')
  if (datums.length > 0) kan.unshift('datum')
  return [
    {
      tekst,
      kan,
      sleutels: [...datums.map(sleutelDatum), sleutelNummer(tekst), ...(telefoon ? [telefoon] : [])],
      woorden: [vouw(tekst).replace(/[^\p{L}\p{N}]/gu, '')],
      onvolledig: false,
      optioneel: false,
    },
  ]
}

function required(deel: Zoekdeel): Zoekdeel {
  return { ...deel, optioneel: false }
}
