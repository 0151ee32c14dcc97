/**
 * Checks on identifying numbers and typed text, shared by browser and server.
 * `normalize…` returns the form we store, or undefined when the input is not such a number.
 */

/** BSN: nine digits, 11-proef with -1 on the last (Wet abb, Logisch Ontwerp BSN). Eight digits lost a leading zero. */
export function normalizeBsn(input: string): string | undefined {
  return elfproefnummer(input)
}

/** RSIN has the same length and test as the BSN (Handelsregister, gegevenscatalogus). */
export function normalizeRsin(input: string): string | undefined {
  return elfproefnummer(input)
}

export function normalizeKvkNummer(input: string): string | undefined {
  return digitsOfLength(input, 8)
}

export function normalizeVestigingsnummer(input: string): string | undefined {
  return digitsOfLength(input, 12)
}

/** "1234AB". SA, SD and SS are never issued. */
export function normalizePostcode(input: string): string | undefined {
  const compact = input.replace(/\s/g, '').toUpperCase()
  return /^[1-9][0-9]{3}(?!SA|SD|SS)[A-Z]{2}$/.test(compact) ? compact : undefined
}

/** ISO 13616, mod 97 = 1. The length per country catches most typing errors that mod 97 lets through. */
export function normalizeIban(input: string): string | undefined {
  const iban = input.replace(/[\s.-]/g, '').toUpperCase()
  if (!/^[A-Z]{2}(?!00|01|99)[0-9]{2}[A-Z0-9]{11,30}$/.test(iban)) return undefined
  if (iban.startsWith('NL') && !/^NL[0-9]{2}[A-Z]{4}[0-9]{10}$/.test(iban)) return undefined
  const length = IBAN_LENGTHS.get(iban.slice(0, 2))
  if (length !== undefined && iban.length !== length) return undefined
  return mod97(iban.slice(4) + iban.slice(0, 4)) === 1 ? iban : undefined
}

/**
 * An address that a mail server could accept. Whether it exists is for a mail to prove, not for a pattern.
 * The domain becomes lower case; the part before @ is the receiver's business (RFC 5321 §2.4).
 */
export function normalizeEmail(input: string): string | undefined {
  const email = input.trim().replace(/^mailto:/i, '')
  const at = email.lastIndexOf('@')
  const local = email.slice(0, at)
  const domain = email.slice(at + 1).toLowerCase()
  if (at < 1 || local.length > 64 || email.length > 254) return undefined
  if (!/^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u.test(local)) return undefined
  if (!/^([\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+(\p{L}{2,63}|xn--[a-z0-9-]{2,59})$/u.test(domain))
    return undefined
  return `${local}@${domain}`
}

/**
 * Text as we store it: NFC, no control characters except newline and tab, no invisible direction marks
 * (they make a name read differently from what it is), no white space around. PostgreSQL refuses U+0000.
 * `maxTekens` cuts: for input we may not refuse, such as an import. A form refuses with its schema instead.
 */
export function cleanText(text: string, maxTekens = Number.POSITIVE_INFINITY): string {
  const clean = text
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .trim()
  return clean.length <= maxTekens ? clean : [...clean].slice(0, maxTekens).join('').trimEnd()
}

/** As cleanText, with every run of white space reduced to one space. For names, titles and every other single line. */
export function cleanEenRegel(text: string, maxTekens = Number.POSITIVE_INFINITY): string {
  return cleanText(cleanText(text).replace(/\s+/gu, ' '), maxTekens)
}

/** True when the text holds nothing that breaks a line, a header or a table cell. */
export function isEenRegel(text: string): boolean {
  return !/[\p{Cc}\u2028\u2029]/u.test(text)
}

const INVISIBLE = /\u200B|\u200E|\u200F|[\u202A-\u202E]|\u2060|[\u2066-\u2069]|\uFEFF/g

function elfproefnummer(input: string): string | undefined {
  const digits = input.replace(/[\s.-]/g, '').padStart(9, '0')
  if (!/^[0-9]{9}$/.test(digits) || input.replace(/\D/g, '').length < 8 || digits === '000000000') return undefined
  let sum = 0
  for (const [i, digit] of [...digits].entries()) sum += Number(digit) * (i === 8 ? -1 : 9 - i)
  return sum % 11 === 0 ? digits : undefined
}

function digitsOfLength(input: string, length: number): string | undefined {
  const digits = input.replace(/[\s.-]/g, '')
  return digits.length === length && /^[0-9]+$/.test(digits) ? digits : undefined
}

function mod97(text: string): number {
  let rest = 0
  for (const char of text) {
    const value = Number.parseInt(char, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest
}

/** The SEPA countries (EPC409-09): what a tenant's refund or direct debit can use. */
const IBAN_LENGTHS = new Map(
  (
    'AD24 AL28 AT20 BE16 BG22 CH21 CY28 CZ24 DE22 DK18 EE20 ES24 FI18 FR27 GB22 GI23 GR27 HR21 HU28 IE22 IS26 IT27 ' +
    'LI21 LT20 LU20 LV21 MC27 MD24 ME22 MK19 MT31 NL18 NO15 PL28 PT25 RO24 RS22 SE24 SI19 SK24 SM27 VA22'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
)
