import type { Generated, Selectable } from 'kysely'

export type ErpPeilingTable = {
  naam: string
  cursor: Generated<string | null>
  gelukt_op: Generated<Date | null>
  mislukt_sinds: Generated<Date | null>
  melding: Generated<string>
}

export type ErpOrderTable = {
  order_id: string
  vingerafdruk: string
  afgelopen: Generated<boolean>
  gewijzigd_op: Date
}

export type ErpPeilingRow = Selectable<ErpPeilingTable>

declare module '#server/platform/db/schema.ts' {
  interface Tables {
    erp_peiling: ErpPeilingTable
    erp_order: ErpOrderTable
  }
}
