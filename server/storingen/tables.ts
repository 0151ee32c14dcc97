import type { Generated, Selectable } from 'kysely'

export type StoringTable = {
  id: string
  complex_id: string
  soort: string
  naam: string
  hoofdzaak_id: string
  tekst: Generated<string>
  verwacht_klaar_op: string | null
  begonnen_op: Date
  klaar_op: Date | null
  gewijzigd_door: string
  gewijzigd_op: Date
  versie: Generated<number>
}
export type StoringRow = Selectable<StoringTable>

declare module '#server/platform/db/schema.ts' {
  interface Tables {
    storing: StoringTable
  }
}
