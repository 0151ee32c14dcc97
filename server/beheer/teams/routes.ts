import * as api from '#contract/beheer/teams.ts'
import * as algemeen from '#contract/beheer.ts'
import { sendCsv } from '#server/platform/csv/sendCsv.ts'
import { notFound } from '#server/platform/errors.ts'
import type { Http } from '#server/platform/http/handle.ts'
import { addTeamlid, removeTeamlid } from './changeLidmaatschap.ts'
import { changeTeam } from './changeTeam.ts'
import { createTeam } from './createTeam.ts'
import { describeTeam } from './describeTeam.ts'
import { exportTeams } from './exportTeams.ts'
import { presentTeam } from './present.ts'
import { findTeam, listTeams } from './store.ts'

export function teamRoutes(http: Http): void {
  http.read(algemeen.listTeams, async ({ ctx }) => ({ rijen: (await listTeams(ctx.db)).map(presentTeam) }))

  http.raw(api.exportTeams, async ({ ctx, reply }) => sendCsv(reply, 'teams', await exportTeams(ctx)))

  http.read(api.getTeam, async ({ ctx, params }) => {
    const row = await findTeam(ctx.db, params.id)
    if (!row) throw notFound()
    return describeTeam(ctx.db, row)
  })

  http.write(api.createTeam, async ({ w, body }) => describeTeam(w.tx, await createTeam(w, body)))

  http.write(api.changeTeam, async ({ w, params, body, versie }) =>
    describeTeam(w.tx, await changeTeam(w, params.id, versie, body)),
  )

  http.write(api.addTeamlid, async ({ w, params }) => addTeamlid(w, params.id, params.medewerkerId))

  http.write(api.removeTeamlid, async ({ w, params }) => removeTeamlid(w, params.id, params.medewerkerId))
}
