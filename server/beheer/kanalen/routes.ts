import * as api from '#contract/beheer/kanalen.ts'
import * as algemeen from '#contract/beheer.ts'
import type { Http } from '#server/platform/http/handle.ts'
import { changeKanaal, createKanaal, deleteKanaal } from './changeKanaal.ts'
import { orderKanalen } from './orderKanalen.ts'
import { presentKanaal } from './present.ts'
import { selectKanalen } from './store.ts'

export function kanaalRoutes(http: Http): void {
  http.read(algemeen.listKanalen, async ({ ctx }) => ({ rijen: (await selectKanalen(ctx.db)).map(presentKanaal) }))

  http.write(api.createKanaal, async ({ w, body }) => presentKanaal(await createKanaal(w, body)))

  http.write(api.orderKanalen, async ({ w, body }) => ({
    rijen: (await orderKanalen(w, body.codes)).map(presentKanaal),
  }))

  http.write(api.changeKanaal, async ({ w, params, body, versie }) =>
    presentKanaal(await changeKanaal(w, params.code, versie, body)),
  )

  http.write(api.deleteKanaal, async ({ w, params, versie }) => deleteKanaal(w, params.code, versie))
}
