import * as api from '#contract/beheer/instellingen.ts'
import type { Http } from '#server/platform/http/handle.ts'
import { allInstellingen } from './waarden.ts'

export function instellingRoutes(http: Http): void {
  http.read(api.getInstellingen, async ({ ctx }) => allInstellingen(ctx.db))
}
