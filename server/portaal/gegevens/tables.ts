import type { Generated, Selectable } from 'kysely'
import type { AdresSoort } from '#contract/portaal/gegevens.ts'

export type AdreswijzigingTable = {
  id: string
  account_id: string
  partij_id: string
  soort: AdresSoort
  /** As typed. */
  adres: string
  genormaliseerd: string
  vervangt_id: string | null
  /** Where the code goes: to the new address itself, or to his own e-mail when nothing can be sent there. */
  kanaal: 'email' | 'sms'
  aan: string
  taal: 'nl' | 'en'
  code: Generated<Buffer | null>
  fout: Generated<number>
  gemaakt_op: Date
  geldig_tot: Date
}
export type AdreswijzigingRow = Selectable<AdreswijzigingTable>

export type AanbodTable = {
  id: string
  van_id: string
  email: string
  domeinen: string[]
  einddatum: string | null
  gemaakt_op: Date
  geldig_tot: Date
}
export type AanbodRow = Selectable<AanbodTable>

export type ExportTable = {
  id: string
  partij_id: string
  account_id: string
  status: Generated<'bezig' | 'klaar' | 'mislukt'>
  opslagsleutel: Generated<string | null>
  omvang: Generated<number | null>
  gevraagd_op: Date
  geldig_tot: Date
}
export type ExportRow = Selectable<ExportTable>

declare module '#server/platform/db/schema.ts' {
  interface Tables {
    portaal_adreswijziging: AdreswijzigingTable
    portaal_aanbod: AanbodTable
    portaal_export: ExportTable
  }
}
