import * as api from '#contract/beheer/instellingen.ts'
import type { Http } from '#server/platform/http/handle.ts'
import { changeInstelling } from './changeInstelling.ts'
import { presentInstelling } from './present.ts'
import { selectInstellingen } from './store.ts'
import { allInstellingen } from './waarden.ts'

export function instellingRoutes(http: Http): void {
  http.read(api.getInstellingen, async ({ ctx }) => allInstellingen(ctx.db))

  http.read(api.listInstellingen, async ({ ctx }) => {
    const rows = new Map((await selectInstellingen(ctx.db)).map((row) => [row.sleutel, row]))
    return { rijen: api.instellingsleutels.map((sleutel) => presentInstelling(sleutel, rows.get(sleutel))) }
  })

  http.write(api.changeInstelling, async ({ w, params, body, versie }) =>
    changeInstelling(w, params.sleutel, versie, body.waarde),
  )
}
