import type { Selectable } from 'kysely'

export type AanwezigheidTable = {
  medewerker_id: string
  venster: string
  object_soort: 'partij' | 'taak'
  object_id: string
  bezig: boolean
  tot: Date
}
export type AanwezigheidRow = Selectable<AanwezigheidTable>

declare module '#server/platform/db/schema.ts' {
  interface Tables {
    aanwezigheid: AanwezigheidTable
  }
}
