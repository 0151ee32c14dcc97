import { cleanEenRegel, normalizeEmail, normalizePostcode } from '#contract/regels/kenmerken.ts'
import type { AdresInvoer, DigitaalAdresInvoer } from '#contract/relatieinvoer.ts'
import type { InvalidParam } from '#server/platform/errors.ts'
import type { BagAdres } from './bag.ts'
import { normalizeTelefoon } from './regels/telefoon.ts'
import type { AdresRow } from './tables.ts'

/**
 * What is compared and searched for: E.164 for a telephone number, lower case for an e-mail address.
 * @returns a Dutch reason when it is not such an address
 */
export function normalizeDigitaalAdres(
  soort: DigitaalAdresInvoer['soort'],
  adres: string,
): { ok: true; genormaliseerd: string } | { ok: false; reden: string } {
  if (soort === 'telefoonnummer') {
    const telefoon = normalizeTelefoon(adres)
    return telefoon.ok ? { ok: true, genormaliseerd: telefoon.nummer } : telefoon
  }
  if (soort === 'email') {
    const email = normalizeEmail(adres)
    return email
      ? { ok: true, genormaliseerd: email.toLowerCase() }
      : { ok: false, reden: 'Vul een e-mailadres in zoals naam@voorbeeld.nl.' }
  }
  return { ok: true, genormaliseerd: cleanEenRegel(adres).toLowerCase() }
}

/** Every number that is none, named by its place in the request. */
export function foutenIn(adressen: readonly DigitaalAdresInvoer[], prefix: string): InvalidParam[] {
  return adressen.flatMap(({ soort, adres }, i) => {
    const read = normalizeDigitaalAdres(soort, adres)
    return read.ok ? [] : [{ name: `${prefix}.${i}.adres`, code: soort, reason: read.reden }]
  })
}

/** Exactly one standard number or address per soort (Klantinteracties API): the last one marked, or else the first. */
export function kiesStandaard<A extends { soort: string; isStandaard: boolean; voorkeur: boolean }>(
  adressen: readonly A[],
): A[] {
  const standaard = new Map<string, A>()
  for (const adres of adressen) {
    if (adres.isStandaard || !standaard.has(adres.soort)) standaard.set(adres.soort, adres)
  }
  const voorkeur = adressen.findLast((adres) => adres.voorkeur)
  return adressen.map((adres) => ({
    ...adres,
    isStandaard: standaard.get(adres.soort) === adres,
    voorkeur: adres === voorkeur,
  }))
}

export type AdresVelden = Omit<AdresRow, 'id' | 'partij_id' | 'versie'>

/**
 * The address as we store it. A nummeraanduiding that we know ourselves fills street and town, so that what is called
 * `gevalideerd` is what the BAG says, whatever was sent along.
 */
export function adresVelden(invoer: AdresInvoer, bekend: BagAdres | undefined): AdresVelden {
  const eigen = {
    soort: invoer.soort,
    land: invoer.land,
    adresregels: invoer.adresregels,
    begindatum: invoer.begindatum,
    einddatum: invoer.einddatum,
  }
  if (bekend) {
    return {
      ...eigen,
      land: 'NL',
      straatnaam: bekend.straatnaam,
      huisnummer: bekend.huisnummer,
      huisletter: bekend.huisletter,
      toevoeging: bekend.toevoeging,
      postcode: bekend.postcode,
      woonplaats: bekend.woonplaats,
      nummeraanduiding_id: bekend.nummeraanduidingId,
      validatie: 'gevalideerd',
    }
  }
  return {
    ...eigen,
    straatnaam: invoer.straatnaam,
    huisnummer: invoer.huisnummer,
    huisletter: invoer.huisletter,
    toevoeging: invoer.toevoeging,
    postcode: normalizePostcode(invoer.postcode) ?? invoer.postcode,
    woonplaats: invoer.woonplaats,
    nummeraanduiding_id: null,
    // The BAG knows Dutch buildings only: a foreign address or a post office box is never "still to be checked".
    validatie:
      invoer.handmatig || invoer.land !== 'NL' || invoer.adresregels.length > 0 ? 'handmatig' : 'niet_gevalideerd',
  }
}
