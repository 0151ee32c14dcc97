import { z } from 'zod'
import { write } from '#server/platform/db/write.ts'
import { type JobHandlers, job } from '#server/platform/jobs/jobs.ts'
import { bewaarDagen } from './concepten.ts'
import { deleteVerlopen } from './store.ts'

/** Forms that nobody went on with. */
export const conceptJobs: JobHandlers = {
  'portaal.concepten-opruimen': job({
    payload: z.object({}),
    cron: '50 3 * * *',
    run: (ctx) => write(ctx, (w) => deleteVerlopen(w.tx, new Date(ctx.now.getTime() - bewaarDagen * 24 * 60 * 60_000))),
  }),
}
