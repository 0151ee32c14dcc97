import type { Generated, Selectable } from 'kysely'
import type { TermijnSoort, TermijnStatus, WachtOp, ZaakRolSoort, ZaakStatusCode } from '#contract/zaken.ts'

export type ZaakTable = {
  id: string
  /** "Z2026-100001". */
  nummer: string
  zaaktype: string
  zaaktype_naam: string
  omschrijving: string
  toelichting: string
  status: ZaakStatusCode
  /** What the process calls this status; empty: the name of the code. */
  status_naam: string
  status_sinds: Date
  wacht_op: WachtOp | null
  partij_id: string | null
  contactpersoon_id: string | null
  eenheid_id: string | null
  overeenkomst_id: string | null
  kanaal: string | null
  ontvangen_op: Date
  team_id: string | null
  behandelaar_id: string | null
  hoofdzaak_id: string | null
  vertrouwelijk: boolean
  zichtbaar_in_portaal: boolean
  resultaat: string | null
  resultaat_naam: string
  resultaat_toelichting: string
  einddatum_gepland: string | null
  geopend_op: Date
  geopend_door: string
  gewijzigd_op: Date
  afgesloten_op: Date | null
  /** What it waits for now, as its process calls it; empty: nothing, or no process. */
  stap: Generated<string>
  stap_sinds: Generated<Date | null>
  zgw: Generated<Record<string, unknown>>
  versie: Generated<number>
}
export type ZaakRow = Selectable<ZaakTable>

export type ZaakStatusTable = {
  id: string
  zaak_id: string
  status: ZaakStatusCode
  naam: string
  wacht_op: WachtOp | null
  toelichting: string
  medewerker_id: string
  op: Date
}

export type ZaakRolTable = {
  id: string
  zaak_id: string
  rol: ZaakRolSoort
  omschrijving: string
  toelichting: string
  partij_id: string | null
  medewerker_id: string | null
  team_id: string | null
  indicatie_machtiging: Generated<'' | 'gemachtigde' | 'machtiginggever'>
  begin_op: Date
  eind_op: Date | null
}
export type ZaakRolRow = Selectable<ZaakRolTable>

export type ZaakEigenschapTable = {
  id: string
  zaak_id: string
  naam: string
  label: string
  waarde: string
  gewijzigd_op: Date
}
export type ZaakEigenschapRow = Selectable<ZaakEigenschapTable>

export type ZaakDocumentTable = {
  id: string
  zaak_id: string
  titel: string
  beschrijving: string
  soort: string
  bestandsnaam: string
  mediatype: string
  onveilig: boolean
  omvang: number
  sha256: string
  opslagsleutel: string
  zichtbaar_in_portaal: boolean
  medewerker_id: string
  op: Date
}
export type ZaakDocumentRow = Selectable<ZaakDocumentTable>

export type ZaakKlantcontactTable = { zaak_id: string; klantcontact_id: string; op: Date }

export type ZaakTermijnTable = {
  id: string
  zaak_id: string
  soort: TermijnSoort
  naam: string
  telling: 'werkdagen' | 'dagen' | 'datum'
  aantal: number | null
  start_op: Date
  uiterste_op: string
  waarschuw_op: string | null
  gepauzeerd_op: Date | null
  pauzedagen: Generated<number>
  gewaarschuwd_op: Date | null
  status: TermijnStatus
  overschreden_op: Date | null
  gehaald_op: Date | null
}
export type ZaakTermijnRow = Selectable<ZaakTermijnTable>

declare module '#server/platform/db/schema.ts' {
  interface Tables {
    zaak: ZaakTable
    zaak_status: ZaakStatusTable
    zaak_rol: ZaakRolTable
    zaak_eigenschap: ZaakEigenschapTable
    zaak_document: ZaakDocumentTable
    zaak_klantcontact: ZaakKlantcontactTable
    zaak_termijn: ZaakTermijnTable
  }
}
