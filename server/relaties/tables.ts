import type { Generated, Selectable } from 'kysely'
import type { Aanhefcode } from '#contract/regels/aanhef.ts'
import type { AdresSoort, DigitaalAdresSoort, PartijSoort, Validatie } from '#contract/relatieinvoer.ts'

export type PartijTable = {
  id: string
  nummer: Generated<number>
  soort: PartijSoort
  naam: string
  sorteernaam: string
  naam_reden: Generated<string>
  aanhefcode: Generated<Aanhefcode>
  actief: Generated<boolean>
  geheimhouding: Generated<boolean>
  voorkeurstaal: Generated<string>
  interne_notitie: Generated<string>
  samengevoegd_in: Generated<string | null>
  extern_id: Generated<string | null>
  versie: Generated<number>
  aangemaakt_op: Generated<Date>
  gewijzigd_op: Generated<Date>
}

export type PersoonTable = {
  partij_id: string
  initialen: Generated<string>
  voornaam: Generated<string>
  tussenvoegsels: Generated<string>
  achternaam: string
  geslachtsnaam: Generated<string>
  geslacht: Generated<'M' | 'V' | 'O' | null>
  geboortedatum: Generated<string | null>
  overlijdensdatum: Generated<string | null>
  werkte_voor_partij_id: Generated<string | null>
}

export type OrganisatieTable = { partij_id: string; naam: string }

export type IdentificatorTable = {
  id: string
  partij_id: string | null
  code_objecttype: string
  code_register: string
  code_soort_object_id: string
  object_id: string
  sub_identificator_van: Generated<string | null>
}

export type BsnTable = { partij_id: string; bsn: string }

export type RolTable = {
  id: string
  partij_id: string
  in_partij_id: string
  rol: string
  inwonend_kind: Generated<boolean>
  begindatum: string
  einddatum: Generated<string | null>
  versie: Generated<number>
}

export type VertegenwoordigingTable = {
  id: string
  vertegenwoordiger_id: string
  vertegenwoordigde_id: string
  soort: string
  omvang: Generated<string>
  /** What it covers in the portal; null: what goes with its kind. */
  domeinen: Generated<string[] | null>
  begindatum: string
  einddatum: Generated<string | null>
  versie: Generated<number>
}

export type DigitaalAdresTable = {
  id: string
  partij_id: string
  soort: DigitaalAdresSoort
  /** As given. */
  adres: string
  /** What is compared and searched: E.164, or the e-mail address in lower case. */
  genormaliseerd: string
  omschrijving: Generated<string>
  referentie: Generated<string>
  is_standaard: Generated<boolean>
  voorkeur: Generated<boolean>
  verificatie_datum: Generated<string | null>
  begindatum: Generated<string>
  einddatum: Generated<string | null>
  versie: Generated<number>
}

export type AdresTable = {
  id: string
  partij_id: string
  soort: Generated<AdresSoort>
  straatnaam: Generated<string>
  huisnummer: Generated<number | null>
  huisletter: Generated<string>
  toevoeging: Generated<string>
  postcode: Generated<string>
  woonplaats: Generated<string>
  land: Generated<string>
  adresregels: Generated<string[]>
  nummeraanduiding_id: Generated<string | null>
  validatie: Validatie
  begindatum: Generated<string | null>
  einddatum: Generated<string | null>
  versie: Generated<number>
}

export type RekeningnummerTable = {
  id: string
  partij_id: string
  iban: string
  bic: Generated<string | null>
  tenaamstelling: Generated<string>
  voorkeur: Generated<boolean>
  begindatum: Generated<string>
  einddatum: Generated<string | null>
  versie: Generated<number>
}

export type SignaleringTable = {
  id: string
  partij_id: string
  soort: string
  detailsoort: Generated<string>
  omschrijving: Generated<string>
  begindatum: string
  einddatum: Generated<string | null>
  versie: Generated<number>
}

export type SamenvoegingTable = {
  id: string
  bron_id: string
  doel_id: string
  medewerker_id: string
  op: Generated<Date>
  /** What moved, per kind; kinds of other slices hold ids only. */
  verplaatst: Record<string, unknown[]>
  ongedaan_op: Generated<Date | null>
  ongedaan_door: Generated<string | null>
}

export type TijdlijnTable = {
  id: string
  partij_id: string
  moment: Date
  soort: string
  verwijzing_id: string
  titel: string
  samenvatting: Generated<string>
  kanaal: Generated<string | null>
  richting: Generated<string | null>
  medewerker_id: Generated<string | null>
  zichtbaar_in_portaal: Generated<boolean>
  vertrouwelijk: Generated<boolean>
  gegevens: Generated<Record<string, unknown>>
}

export type PartijRow = Selectable<PartijTable>
export type PersoonRow = Selectable<PersoonTable>
export type OrganisatieRow = Selectable<OrganisatieTable>
export type IdentificatorRow = Selectable<IdentificatorTable>
export type RolRow = Selectable<RolTable>
export type VertegenwoordigingRow = Selectable<VertegenwoordigingTable>
export type DigitaalAdresRow = Selectable<DigitaalAdresTable>
export type AdresRow = Selectable<AdresTable>
export type SamenvoegingRow = Selectable<SamenvoegingTable>

declare module '#server/platform/db/schema.ts' {
  interface Tables {
    partij: PartijTable
    partij_persoon: PersoonTable
    partij_organisatie: OrganisatieTable
    partij_identificator: IdentificatorTable
    partij_bsn: BsnTable
    partij_rol: RolTable
    vertegenwoordiging: VertegenwoordigingTable
    digitaal_adres: DigitaalAdresTable
    partij_adres: AdresTable
    rekeningnummer: RekeningnummerTable
    signalering: SignaleringTable
    samenvoeging: SamenvoegingTable
    tijdlijn_item: TijdlijnTable
  }
}
