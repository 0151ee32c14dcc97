import { z } from 'zod'
import { write } from '#server/platform/db/write.ts'
import type { FileStore } from '#server/platform/files/fileStore.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { type JobHandlers, job } from '#server/platform/jobs/jobs.ts'
import { deleteWees, selectWezen } from './store.ts'

/** An upload takes minutes at most; whatever is unfinished after an hour never will be. */
const grace = 60 * 60 * 1000

export function bijlageJobs(files: FileStore): JobHandlers {
  return {
    'bijlagen.opruimen': job({
      payload: z.looseObject({}),
      cron: '20 * * * *',
      run: async (ctx) => {
        await cleanBijlagen(ctx, files)
      },
    }),
  }
}

/** First the bytes, then the row: when it breaks in between, the row is still there to try again. */
export async function cleanBijlagen(ctx: ReadContext, files: FileStore): Promise<number> {
  const wezen = await selectWezen(ctx.db, new Date(ctx.now.getTime() - grace))
  for (const wees of wezen) {
    await files.remove(wees.opslagsleutel)
    await write(ctx, (w) => deleteWees(w.tx, wees.id))
  }
  return wezen.length
}
