import * as api from '#contract/beheer.ts'
import type { Http } from '#server/platform/http/handle.ts'
import { inBoom } from './boom.ts'
import { presentOnderwerp } from './present.ts'
import { selectOnderwerpen } from './store.ts'

export function onderwerpRoutes(http: Http): void {
  http.read(api.listOnderwerpen, async ({ ctx }) => ({
    rijen: inBoom(await selectOnderwerpen(ctx.db)).map(presentOnderwerp),
  }))
}
