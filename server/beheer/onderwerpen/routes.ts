import * as api from '#contract/beheer/onderwerpen.ts'
import * as algemeen from '#contract/beheer.ts'
import type { Http } from '#server/platform/http/handle.ts'
import { inBoom } from './boom.ts'
import { changeOnderwerp, createOnderwerp, deleteOnderwerp } from './changeOnderwerp.ts'
import { orderOnderwerpen } from './orderOnderwerpen.ts'
import { presentOnderwerp } from './present.ts'
import { selectOnderwerpen } from './store.ts'

export function onderwerpRoutes(http: Http): void {
  http.read(algemeen.listOnderwerpen, async ({ ctx }) => ({
    rijen: inBoom(await selectOnderwerpen(ctx.db)).map(presentOnderwerp),
  }))

  http.write(api.createOnderwerp, async ({ w, body }) => presentOnderwerp(await createOnderwerp(w, body)))

  http.write(api.orderOnderwerpen, async ({ w, body }) => ({
    rijen: (await orderOnderwerpen(w, body.bovenliggendId, body.ids)).map(presentOnderwerp),
  }))

  http.write(api.changeOnderwerp, async ({ w, params, body, versie }) =>
    presentOnderwerp(await changeOnderwerp(w, params.id, versie, body)),
  )

  http.write(api.deleteOnderwerp, async ({ w, params, versie }) => deleteOnderwerp(w, params.id, versie))
}
