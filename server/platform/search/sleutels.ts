import { vouw, woorden } from './vouwen.ts'

/** Exact keys of a row in the search table. The index writes them and herkenZoekvraag asks for them: one spelling. */

/**
 * The number itself and its last four to nine digits, so that "…5678" finds it and the prefix (0, +31, 0031) does not
 * matter: `tel:+31612345678`, `tel:612345678`, …, `tel:5678`.
 */
export function sleutelsTelefoon(e164: string): string[] {
  const digits = e164.replace(/\D/g, '')
  const lengths = LAATSTE_CIJFERS.filter((length) => length <= digits.length)
  return [`tel:${e164}`, ...lengths.map((length) => `tel:${digits.slice(-length)}`)]
}

/** The one key to ask for when these digits were typed, with or without the prefix; undefined below four digits. */
export function sleutelGetypteTelefoon(typed: string): string | undefined {
  const digits = typed
    .replace(/\(0\)/, '')
    .replace(/\D/g, '')
    .replace(/^(0031|31(?=[1-9][0-9]{8}$)|0+)(?=[0-9]{4})/, '')
  return digits.length >= MINSTE ? `tel:${digits.slice(-MEESTE)}` : undefined
}

/** `pc:3512AB`, `pc:3512AB12`, and with an addition `pc:3512AB12BIS`: from broad to precise. */
export function sleutelsAdres(adres: {
  postcode?: string | null
  huisnummer?: number | null
  huisletter?: string | null
  toevoeging?: string | null
}): string[] {
  if (!adres.postcode) return []
  const keys = [sleutelPostcodeHuisnummer(adres.postcode)]
  if (adres.huisnummer) keys.push(sleutelPostcodeHuisnummer(adres.postcode, adres.huisnummer))
  const extra = `${adres.huisletter ?? ''}${adres.toevoeging ?? ''}`
  if (adres.huisnummer && extra) keys.push(sleutelPostcodeHuisnummer(adres.postcode, adres.huisnummer, extra))
  return keys
}

export function sleutelPostcodeHuisnummer(postcode: string, huisnummer?: number, toevoeging = ''): string {
  return `pc:${compact(postcode)}${huisnummer ?? ''}${compact(toevoeging)}`
}

export function sleutelEmail(email: string): string {
  return `mail:${email.trim().toLowerCase()}`
}

/** Contact, task and contract numbers: separators do not count, "T-2026-12" is "T202612". */
export function sleutelNummer(nummer: string): string {
  return `nr:${compact(nummer)}`
}

export function sleutelDatum(datum: string): string {
  return `geb:${datum}`
}

/**
 * `vl:berg:ja` for J.A. van den Berg: which of the many Bergs. With the surname in the key it is one small range of the
 * index, where the letters alone would be a tenth of all people.
 */
export function sleutelsVoorletters(namen: readonly string[], initialen: string): string[] {
  const letters = vouw(initialen).replace(/[^\p{L}]/gu, '')
  return letters ? namen.flatMap(woorden).map((woord) => sleutelVoorletters(woord, letters)) : []
}

export function sleutelVoorletters(woord: string, letters: string): string {
  return `vl:${woord}:${letters}`
}

export function sleutelIban(iban: string): string {
  return `iban:${compact(iban)}`
}

/** Words of an e-mail address, for finding it by a part: the name before @, and the domain unless a provider's. */
export function woordenEmail(email: string): string[] {
  const [local = '', domain = ''] = vouw(email).split('@')
  const labels = domain.split('.').slice(0, -1)
  const eigen = labels.some((label) => AANBIEDERS.has(label)) ? [] : labels
  const words = [local, ...eigen].flatMap((part) => [...(part.match(/[\p{L}\p{N}]{2,}/gu) ?? []), aaneen(part)])
  return [...new Set(words.filter(Boolean))]
}

/** The word to look for when an address is half typed: "jan.jansen@gm" → janjansen, "@bakkerij-j" → bakkerijj. */
export function woordVanDeelEmail(typed: string): string {
  const [local = '', domain = ''] = vouw(typed).split('@')
  return aaneen(local || (domain.split('.')[0] ?? ''))
}

const LAATSTE_CIJFERS = [9, 8, 7, 6, 5, 4]
const MINSTE = 4
const MEESTE = 9

const AANBIEDERS = new Set(
  (
    'gmail googlemail hotmail outlook live msn icloud me yahoo ziggo kpnmail kpn planet hetnet home casema chello ' +
    'upcmail upc quicknet telfort tele2 xs4all solcon caiway proton protonmail gmx wp onet interia'
  ).split(' '),
)

function aaneen(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '')
}

function compact(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase()
}
