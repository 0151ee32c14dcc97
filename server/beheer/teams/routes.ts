import * as api from '#contract/beheer.ts'
import type { Http } from '#server/platform/http/handle.ts'
import { presentTeam } from './present.ts'
import { listTeams } from './store.ts'

export function teamRoutes(http: Http): void {
  http.read(api.listTeams, async ({ ctx }) => ({ rijen: (await listTeams(ctx.db)).map(presentTeam) }))
}
