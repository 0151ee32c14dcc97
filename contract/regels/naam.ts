import type { Aanhefcode } from './aanhef.ts'
import { cleanEenRegel } from './kenmerken.ts'
import { TUSSENVOEGSELS } from './tussenvoegsels.ts'

/** The parts a name is typed in. `geslachtsnaam` is the own name behind a partner's: J. ten Berge-van der Meulen. */
export type Naamdelen = {
  initialen?: string | null | undefined
  tussenvoegsels?: string | null | undefined
  achternaam: string
  geslachtsnaam?: string | null | undefined
  /** An organisation's name is its own: only cleaned, never recapitalised or turned round. */
  isOrganisatie?: boolean | undefined
}

export type NormaleNaamdelen = { initialen: string; tussenvoegsels: string; achternaam: string; geslachtsnaam: string }

/** "J.A. van den Berg". Without initialen the first tussenvoegsel takes the capital, as Dutch spelling wants. */
export function composeNaam(delen: Naamdelen): string {
  const { initialen, ...rest } = normalizeNaamdelen(delen)
  return initialen ? `${initialen} ${heleAchternaam(rest)}`.trim() : metHoofdletterVooraan(rest)
}

/** What comes first after the surname in a list; the setting `sorteernaamVolgorde`. */
export type Naamvolgorde = 'initialen' | 'tussenvoegsels'

/** "Berg, J.A. van den" (the Dutch custom), or with the other setting "Berg, van den, J.A.". */
export function sorteernaam(delen: Naamdelen, volgorde: Naamvolgorde = 'initialen'): string {
  const { initialen, tussenvoegsels, achternaam, geslachtsnaam } = normalizeNaamdelen(delen)
  const kern = [achternaam, geslachtsnaam].filter(Boolean).join('-')
  if (volgorde === 'tussenvoegsels') return [kern, tussenvoegsels, initialen].filter(Boolean).join(', ')
  return [kern, [initialen, tussenvoegsels].filter(Boolean).join(' ')].filter(Boolean).join(', ')
}

/** "Van den Berg", "d'Ancona": the surname where no first name or initial stands before it. */
export function achternaamInZin(delen: Naamdelen): string {
  const normal = normalizeNaamdelen(delen)
  if (delen.isOrganisatie) return normal.achternaam
  const [eerste = ''] = normal.achternaam.split(' ')
  if (!normal.tussenvoegsels && TUSSENVOEGSELS.has(eerste)) return hoofdletter(heleAchternaam(normal))
  return metHoofdletterVooraan(normal)
}

/** The name in running text: "de heer Van den Berg", "mevrouw d'Ancona", "familie Van den Berg". */
export function naamInZin(delen: Naamdelen, code: Aanhefcode): string {
  const aanspreking = IN_ZIN[code]
  return aanspreking ? `${aanspreking} ${achternaamInZin(delen)}` : composeNaam(delen)
}

/** The parts as we store them. Capitals inside achternaam stay as typed: McDonald, de Vries-el Idrissi. */
export function normalizeNaamdelen(delen: Naamdelen): NormaleNaamdelen {
  const achternaam = rechteApostrof(cleanEenRegel(delen.achternaam))
  if (delen.isOrganisatie) {
    return { initialen: '', tussenvoegsels: '', achternaam: cleanEenRegel(delen.achternaam), geslachtsnaam: '' }
  }
  return {
    initialen: normalizeInitialen(delen.initialen ?? ''),
    tussenvoegsels: normalizeTussenvoegsels(delen.tussenvoegsels ?? ''),
    achternaam: hoofdletterOpKern(achternaam),
    geslachtsnaam: hoofdletterOpKern(rechteApostrof(cleanEenRegel(delen.geslachtsnaam ?? ''))),
  }
}

/** Lower case, one space, straight apostrophe: "VAN DEN" → "van den". A Belgian "Van den" belongs in achternaam. */
export function normalizeTussenvoegsels(input: string): string {
  return rechteApostrof(cleanEenRegel(input)).toLowerCase().normalize('NFC')
}

/**
 * "j a", "JA", "j.a." → "J.A."; "Th.J." stays. One group of letters is one initial when it is written as such
 * (capital first: Th, or a known group with its dot: th.), several when all in one case (JA), and a first name when long.
 */
export function normalizeInitialen(input: string): string {
  const groups = cleanEenRegel(input).matchAll(/(-?)(\p{L}\p{M}*(?:['’]?\p{L}\p{M}*)*)(\.?)/gu)
  let result = ''
  for (const [, hyphen = '', group = '', dot = ''] of groups) {
    const initials = splitInitialen(group, dot !== '').map((initial) => `${hoofdletter(initial)}.`)
    result += (result ? hyphen : '') + initials.join('')
  }
  return result.normalize('NFC')
}

const IN_ZIN: Record<Aanhefcode, string | undefined> = {
  DHR: 'de heer',
  MEVR: 'mevrouw',
  FAM: 'familie',
  DHR_MEVR: 'de heer en mevrouw',
  NEUTRAAL: undefined,
  ERVEN: undefined,
  BLANCO: undefined,
}

const SAMENGESTELD = new Set(['th', 'ch', 'chr', 'ph', 'fr', 'kh', 'sj', 'tj', 'ij', 'st', 'joh', 'jac', 'alb', 'wilh'])

function splitInitialen(group: string, dotted: boolean): string[] {
  const letters = [...group.replace(/['’]/g, '').matchAll(/\p{L}\p{M}*/gu)].map(([letter]) => letter)
  const isOneCase = group === group.toLowerCase() || group === group.toUpperCase()
  if (letters.length === 1) return letters
  if (isOneCase) {
    if (dotted && SAMENGESTELD.has(group.toLowerCase())) return [group.toLowerCase()]
    return letters.length <= 4 ? letters : letters.slice(0, 1)
  }
  const parts =
    letters
      .join('')
      .match(/(?:IJ|\p{Lu})?\P{Lu}*/gu)
      ?.filter(Boolean) ?? []
  return parts.map((part) => (isOneInitial(part, dotted) ? part : ([...part][0] ?? '')))
}

/** A letter that has no capital cannot lead a group, or a second reading would split it. */
function isOneInitial(part: string, dotted: boolean): boolean {
  if (!/^\p{Lu}/u.test(hoofdletter(part))) return false
  return part.length <= 2 || (dotted && part.length <= 4) || SAMENGESTELD.has(part.toLowerCase())
}

function heleAchternaam({ tussenvoegsels, achternaam, geslachtsnaam }: Omit<NormaleNaamdelen, 'initialen'>): string {
  const kern = [achternaam, geslachtsnaam].filter(Boolean).join('-')
  if (!tussenvoegsels) return kern
  return tussenvoegsels.endsWith("'") ? tussenvoegsels + kern : `${tussenvoegsels} ${kern}`.trim()
}

/** 't Hoen and d'Ancona keep their small letter, also at the start. */
function metHoofdletterVooraan(delen: Omit<NormaleNaamdelen, 'initialen'>): string {
  const naam = heleAchternaam(delen)
  return !delen.tussenvoegsels || /^(\p{L}?)'/u.test(naam) ? naam : hoofdletter(naam)
}

/** Only a surname typed wholly in small letters gets a capital, on the word it is sorted by: "van dijk" → "van Dijk". */
function hoofdletterOpKern(achternaam: string): string {
  if (achternaam !== achternaam.toLowerCase()) return achternaam
  const words = achternaam.split(' ')
  const kern = words.findIndex((word) => !TUSSENVOEGSELS.has(word))
  return words
    .map((word, i) => {
      if (i !== Math.max(kern, 0)) return word
      const elisie = /^(?:\p{L}|dell)'(?=\p{L})/u.exec(word)?.[0] ?? ''
      return elisie + hoofdletter(word.slice(elisie.length))
    })
    .join(' ')
}

/** The Dutch IJ is one letter for capitals; a letter without a single capital form (ß) stays. */
function hoofdletter(text: string): string {
  if (/^ij/.test(text)) return `IJ${text.slice(2)}`
  const [first = ''] = text
  const capital = first.toUpperCase()
  return [...capital].length === 1 ? (capital + text.slice(first.length)).normalize('NFC') : text
}

function rechteApostrof(text: string): string {
  return text.replace(/[’‘ʼ`´]/g, "'")
}
