import { sql } from 'kysely'
import { z } from 'zod'
import { forgetOldEvents } from '../events/feed.ts'
import { type JobHandlers, job } from './jobs.ts'

const hour = 3_600_000
/** A browser that was away longer loads everything again. */
const keepEvents = 24 * hour
/** A retry with the same key comes within minutes; a laptop that slept over a weekend still gets its answer. */
const keepAnswers = 4 * 24 * hour

/** Housekeeping that belongs to no slice: least data, and tables that stay small. */
export const platformJobs: JobHandlers = {
  'platform.opruimen': job({
    payload: z.object({}),
    cron: '17 * * * *',
    run: async (ctx) => {
      const now = ctx.now.getTime()
      await forgetOldEvents(ctx.db, new Date(now - keepEvents))
      await sql`delete from idempotentie where op < ${new Date(now - keepAnswers)}`.execute(ctx.db)
    },
  }),
}
