import type { ColumnType, Generated, Selectable } from 'kysely'
import type { Apirecht } from '#contract/koppelingen/apitoegang.ts'

export type ApiTokenTable = {
  id: string
  naam: string
  hash: Buffer
  rechten: Apirecht[]
  /** Null: the work of every team. */
  team_ids: Generated<string[] | null>
  verloopt_op: Generated<Date | null>
  laatst_gebruikt_op: Generated<Date | null>
  ingetrokken_op: Generated<Date | null>
  aangemaakt_op: ColumnType<Date, Date | undefined, never>
  aangemaakt_door: string
}
export type ApiTokenRow = Selectable<ApiTokenTable>

declare module '#server/platform/db/schema.ts' {
  interface Tables {
    api_token: ApiTokenTable
  }
}
