import { cleanEenRegel, normalizePostcode } from './kenmerken.ts'

/** One way to read what stands behind the huisnummer. BAG: one letter, and a toevoeging of at most four characters. */
export type Splitsing = { huisletter: string | null; toevoeging: string | null }

export type AdresInvoerReden =
  | 'leeg'
  | 'geen-postcode'
  | 'postcode-onmogelijk'
  | 'geen-huisnummer'
  | 'huisnummer-onmogelijk'
  | 'toevoeging-onleesbaar'

export type AdresInvoer =
  | { ok: true; postcode: string; huisnummer: number; splitsingen: [Splitsing, ...Splitsing[]] }
  | { ok: false; reden: AdresInvoerReden }

export const ADRESINVOER_MELDING: Record<AdresInvoerReden, string> = {
  leeg: 'Vul een postcode en huisnummer in, bijvoorbeeld 1234AB56a.',
  'geen-postcode': 'Begin met de postcode: vier cijfers en twee letters, bijvoorbeeld 1234AB56a.',
  'postcode-onmogelijk': 'Deze postcode bestaat niet. Controleer de cijfers en letters.',
  'geen-huisnummer': 'Vul achter de postcode het huisnummer in, bijvoorbeeld 1234AB56a.',
  'huisnummer-onmogelijk': 'Een huisnummer ligt tussen 1 en 99999.',
  'toevoeging-onleesbaar': 'De toevoeging achter het huisnummer heeft hoogstens vier letters of cijfers.',
}

/**
 * Reads quick entry such as `1234AB56a` or `3512 ab 12bis`. Typing does not tell letter from toevoeging, so all
 * plausible readings come back, the likeliest first; the BAG decides (see kiesSplitsing).
 */
export function parseAdresInvoer(text: string): AdresInvoer {
  const input = cleanEenRegel(text).replace(/[‐‑‒–—]/g, '-')
  if (!input) return { ok: false, reden: 'leeg' }

  const [prefix, letters] = /^[0-9]{4} ?([A-Z]{2})(?![A-Z])/i.exec(input) ?? []
  if (!prefix || !letters) return { ok: false, reden: 'geen-postcode' }
  const postcode = normalizePostcode(prefix)
  if (!postcode) return { ok: false, reden: 'postcode-onmogelijk' }

  const [, cijfers, rest = ''] = /^[ ,-]*([0-9]+)(.*)$/.exec(input.slice(prefix.length)) ?? []
  if (!cijfers) return { ok: false, reden: 'geen-huisnummer' }
  const huisnummer = Number(cijfers)
  if (huisnummer < 1 || huisnummer > 99_999) return { ok: false, reden: 'huisnummer-onmogelijk' }

  const [eerste, ...overige] = splitsingenVan(rest)
  if (!eerste) return { ok: false, reden: 'toevoeging-onleesbaar' }
  return { ok: true, postcode, huisnummer, splitsingen: [eerste, ...overige] }
}

export type Adreskeuze<Adres> =
  | { soort: 'gevonden'; adres: Adres; splitsing: Splitsing }
  | { soort: 'meerdere'; adressen: Adres[] }
  /** Nothing fits; `bestaande` is what does exist on this postcode and huisnummer. */
  | { soort: 'geen'; bestaande: Adres[] }

/** Takes the reading that exists among the addresses on this postcode and huisnummer. */
export function kiesSplitsing<Adres extends Partial<Splitsing>>(
  splitsingen: readonly Splitsing[],
  bestaandeAdressen: readonly Adres[],
): Adreskeuze<Adres> {
  const found = splitsingen.flatMap((splitsing) =>
    bestaandeAdressen.filter((adres) => isZelfde(adres, splitsing)).map((adres) => ({ adres, splitsing })),
  )
  const [first, ...more] = found
  if (!first) return { soort: 'geen', bestaande: [...bestaandeAdressen] }
  if (more.length > 0) return { soort: 'meerdere', adressen: found.map(({ adres }) => adres) }
  return { soort: 'gevonden', ...first }
}

/** Additions that people type as one word behind a letter: 56Abis is letter A with toevoeging bis. */
const VASTE_TOEVOEGINGEN = new Set(['bis', 'hs', 'huis', 'bg', 'rd', 'zw', 'rood'])

function splitsingenVan(rest: string): Splitsing[] {
  const parts = rest.split(/[ \-/.,]+/).filter(Boolean)
  const alles = parts.join('')
  if (!alles) return [{ huisletter: null, toevoeging: null }]
  if (!/^[A-Z0-9]+$/i.test(alles)) return []

  const naLetter = alles.slice(1)
  const letterApart =
    parts[0]?.length === 1 || /^[A-Z][0-9]/i.test(alles) || VASTE_TOEVOEGINGEN.has(naLetter.toLowerCase())
  const readings: Splitsing[] = []
  if (alles.length <= 4) readings.push({ huisletter: null, toevoeging: alles })
  // Five letters in a row are a word ("links"), not a letter with a toevoeging.
  const isWoord = !letterApart && /^[A-Z]{5}$/i.test(alles)
  if (/^[A-Z]/i.test(alles) && naLetter.length <= 4 && !isWoord) {
    const metLetter = { huisletter: alles.slice(0, 1).toUpperCase(), toevoeging: naLetter || null }
    if (letterApart) readings.unshift(metLetter)
    else readings.push(metLetter)
  }
  return readings
}

function isZelfde(a: Partial<Splitsing>, b: Splitsing): boolean {
  const key = ({ huisletter, toevoeging }: Partial<Splitsing>) =>
    `${huisletter ?? ''}|${toevoeging ?? ''}`.toLowerCase().replace(/[ -]/g, '')
  return key(a) === key(b)
}
