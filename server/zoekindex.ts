import type { Db } from './platform/db/schema.ts'
import { rebuildVocabulary } from './platform/search/index.ts'
import { indexZoekbron, removeSpoken, type Zoekbron } from './platform/search/zoekbron.ts'
import { slices } from './slices.ts'

/** Everything that can be found, of all slices. */
export const zoekbronnen: readonly Zoekbron[] = slices.flatMap((slice) => slice.zoekbronnen ?? [])

/**
 * Makes everything findable as it is now, and takes out what is gone. Searching and working go on meanwhile.
 * @param voortgang hears the part that is done, 0 to 1, and how many that are
 * @returns how many
 */
export async function indexAlles(
  db: Db,
  vandaag: string,
  voortgang: (deel: number, gedaan: number) => void = () => {},
): Promise<number> {
  let gedaan = 0
  for (const [i, bron] of zoekbronnen.entries()) {
    const ervoor = gedaan
    await removeSpoken(db, bron)
    gedaan += await indexZoekbron(db, bron, vandaag, {
      voortgang: (aantal) => voortgang((0.9 * (i + 0.5)) / zoekbronnen.length, ervoor + aantal),
    })
  }
  voortgang(0.9, gedaan)
  await rebuildVocabulary(db)
  return gedaan
}
