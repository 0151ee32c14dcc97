import { z } from 'zod'
import { write } from '#server/platform/db/write.ts'
import { job } from '#server/platform/jobs/jobs.ts'
import { rebuildVocabulary } from '#server/platform/search/index.ts'
import { seal } from '#server/platform/verwerkingenlog/seal.ts'
import type { Slice } from '#server/slice.ts'
import { klantbeeldRoutes } from './routes.ts'
import { noteerRustigeZoekopdrachten } from './zoeken/zoeklog.ts'

/** The door of `klantbeeld`: views over all slices. Nothing imports it, and it never writes business data. */
export const slice: Slice = {
  naam: 'klantbeeld',
  routes: klantbeeldRoutes,
  jobs: () => ({
    'klantbeeld.zoekopdrachten': job({
      payload: z.object({}),
      cron: '* * * * *',
      run: (ctx) => write(ctx, noteerRustigeZoekopdrachten),
    }),
    'verwerkingenlog.verzegelen': job({
      payload: z.object({}),
      cron: '* * * * *',
      run: async (ctx) => {
        const { verzegeld, laatste } = await seal(ctx.db)
        // The server's log is kept elsewhere: with this line nobody can cut off the end of the chain unseen.
        if (verzegeld > 0) ctx.log.info({ organisatie: ctx.organisatie.code, verzegeld, ...laatste }, 'log sealed')
      },
    }),
    'zoeken.woordentellen': job({
      payload: z.object({}),
      cron: '20 2 * * *',
      run: async (ctx) => {
        await rebuildVocabulary(ctx.db)
      },
    }),
  }),
}
