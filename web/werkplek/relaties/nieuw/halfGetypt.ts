import type { HalfGetypt } from '#contract/samenvoegen.ts'
import type { NieuweKlant } from './nieuweKlant.ts'

/** What is worth comparing of a form that is still being filled in. */
export function halfGetypt(klant: NieuweKlant | undefined): HalfGetypt {
  const isOrganisatie = klant?.soort === 'organisatie'
  const persoon = isOrganisatie ? undefined : klant?.persoon
  const waarden = (soort: string) =>
    (klant?.digitaleAdressen ?? []).flatMap((each) => (each.soort === soort && each.adres.trim() ? [each.adres] : []))
  return {
    achternaam: (isOrganisatie ? klant?.organisatie.naam : persoon?.achternaam)?.trim().slice(0, 400) ?? '',
    geslachtsnaam: persoon?.geslachtsnaam.trim().slice(0, 400) ?? '',
    initialen: persoon?.initialen.trim().slice(0, 100) ?? '',
    isOrganisatie,
    geboortedatum: persoon?.geboortedatum?.slice(0, 20) ?? null,
    kvkNummer: (isOrganisatie && klant?.organisatie.kvkNummer.slice(0, 40)) || null,
    telefoons: waarden('telefoonnummer').map((each) => each.slice(0, 254)),
    emails: waarden('email').map((each) => each.slice(0, 254)),
    adressen: (klant?.adressen ?? [])
      .filter((adres) => adres.postcode && adres.huisnummer)
      .map(({ postcode, huisnummer, huisletter, toevoeging }) => ({ postcode, huisnummer, huisletter, toevoeging })),
  }
}
