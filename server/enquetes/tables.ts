import type { Generated, Selectable } from 'kysely'

export type EnqueteTable = {
  id: string
  zaak_id: string
  partij_id: string | null
  zaaktype: string
  zaaktype_naam: string
  taal: string
  token_hash: string
  uitgenodigd_op: Date
  verloopt_op: Date
  beantwoord_op: Date | null
  gewijzigd_op: Date | null
  score: number | null
  opgelost: boolean | null
  opmerking: Generated<string>
}
export type EnqueteRow = Selectable<EnqueteTable>

declare module '#server/platform/db/schema.ts' {
  interface Tables {
    enquete: EnqueteTable
  }
}
