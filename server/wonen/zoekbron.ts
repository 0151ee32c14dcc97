import { sql } from 'kysely'
import type { Db } from '#server/platform/db/schema.ts'
import type { Zoekbron } from '#server/platform/search/zoekbron.ts'
import { selectComplexen, selectEenheden } from './store.ts'
import { zoekItemVanEenheid } from './zoekitem.ts'

export const eenheidBron: Zoekbron = {
  soort: 'eenheid',
  alle: sql`select id from eenheid`,
  async items(db: Db, ids: readonly string[]) {
    const eenheden = await selectEenheden(db, ids)
    const complexen = await selectComplexen(
      db,
      eenheden.flatMap(({ complex_id }) => complex_id ?? []),
    )
    const byId = new Map(complexen.map((complex) => [complex.id, complex]))
    return eenheden.map((eenheid) => zoekItemVanEenheid(eenheid, byId.get(eenheid.complex_id ?? '')))
  },
}
