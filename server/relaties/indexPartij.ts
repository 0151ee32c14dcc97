import type { WriteContext } from '#server/platform/http/context.ts'
import { indexUitBron } from '#server/platform/search/zoekbron.ts'
import { partijBron } from './zoekbron.ts'

/** Puts the partij in the search index as it is now; one that was merged away is found as the other. */
export const indexPartij = (w: WriteContext, partijId: string): Promise<void> => indexUitBron(w, partijBron, partijId)
