import type { Db } from '#server/platform/db/schema.ts'
import { invalid } from '#server/platform/errors.ts'
import { findPartij } from '#server/relaties/index.ts'

/**
 * The klant of a contact. When he was merged meanwhile, the one who stayed: a running conversation must not stop on it.
 * @throws 400 when there is no such klant
 */
export async function resolvePartij(db: Db, partijId: string | null): Promise<string | null> {
  let id = partijId
  for (let step = 0; id !== null && step < 10; step++) {
    const partij = await findPartij(db, id)
    if (!partij) break
    if (!partij.samengevoegd_in) return id
    id = partij.samengevoegd_in
  }
  if (id !== null) throw invalid('partijId', 'onbekend', 'Kies een klant die bestaat.')
  return null
}
