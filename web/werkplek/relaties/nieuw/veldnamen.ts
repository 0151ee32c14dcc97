import type { RelatieTeksten } from '../relatieTeksten.ts'
import type { NieuweKlant } from './nieuweKlant.ts'

/** How the fields are called in the error summary. */
export function veldnamen(t: RelatieTeksten, klant: NieuweKlant): Record<string, string> {
  return {
    werktVoorId: t.welkBedrijf,
    'huishouden.rol': t.rol,
    'huishouden.id': t.welkHuishouden,
    'persoon.initialen': t.initialen,
    'persoon.voornaam': t.voornaam,
    'persoon.tussenvoegsels': t.tussenvoegsels,
    'persoon.achternaam': t.achternaam,
    'persoon.geslachtsnaam': t.geslachtsnaam,
    'persoon.geboortedatum': t.geboortedatum,
    'organisatie.naam': t.bedrijfsnaam,
    'organisatie.kvkNummer': t.kvkNummer,
    'organisatie.vestigingsnummer': t.vestigingsnummer,
    'naamAfwijking.naam': t.naamAfwijking,
    'naamAfwijking.reden': t.naamReden,
    'adressen.0.postcode': t.adres,
    'adressen.0.huisnummer': t.huisnummer,
    iban: t.iban,
    interneNotitie: t.notitie,
    ...Object.fromEntries(
      klant.digitaleAdressen.map((each, i) => [
        `digitaleAdressen.${i}.adres`,
        each.soort === 'email' ? t.email : t.telefoon,
      ]),
    ),
  }
}
