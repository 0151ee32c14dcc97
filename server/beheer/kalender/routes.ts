import * as api from '#contract/beheer.ts'
import type { Http } from '#server/platform/http/handle.ts'
import { kalenderVan } from './kalenderVan.ts'
import { telWerkdagen } from './telWerkdagen.ts'

export function kalenderRoutes(http: Http): void {
  http.read(api.getKalender, async ({ ctx, query }) => ({
    jaar: query.jaar,
    vrij: (await kalenderVan(ctx.db)).vrijeDagen(query.jaar),
  }))

  http.read(api.getWerkdag, async ({ ctx, query }) =>
    telWerkdagen(await kalenderVan(ctx.db), query.vanaf, query.aantal),
  )
}
