import type { ZoekAntwoord, ZoekSoort } from '#contract/klantbeeld.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { zoek } from '#server/platform/search/index.ts'
import { zoekScopeVan } from './scope.ts'
import { noteerZoeken } from './zoeklog.ts'

/** The list under the search box, with its line in the verwerkingenlog. */
export async function zoekVoor(
  ctx: ReadContext,
  vraag: { q: string; soort?: ZoekSoort | undefined; aantal: number },
): Promise<ZoekAntwoord> {
  const scope = zoekScopeVan(ctx.actor, vraag)
  const { treffers, meer } = await zoek(ctx.db, vraag.q, scope)
  if (scope.soorten.includes('partij')) {
    const partijIds = treffers.filter(({ soort }) => soort === 'partij').map(({ objectId }) => objectId)
    await noteerZoeken(ctx, vraag.q, partijIds)
  }
  return {
    vraag: vraag.q,
    resultaten: treffers.map(({ objectId, ...treffer }) => ({ id: objectId, ...treffer })),
    meer,
  }
}
