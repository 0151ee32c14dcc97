import { parsePhoneNumberFromString, validatePhoneNumberLength } from 'libphonenumber-js/min'
import { cleanEenRegel } from '#contract/regels/kenmerken.ts'

export type Telefoonsoort = 'mobiel' | 'vast' | 'service' | 'kort' | 'buitenland'

/** `nummer` is E.164, or the short number itself (112, 14020), which has no international form. */
export type Telefoon = { ok: true; nummer: string; soort: Telefoonsoort } | { ok: false; reden: string }

/** Reads a telephone number as people in the Netherlands write it. `reden` is for the person who typed it. */
export function normalizeTelefoon(input: string): Telefoon {
  const text = cleanEenRegel(input).replace(/^(tel(efoon)?|mob(iel)?|gsm|t|m)\b[.:]?\s*/i, '')
  if (!text) return { ok: false, reden: 'Vul een telefoonnummer in.' }
  if (!/^[+0-9][0-9 ().\-–/]*$|^\(/.test(text) || /[^+0-9 ().\-–/]/.test(text)) {
    return { ok: false, reden: 'Vul alleen het nummer in. Een naam of opmerking hoort in de toelichting.' }
  }
  const digits = text.replace(/\D/g, '')
  if (KORT.test(digits) && !text.startsWith('+')) return { ok: true, nummer: digits, soort: 'kort' }
  if (digits.length > 17) return { ok: false, reden: 'Dit nummer is te lang. Vul één nummer per veld in.' }

  const parsed = parsePhoneNumberFromString(text, 'NL')
  if (!parsed?.isValid()) return { ok: false, reden: reason(text, parsed?.country, parsed?.nationalNumber.length) }
  if (parsed.country !== 'NL') return { ok: true, nummer: parsed.number, soort: 'buitenland' }
  return NEDERLANDS.test(parsed.nationalNumber)
    ? { ok: true, nummer: parsed.number, soort: dutchKind(parsed.nationalNumber) }
    : { ok: false, reden: ONBEKEND }
}

/** Emergency and help lines, 14+netnummer of municipalities, 18xx directory services (Nummerplan). */
const KORT = /^(112|113|144|116[0-9]{3}|140[0-9]{2,3}|18[0-9]{2})$/

/** Nine digits, or free and paid numbers with four or seven behind the prefix, or 097 for machines. */
const NEDERLANDS = /^([1-8][0-9]{8}|91[0-9]{7}|(800|90[069])([0-9]{4}|[0-9]{7})|97[0-9]{9})$/

const ONBEKEND = 'Dit telefoonnummer bestaat niet. Controleer de cijfers.'

function dutchKind(nationaal: string): Telefoonsoort {
  if (/^(800|90[069])/.test(nationaal)) return 'service'
  return /^(6|97)/.test(nationaal) ? 'mobiel' : 'vast'
}

function reason(text: string, country: string | undefined, length: number | undefined): string {
  if (country === 'NL' && length !== undefined && length !== 9) {
    const fout = length < 9 ? 'te kort' : 'te lang'
    return `Dit nummer is ${fout}. Een Nederlands nummer heeft tien cijfers, bijvoorbeeld 06 12345678.`
  }
  const problem = validatePhoneNumberLength(text, 'NL')
  if (problem === 'TOO_SHORT' || problem === 'NOT_A_NUMBER') return 'Dit telefoonnummer is te kort.'
  if (problem === 'TOO_LONG') return 'Dit nummer is te lang. Vul één nummer per veld in.'
  if (problem === 'INVALID_COUNTRY') return 'Dit landnummer bestaat niet.'
  return ONBEKEND
}
