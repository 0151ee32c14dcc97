import type { InfiniteData } from '@tanstack/react-query'
import type { TijdlijnItem } from '#contract/klantbeeld.ts'

type Bladzijde = { rijen: TijdlijnItem[]; volgende?: string | undefined }

/**
 * The pages that were read, with a fresh first page laid over them: new items on top, changed ones in their place.
 * Cursors stay as they were, so that reading on goes on where it was.
 */
export function voegBijeen<P>(oud: InfiniteData<Bladzijde, P>, vers: Bladzijde): InfiniteData<Bladzijde, P> {
  const verse = new Map(vers.rijen.map((rij) => [rij.id, rij]))
  const [eerste, ...rest] = oud.pages
  if (!eerste) return { ...oud, pages: [vers] }
  const later = new Set(rest.flatMap((page) => page.rijen.map((rij) => rij.id)))
  const oudste = vers.rijen.at(-1)
  // What is newer than the last fresh item and not fresh, is gone: it was moved, or is no longer for us.
  const blijft = eerste.rijen.filter((rij) => verse.has(rij.id) || !oudste || volgorde(rij, oudste) > 0)
  const bekend = new Set(blijft.map((rij) => rij.id))
  const erbij = vers.rijen.filter((rij) => !bekend.has(rij.id) && !later.has(rij.id))
  const rijen = [...erbij, ...blijft.map((rij) => verse.get(rij.id) ?? rij)].sort(volgorde)
  return {
    ...oud,
    pages: [
      { ...eerste, rijen },
      ...rest.map((page) => ({ ...page, rijen: page.rijen.map((rij) => verse.get(rij.id) ?? rij) })),
    ],
  }
}

/** Newest first; negative when a comes before b. */
function volgorde(a: TijdlijnItem, b: TijdlijnItem): number {
  return b.moment.localeCompare(a.moment) || b.id.localeCompare(a.id)
}
