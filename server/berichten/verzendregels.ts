import { allInstellingen } from '#server/beheer/index.ts'
import type { Db } from '#server/platform/db/schema.ts'
import type { Verzendregels } from './regels/wanneer.ts'

/** When the organisatie leaves its klanten in peace. */
export async function verzendregels(db: Db): Promise<Verzendregels> {
  const { stilteVan, stilteTot, berichtBundeling } = await allInstellingen(db)
  return { stilte: { van: stilteVan, tot: stilteTot }, bundelMinuten: Number(berichtBundeling) }
}
