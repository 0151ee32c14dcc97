import * as contract from '#contract/storingen.ts'
import { dagVan } from '#server/platform/clock.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import type { Http } from '#server/platform/http/handle.ts'
import { getPartij } from '#server/relaties/index.ts'
import { getEenheid, wonenVan } from '#server/wonen/index.ts'
import { changeStoring, eindigStoring } from './changeStoring.ts'
import { presentStoring, presentStoringen } from './present.ts'
import { selectLopende } from './store.ts'

export function storingRoutes(http: Http): void {
  http.read(contract.listStoringen, async ({ query, ctx }) => ({
    rijen: await presentStoringen(ctx, await selectLopende(ctx.db, await complexenVan(ctx, query))),
  }))
  http.write(contract.updateStoring, async ({ params, versie, body, w }) =>
    presentStoring(w, await changeStoring(w, params.id, versie, body)),
  )
  http.write(contract.eindigStoring, async ({ params, versie, w }) =>
    presentStoring(w, await eindigStoring(w, params.id, versie)),
  )
}

type Waar = { partijId?: string | undefined; eenheidId?: string | undefined; complexId?: string | undefined }

/** Of a klant the complexes where he rents today, not where he used to. */
async function complexenVan(ctx: ReadContext, waar: Waar): Promise<string[] | undefined> {
  if (waar.complexId) return [waar.complexId]
  if (waar.eenheidId) return [(await getEenheid(ctx.db, waar.eenheidId)).complex_id].filter((id) => id !== null)
  if (!waar.partijId) return undefined
  const { id } = await getPartij(ctx.db, waar.partijId)
  const woningen = await wonenVan(ctx.db, id, dagVan(ctx.now))
  return [...new Set(woningen.flatMap(({ actueel, complex }) => (actueel && complex ? [complex.id] : [])))]
}
