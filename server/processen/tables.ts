import type { ColumnType, Generated, Selectable } from 'kysely'
import type { VersieStatus } from '#contract/procesbeheer.ts'
import type { ActieStatus, InstantieStatus, WachtSoort } from '#contract/processen.ts'
import type { Staat } from './motor/soorten.ts'

type Json<T> = ColumnType<T, string, string>

export type KlantprocesTable = {
  proces: string
  naam: string
  omschrijving: string
  actief: boolean
  volgorde: number
  versie: Generated<number>
}
export type KlantprocesRow = Selectable<KlantprocesTable>

/** The files of a process folder: path → text. */
export type Bestanden = Record<string, string>

export type ProcesVersieTable = {
  id: string
  proces: string
  nummer: number
  naam: string
  zaaktype: string
  bestanden: Json<Bestanden>
  hash: string
  bron: 'levering' | 'beheer'
  status: VersieStatus
  reden: string
  aangemaakt_op: Date
  aangemaakt_door: string
  gepubliceerd_op: Date | null
  gepubliceerd_door: string | null
  /** Since it was made; nobody did: null. */
  gewijzigd_op: ColumnType<Date | null, Date | null | undefined>
  gewijzigd_door: ColumnType<string | null, string | null | undefined>
  versie: Generated<number>
}
export type ProcesVersieRow = Selectable<ProcesVersieTable>

export type Postvak = { soort: 'bericht' | 'signaal'; naam: string; gegevens: Record<string, unknown> }[]

export type ProcesInstantieTable = {
  id: string
  zaak_id: string
  versie_id: string
  status: InstantieStatus
  staat: ColumnType<Staat | null, string | null, string | null>
  gegevens: Json<Record<string, unknown>>
  postvak: ColumnType<Postvak, string | undefined, string>
  begonnen_op: Date
  klaar_op: Date | null
  versie: Generated<number>
}
export type ProcesInstantieRow = Selectable<ProcesInstantieTable>

export type ProcesWachtTable = {
  id: string
  instantie_id: string
  element: string
  sleutel: string
  soort: WachtSoort
  naam: string
  taak_id: string | null
  op: Date | null
  lokaal: Json<Record<string, unknown>>
  sinds: Date
}
export type ProcesWachtRow = Selectable<ProcesWachtTable>

export type ProcesActieTable = {
  id: string
  instantie_id: string
  element: string
  uitvoering: string
  soort: string
  invoer: Json<Record<string, unknown>>
  uitvoer: ColumnType<Record<string, unknown> | null, string | null, string | null>
  status: ActieStatus
  pogingen: number
  fout: string
  fout_code: string
  sleutel: string
  volgende_poging: Date | null
  aangemaakt_op: Date
  begonnen_op: Date | null
  klaar_op: Date | null
  afgehandeld_door: string | null
  reden: string
  versie: Generated<number>
}
export type ProcesActieRow = Selectable<ProcesActieTable>

export type ProcesStapTable = {
  id: string
  instantie_id: string
  element: string
  uitvoering: string
  soort: string
  naam: string
  begin_op: Date
  eind_op: Date | null
  afgebroken: boolean
  door: string
}
export type ProcesStapRow = Selectable<ProcesStapTable>

export type ProcesBeslissingTable = {
  id: string
  instantie_id: string
  element: string
  beslissing: string
  naam: string
  regels: Json<{ nummer: number; opmerking: string }[]>
  invoer: Json<Record<string, unknown>>
  uitkomst: ColumnType<unknown, string | null, string | null>
  op: Date
}
export type ProcesBeslissingRow = Selectable<ProcesBeslissingTable>

export type ProcesBestandTable = {
  id: string
  medewerker_id: string
  zaak_id: string | null
  bestandsnaam: string
  mediatype: string
  onveilig: boolean
  omvang: number
  sha256: string
  opslagsleutel: string
  klaar: boolean
  aangemaakt_op: Date
  /** Of a customer: as long as the form that he began is kept; null: a week. */
  bewaar_tot: Date | null
}
export type ProcesBestandRow = Selectable<ProcesBestandTable>

export type ProcesOverzettingTable = {
  id: string
  van_id: string
  naar_id: string
  instantie_id: string | null
  doelen: Json<Record<string, string>>
  reden: string
  door: string
  begonnen_op: Date
  klaar_op: Date | null
  /** The last instance that was looked at. */
  tot: Generated<string>
  gelukt: Generated<number>
  geweigerd: ColumnType<{ instantieId: string; reden: string }[], string | undefined, string>
  geweigerd_aantal: Generated<number>
}
export type ProcesOverzettingRow = Selectable<ProcesOverzettingTable>

declare module '#server/platform/db/schema.ts' {
  interface Tables {
    klantproces: KlantprocesTable
    proces_versie: ProcesVersieTable
    proces_instantie: ProcesInstantieTable
    proces_wacht: ProcesWachtTable
    proces_actie: ProcesActieTable
    proces_stap: ProcesStapTable
    proces_beslissing: ProcesBeslissingTable
    proces_bestand: ProcesBestandTable
    proces_overzetting: ProcesOverzettingTable
  }
}
