import { aanhef } from '#contract/regels/aanhef.ts'
import type { Db } from '#server/platform/db/schema.ts'
import { selectPersonen } from './store.ts'
import type { PartijRow } from './tables.ts'

/** Opening of a message to this partij, without the comma: "Geachte heer Van den Berg". */
export async function aanhefVan(db: Db, partij: Pick<PartijRow, 'id' | 'naam' | 'aanhefcode'>): Promise<string> {
  const [persoon] = await selectPersonen(db, [partij.id])
  return aanhef(partij.aanhefcode, persoon ?? { achternaam: partij.naam, isOrganisatie: true })
}
