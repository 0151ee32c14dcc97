import type { WriteContext } from '#server/platform/http/context.ts'
import { indexUitBron } from '#server/platform/search/zoekbron.ts'
import { eenheidBron } from './zoekbron.ts'

/** Puts the home in the search index as it is now; one that is gone leaves it. */
export const indexEenheid = (w: WriteContext, eenheidId: string): Promise<void> =>
  indexUitBron(w, eenheidBron, eenheidId)
