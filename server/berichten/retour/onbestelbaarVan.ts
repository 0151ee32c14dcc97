import type { ReadContext } from '#server/platform/http/context.ts'
import type { laadPartij } from '#server/relaties/index.ts'
import type { OnbestelbaarRow } from '../tables.ts'
import { selectOnbestelbaar } from './store.ts'

/** Addresses of this klant that do not work: he is asked to mend them, and an employee sees it. */
export function onbestelbaarVan(
  { db }: Pick<ReadContext, 'db'>,
  { digitaleAdressen }: Pick<Awaited<ReturnType<typeof laadPartij>>, 'digitaleAdressen'>,
): Promise<OnbestelbaarRow[]> {
  return selectOnbestelbaar(
    db,
    digitaleAdressen.filter(({ einddatum }) => einddatum === null).map(({ genormaliseerd }) => genormaliseerd),
  )
}
