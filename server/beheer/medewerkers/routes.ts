import { z } from 'zod'
import * as api from '#contract/beheer/medewerkers.ts'
import * as algemeen from '#contract/beheer.ts'
import { sendCsv } from '#server/platform/csv/sendCsv.ts'
import { notFound } from '#server/platform/errors.ts'
import { page, readCursor } from '#server/platform/http/cursor.ts'
import type { Http } from '#server/platform/http/handle.ts'
import { changeMedewerker } from './changeMedewerker.ts'
import { createMedewerker } from './createMedewerker.ts'
import { describeMedewerker } from './describeMedewerker.ts'
import { exportMedewerkers } from './exportMedewerkers.ts'
import { presentCollega } from './present.ts'
import { findMedewerker, listMedewerkers } from './store.ts'

const NaamEnId = z.tuple([z.string(), z.uuid()])

export function medewerkerRoutes(http: Http): void {
  http.read(algemeen.listMedewerkers, async ({ ctx, query }) => {
    const { na, inactief, ...filter } = query
    const rows = await listMedewerkers(ctx.db, {
      ...filter,
      actief: inactief ? undefined : true,
      na: readCursor(NaamEnId, na),
    })
    const { rijen, ...more } = page(rows, query.aantal, (row) => [row.naam, row.id])
    return { rijen: rijen.map(presentCollega), ...more }
  })

  http.read(api.listMedewerkers, async ({ ctx, query }) => {
    const rows = await listMedewerkers(ctx.db, { ...query, na: readCursor(NaamEnId, query.na) })
    const { rijen, ...more } = page(rows, query.aantal, (row) => [row.naam, row.id])
    return { rijen: rijen.map(({ team_ids, ...row }) => ({ ...row, teamIds: team_ids })), ...more }
  })

  http.raw(api.exportMedewerkers, async ({ ctx, query, reply }) =>
    sendCsv(reply, 'medewerkers', await exportMedewerkers(ctx, query)),
  )

  http.read(api.getMedewerker, async ({ ctx, params }) => {
    const row = await findMedewerker(ctx.db, params.id)
    if (!row) throw notFound()
    return describeMedewerker(ctx.db, row)
  })

  http.write(api.createMedewerker, async ({ w, body }) => describeMedewerker(w.tx, await createMedewerker(w, body)))

  http.write(api.changeMedewerker, async ({ w, params, body, versie }) =>
    describeMedewerker(w.tx, await changeMedewerker(w, params.id, versie, body)),
  )
}
