import { normalizePostcode } from './kenmerken.ts'

export type Adresweergave = {
  straat?: string | null | undefined
  huisnummer?: number | null | undefined
  huisletter?: string | null | undefined
  toevoeging?: string | null | undefined
  postcode?: string | null | undefined
  woonplaats?: string | null | undefined
  /** Shown when it is not Nederland. */
  land?: string | null | undefined
}

/** "1234 AB". A foreign postcode stays as it is. */
export function formatPostcode(postcode: string): string {
  const dutch = normalizePostcode(postcode)
  return dutch ? `${dutch.slice(0, 4)} ${dutch.slice(4)}` : postcode.trim()
}

/** "56A-2", "12-bis", "7". */
export function formatHuisnummer({ huisnummer, huisletter, toevoeging }: Adresweergave): string {
  if (huisnummer === null || huisnummer === undefined) return ''
  return `${huisnummer}${huisletter ?? ''}${toevoeging ? `-${toevoeging}` : ''}`
}

/** The lines of an address: ["Kerkstraat 56A-2", "1234 AB Utrecht", "België"]; empty ones are left out. */
export function adresregels(adres: Adresweergave): string[] {
  const straat = joined(adres.straat, formatHuisnummer(adres))
  const plaats = joined(adres.postcode ? formatPostcode(adres.postcode) : '', adres.woonplaats)
  const land = /^(nederland|nl|6030)?$/i.test(adres.land?.trim() ?? '') ? '' : adres.land?.trim()
  return [straat, plaats, land ?? ''].filter(Boolean)
}

/** "Kerkstraat 56A-2, 1234 AB Utrecht" */
export function formatAdres(adres: Adresweergave): string {
  return adresregels(adres).join(', ')
}

function joined(...parts: (string | null | undefined)[]): string {
  return parts
    .map((part) => part?.trim())
    .filter(Boolean)
    .join(' ')
}
