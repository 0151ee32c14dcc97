import type { Db } from '#server/platform/db/schema.ts'
import { ordersPeiling, selectPeiling } from './store.ts'
import type { ErpPeilingRow } from './tables.ts'

/** How the last round of asking went; `undefined` when there never was one. */
export function findErpPeiling(db: Db): Promise<ErpPeilingRow | undefined> {
  return selectPeiling(db, ordersPeiling)
}
