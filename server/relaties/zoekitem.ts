import { formatAdres } from '#contract/regels/adresweergave.ts'
import { rolNaam } from '#contract/relatiecodes.ts'
import type { ZoekItem } from '#server/platform/search/item.ts'
import {
  sleutelDatum,
  sleutelEmail,
  sleutelIban,
  sleutelNummer,
  sleutelsAdres,
  sleutelsTelefoon,
  sleutelsVoorletters,
  woordenEmail,
} from '#server/platform/search/sleutels.ts'

/** What one can find a partij by. */
export type VindbarePartij = {
  id: string
  nummer: number
  soort: string
  naam: string
  actief: boolean
  geheimhouding: boolean
  achternaam?: string | null
  geslachtsnaam?: string | null
  voornaam?: string | null
  initialen?: string | null
  geboortedatum?: string | null
  overlijdensdatum?: string | null
  kvkNummer?: string | null
  /** Current roles, such as HUU. */
  rollen: string[]
  /** Current ones; the first is shown. */
  adressen: {
    straatnaam: string
    huisnummer: number | null
    huisletter: string
    toevoeging: string
    postcode: string
    woonplaats: string
  }[]
  telefoons: string[]
  emails: string[]
  ibans: string[]
}

/** Never a BSN: it is not in the type. */
export function zoekItemVan(partij: VindbarePartij): ZoekItem {
  const [adres] = partij.adressen
  const regel = adres ? formatAdres({ ...adres, straat: adres.straatnaam }) : ''
  return {
    soort: 'partij',
    objectId: partij.id,
    titel: partij.naam,
    // Who is secret is found by name, but a list on a screen does not tell where he lives.
    ondertitel: partij.geheimhouding ? 'Geheim adres' : regel,
    woorden: [
      ...(partij.achternaam
        ? [partij.achternaam, partij.geslachtsnaam ?? '', partij.voornaam ?? '']
        : [partij.naam.replace(/^Huishouden /, '')]),
      ...partij.adressen.flatMap((each) => [each.straatnaam, each.woonplaats]),
      ...partij.emails.flatMap(woordenEmail),
    ].filter(Boolean),
    sleutels: [
      sleutelNummer(String(partij.nummer)),
      ...sleutelsVoorletters([partij.achternaam ?? '', partij.geslachtsnaam ?? ''], partij.initialen ?? ''),
      ...(partij.kvkNummer ? [sleutelNummer(partij.kvkNummer)] : []),
      ...(partij.geboortedatum ? [sleutelDatum(partij.geboortedatum)] : []),
      ...partij.telefoons.flatMap(sleutelsTelefoon),
      ...partij.emails.map(sleutelEmail),
      ...partij.adressen.flatMap(sleutelsAdres),
      ...partij.ibans.map(sleutelIban),
    ],
    gewicht: gewichtVan(partij),
    teamId: null,
    medewerkerId: null,
    vertrouwelijk: false,
    gegevens: {
      soort: partij.soort,
      nummer: partij.nummer,
      ...(partij.initialen && { initialen: partij.initialen }),
      ...(partij.geboortedatum && { geboortedatum: partij.geboortedatum }),
      ...(partij.rollen.length > 0 && { rollen: [...new Set(partij.rollen.map(rolNaam))] }),
      ...(!partij.actief && { inactief: true }),
      ...(partij.overlijdensdatum && { overleden: true }),
    },
  }
}

/** Among equally good matches: who rents now, then who is otherwise with us, then who was. */
function gewichtVan({ actief, overlijdensdatum, rollen, soort }: VindbarePartij): number {
  if (!actief || overlijdensdatum) return 20
  if (rollen.some((rol) => rol === 'HUU' || rol === 'MDH')) return 60
  return soort === 'huishouden' ? 40 : 50
}
