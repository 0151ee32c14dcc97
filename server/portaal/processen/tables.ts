import type { ColumnType, Generated, Selectable } from 'kysely'

export type PortaalConceptTable = {
  id: string
  account_id: string
  partij_id: string
  proces: string
  overeenkomst_id: string | null
  antwoorden: ColumnType<Record<string, unknown>, string, string>
  stap: string
  gemaakt_op: Date
  gewijzigd_op: Date
  versie: Generated<number>
}
export type PortaalConceptRow = Selectable<PortaalConceptTable>

declare module '#server/platform/db/schema.ts' {
  interface Tables {
    portaal_concept: PortaalConceptTable
  }
}
