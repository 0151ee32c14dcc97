import type { WriteContext } from '#server/platform/http/context.ts'
import { indexZoekItem } from '#server/platform/search/index.ts'
import { getEenheid } from './getEenheid.ts'
import { selectComplexen } from './store.ts'
import { zoekItemVanEenheid } from './zoekitem.ts'

/** Puts the home in the search index as it is now. */
export async function indexEenheid(w: WriteContext, eenheidId: string): Promise<void> {
  const eenheid = await getEenheid(w.db, eenheidId)
  const [complex] = eenheid.complex_id ? await selectComplexen(w.db, [eenheid.complex_id]) : []
  await indexZoekItem(w.tx, zoekItemVanEenheid(eenheid, complex))
}
