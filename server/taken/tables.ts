import type { ColumnType, Generated, Selectable } from 'kysely'
import type { Prioriteit } from '#contract/klantcontacten.ts'
import type { TaakGebeurtenis, TaakStatus } from '#contract/taken.ts'

export type TaakTable = {
  id: string
  nummer: Generated<number>
  soort: string
  onderwerp: string
  toelichting: string
  status: TaakStatus
  prioriteit: Prioriteit
  team_id: string
  /** Null: for every current member of the team. */
  medewerker_id: string | null
  partij_id: string | null
  klantcontact_id: string | null
  eenheid_id: string | null
  /** The zaak that this is a step of. */
  zaak_id: string | null
  belofte: boolean
  belofte_ingelost_op: Date | null
  terugkoppeling_id: string | null
  vertrouwelijk: boolean
  termijn_werkdagen: number | null
  deadline: string | null
  uitkomst: string
  aangemaakt_op: Date
  aangemaakt_door: string
  opgepakt_op: Date | null
  afgerond_op: Date | null
  afgerond_door: string | null
  versie: Generated<number>
}
export type TaakRow = Selectable<TaakTable>

export type TaakNotitieTable = {
  id: string
  taak_id: string
  tekst: string
  corrigeert: string | null
  medewerker_id: string
  op: Date
}
export type TaakNotitieRow = Selectable<TaakNotitieTable>

/** What changed, in ids and words that a screen can show; for who had it when. */
export type Stand = Record<string, string | null>

export type TaakHistorieTable = {
  id: string
  taak_id: string
  soort: TaakGebeurtenis['soort']
  van: ColumnType<Stand, string, never>
  naar: ColumnType<Stand, string, never>
  toelichting: string
  medewerker_id: string
  op: Date
}
export type TaakHistorieRow = Selectable<TaakHistorieTable>

declare module '#server/platform/db/schema.ts' {
  interface Tables {
    taak: TaakTable
    taak_notitie: TaakNotitieTable
    taak_historie: TaakHistorieTable
  }
}
