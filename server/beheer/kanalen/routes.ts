import * as api from '#contract/beheer.ts'
import type { Http } from '#server/platform/http/handle.ts'
import { presentKanaal } from './present.ts'
import { selectKanalen } from './store.ts'

export function kanaalRoutes(http: Http): void {
  http.read(api.listKanalen, async ({ ctx }) => ({ rijen: (await selectKanalen(ctx.db)).map(presentKanaal) }))
}
