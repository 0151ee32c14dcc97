import * as api from '#contract/beheer/kalender.ts'
import * as algemeen from '#contract/beheer.ts'
import type { Http } from '#server/platform/http/handle.ts'
import { changeOpeningstijden, deleteOpeningstijden } from './changeOpeningstijden.ts'
import { changeSluitingsdag, createSluitingsdag, deleteSluitingsdag } from './changeSluitingsdag.ts'
import { kalenderVan } from './kalenderVan.ts'
import { selectRoosters } from './openingstijdenStore.ts'
import { selectSluitingsdagen } from './store.ts'
import { telWerkdagen } from './telWerkdagen.ts'

export function kalenderRoutes(http: Http): void {
  http.read(algemeen.getKalender, async ({ ctx, query }) => ({
    jaar: query.jaar,
    vrij: (await kalenderVan(ctx.db)).vrijeDagen(query.jaar),
  }))

  http.read(algemeen.getWerkdag, async ({ ctx, query }) =>
    telWerkdagen(await kalenderVan(ctx.db), query.vanaf, query.aantal),
  )

  http.read(api.listOpeningstijden, async ({ ctx }) => ({ rijen: await selectRoosters(ctx.db) }))

  http.write(api.changeOpeningstijden, async ({ w, params, body, versie }) =>
    changeOpeningstijden(w, params.code, versie, body.blokken),
  )

  http.write(api.deleteOpeningstijden, async ({ w, params, versie }) => deleteOpeningstijden(w, params.code, versie))

  http.read(api.listSluitingsdagen, async ({ ctx, query }) => ({
    rijen: await selectSluitingsdagen(ctx.db, query.jaar),
  }))

  http.write(api.createSluitingsdag, async ({ w, body }) => createSluitingsdag(w, body))

  http.write(api.changeSluitingsdag, async ({ w, params, body, versie }) =>
    changeSluitingsdag(w, params.datum, versie, body.naam),
  )

  http.write(api.deleteSluitingsdag, async ({ w, params, versie }) => deleteSluitingsdag(w, params.datum, versie))
}
