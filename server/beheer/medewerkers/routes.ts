import { z } from 'zod'
import * as api from '#contract/beheer.ts'
import { page, readCursor } from '#server/platform/http/cursor.ts'
import type { Http } from '#server/platform/http/handle.ts'
import { presentCollega } from './present.ts'
import { listMedewerkers } from './store.ts'

const NaamEnId = z.tuple([z.string(), z.uuid()])

export function medewerkerRoutes(http: Http): void {
  http.read(api.listMedewerkers, async ({ ctx, query }) => {
    const { na, aantal, zoek, teamId, inactief } = query
    const rows = await listMedewerkers(ctx.db, {
      zoek,
      teamId,
      actief: inactief ? undefined : true,
      na: readCursor(NaamEnId, na),
      aantal,
    })
    const { rijen, ...more } = page(rows, aantal, (row) => [row.naam, row.id])
    return { rijen: rijen.map(presentCollega), ...more }
  })
}
