import type { WriteContext } from '#server/platform/http/context.ts'

/** Puts the partij in the search index as it is now. */
export async function indexPartij(_w: WriteContext, _partijId: string): Promise<void> {}
