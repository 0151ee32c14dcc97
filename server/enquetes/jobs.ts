import { z } from 'zod'
import { getInstelling } from '#server/beheer/index.ts'
import { write } from '#server/platform/db/write.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { type JobHandlers, job } from '#server/platform/jobs/jobs.ts'
import { removeTijdlijn } from '#server/relaties/index.ts'
import { vergeetVoor } from './store.ts'

const perKeer = 500

export const enqueteJobs: JobHandlers = {
  'enquetes.vergeet': job({ payload: z.object({}), cron: '17 3 * * *', run: vergeet }),
}

/** Kept no longer than the organisatie sets (GDPR art. 5(1)(e)): what remains is a score of nobody in particular. */
export async function vergeet(ctx: ReadContext): Promise<void> {
  const maanden = Number(await getInstelling(ctx.db, 'enqueteBewaartermijn'))
  const grens = new Date(ctx.now)
  grens.setUTCMonth(grens.getUTCMonth() - maanden)
  let aantal: number
  do {
    aantal = await write(ctx, async (w) => {
      const ids = await vergeetVoor(w.tx, grens, perKeer)
      for (const id of ids) await removeTijdlijn(w, { verwijzingId: id, soort: 'enquete' })
      return ids.length
    })
  } while (aantal === perKeer)
}
