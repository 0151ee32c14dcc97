import type { AdresVanBuiten } from '#server/relaties/vanBuiten/index.ts'
import type { Weergave } from './bron.ts'
import { metSpatie } from './controleer.ts'

/** The columns of an address that the standard has a place for. */
export type AdresKolommen = {
  straatnaam: string
  huisnummer: number | null
  huisletter: string
  toevoeging: string
  postcode: string
  woonplaats: string
  land: string
  adresregels: string[]
  nummeraanduiding_id: string | null
}

export const leegAdres: Weergave = {
  nummeraanduidingId: '',
  straatnaam: '',
  huisnummer: null,
  huisnummertoevoeging: '',
  postcode: '',
  stad: '',
  adresregel1: '',
  adresregel2: '',
  adresregel3: '',
  land: '',
}

export function toonAdres(adres: AdresKolommen | null): Weergave {
  if (!adres) return leegAdres
  const [adresregel1 = '', adresregel2 = '', adresregel3 = ''] = adres.adresregels
  return {
    nummeraanduidingId: adres.nummeraanduiding_id ?? '',
    straatnaam: adres.straatnaam,
    huisnummer: adres.huisnummer,
    huisnummertoevoeging:
      `${adres.huisletter}${adres.huisletter && adres.toevoeging ? ' ' : ''}${adres.toevoeging}`.slice(0, 20),
    // A foreign one has no place in this field; it stands on the lines.
    postcode: /^[1-9][0-9]{3}[A-Z]{2}$/.test(adres.postcode) ? metSpatie(adres.postcode) : '',
    stad: adres.woonplaats,
    adresregel1: adresregel1.slice(0, 80),
    adresregel2: adresregel2.slice(0, 80),
    adresregel3: adresregel3.slice(0, 80),
    land: adres.land,
  }
}

/** @returns null when nothing was filled in */
export function leesAdres(gegeven: Weergave): AdresVanBuiten | null {
  const tekst = (veld: string) => String(gegeven[veld] ?? '').trim()
  const regels = [tekst('adresregel1'), tekst('adresregel2'), tekst('adresregel3')]
  while (regels.length > 0 && !regels.at(-1)) regels.pop()
  const toevoeging = tekst('huisnummertoevoeging')
  const isLetter = /^[A-Za-z]$/.test(toevoeging)
  const adres = {
    straatnaam: tekst('straatnaam'),
    huisnummer: typeof gegeven['huisnummer'] === 'number' ? gegeven['huisnummer'] : null,
    huisletter: isLetter ? toevoeging.toUpperCase() : '',
    toevoeging: isLetter ? '' : toevoeging,
    postcode: metSpatie(tekst('postcode')).replace(' ', ''),
    woonplaats: tekst('stad'),
    adresregels: regels,
    nummeraanduidingId: tekst('nummeraanduidingId') || null,
  }
  const gevuld = Object.values(adres).some((waarde) => (Array.isArray(waarde) ? waarde.length > 0 : Boolean(waarde)))
  return gevuld || tekst('land') ? { ...adres, land: tekst('land').toUpperCase() || 'NL' } : null
}

/** As the standard writes it: a postcode with its space, a country in capitals. */
export function metVasteVorm(gegeven: Weergave): Weergave {
  return {
    ...gegeven,
    postcode: metSpatie(String(gegeven['postcode'] ?? '')),
    land: String(gegeven['land'] ?? '').toUpperCase(),
  }
}
