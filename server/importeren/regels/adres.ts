import { parseAdresInvoer } from '#contract/regels/adresinvoer.ts'
import { cleanEenRegel } from '#contract/regels/kenmerken.ts'

export type Huisnummer = { huisnummer: number; huisletter: string; toevoeging: string }

/** "Kerkstraat 12-bis" → street and the rest; the last number that stands alone is the huisnummer ("Plein 1940 12 A"). */
export function splitsStraat(tekst: string): { straat: string; nummer: string } | undefined {
  const [, straat, nummer] = /^(.*\D.*?)\s+(\d{1,5}(?:\s?[-/]?\s?[A-Za-z0-9]{1,6})?)$/.exec(cleanEenRegel(tekst)) ?? []
  return straat && nummer ? { straat, nummer } : undefined
}

/** "Kerkstraat 12, 3512 AB Utrecht" in one cell, as it stands on an envelope. */
export function splitsAdresregel(tekst: string) {
  const [, voor = '', postcode = '', woonplaats = ''] =
    /^(.+?)[,;]?\s+(\d{4}\s?[A-Za-z]{2})[,;]?\s+(.+)$/.exec(cleanEenRegel(tekst)) ?? []
  const straat = splitsStraat(voor)
  return straat ? { straat: straat.straat, huisnummer: straat.nummer, postcode, woonplaats } : undefined
}

/**
 * The huisnummer with what stands behind it, from one cell ("12 bis") or several. Letter and toevoeging that come apart
 * stay as the source says; together they are read as quick entry is.
 */
export function leesHuisnummer(
  nummer: string,
  huisletter: string,
  toevoeging: string,
  postcode: string,
): Huisnummer | undefined {
  const [, cijfers, rest = ''] = /^\s*(\d{1,5})\s*(.*)$/.exec(nummer) ?? []
  if (!cijfers || Number(cijfers) < 1) return undefined
  const huisnummer = Number(cijfers)
  const achter = rest.replace(/^[-/., ]+/, '')
  if (!achter) return { huisnummer, huisletter: huisletter.toUpperCase(), toevoeging }
  const gelezen = parseAdresInvoer(
    `${postcode || '1000AA'}${cijfers} ${[achter, huisletter, toevoeging].filter(Boolean).join(' ')}`,
  )
  if (!gelezen.ok)
    return {
      huisnummer,
      huisletter: huisletter.toUpperCase(),
      toevoeging: [achter, toevoeging].filter(Boolean).join(' '),
    }
  const [splitsing] = gelezen.splitsingen
  return { huisnummer, huisletter: splitsing.huisletter ?? '', toevoeging: splitsing.toevoeging ?? '' }
}

/** The same address however it is written: with it a new import sees whether it moved. */
export function adressleutel(adres: {
  postcode: string
  huisnummer: number | null
  huisletter: string
  toevoeging: string
  straatnaam: string
  woonplaats: string
  adresregels: readonly string[]
}): string {
  const achter = `${adres.huisletter}${adres.toevoeging}`.replace(/[\s-]/g, '').toLowerCase()
  const plek = adres.postcode || `${adres.straatnaam}, ${adres.woonplaats}`.toLowerCase()
  return [plek, adres.huisnummer ?? '', achter, ...adres.adresregels].join('|')
}
