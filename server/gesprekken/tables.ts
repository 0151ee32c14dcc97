import type { ColumnType, Generated, Selectable } from 'kysely'
import type { GesprekInhoud } from '#contract/gesprekken.ts'

export type ConceptTable = {
  id: string
  medewerker_id: string
  partij_id: string | null
  /** The taak it was started from, for instance to call a customer back. */
  taak_id: string | null
  inhoud: ColumnType<GesprekInhoud, string, string>
  begonnen_op: Date
  gewijzigd_op: Date
  versie: Generated<number>
}
export type ConceptRow = Selectable<ConceptTable>

declare module '#server/platform/db/schema.ts' {
  interface Tables {
    concept: ConceptTable
  }
}
