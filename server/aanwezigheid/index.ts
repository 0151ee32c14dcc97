import { z } from 'zod'
import {
  leesAanwezigheid,
  meldAanwezig as meldAanwezigEndpoint,
  meldAfwezig as meldAfwezigEndpoint,
} from '#contract/aanwezigheid.ts'
import { write } from '#server/platform/db/write.ts'
import type { Http } from '#server/platform/http/handle.ts'
import { job } from '#server/platform/jobs/jobs.ts'
import type { Slice } from '#server/slice.ts'
import { meldAanwezig, meldAfwezig, readAanwezigheid } from './meldAanwezig.ts'
import { deleteVerlopen } from './store.ts'

/** The door of `aanwezigheid`: who has what open. Emits `aanwezigheid.gewijzigd`. */
export const slice: Slice = {
  naam: 'aanwezigheid',
  routes,
  jobs: () => ({
    'aanwezigheid.opruimen': job({
      payload: z.object({}),
      cron: '*/10 * * * *',
      run: (ctx) => write(ctx, (w) => deleteVerlopen(w.tx, w.now)),
    }),
  }),
}

function routes(http: Http): void {
  http.write(meldAanwezigEndpoint, async ({ body, w }) => ({ aanwezig: await meldAanwezig(w, body) }))
  http.write(meldAfwezigEndpoint, async ({ query, w }) => ({ aanwezig: await meldAfwezig(w, query) }))
  http.read(leesAanwezigheid, async ({ query, ctx }) => ({ aanwezig: await readAanwezigheid(ctx, query) }))
}
