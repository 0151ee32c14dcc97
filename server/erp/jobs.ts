import { z } from 'zod'
import { write } from '#server/platform/db/write.ts'
import { enqueue, type JobHandlers, job } from '#server/platform/jobs/jobs.ts'
import type { Erp } from './erp.ts'
import { peilOrders } from './peilOrders.ts'
import { deleteAfgelopen } from './store.ts'
import { verversWonen } from './verversWonen.ts'

/** A tenant on the phone should not know more than we do; the ERP should not feel it. */
const elkeMs = 15_000
const bewaarMs = 60 * 86_400_000

export function erpJobs(erp: Erp): JobHandlers {
  return {
    'erp.orders-peilen': job({
      payload: z.object({}),
      // The clock starts the round each minute; in between each round plans the next.
      cron: '* * * * *',
      run: async (ctx) => {
        if (erp.stand().soort === 'uit') return
        await peilOrders(ctx, erp)
        const at = new Date(Date.now() + elkeMs)
        await write(ctx, (w) => enqueue(w, 'erp.orders-peilen', {}, { key: 'erp.orders-peilen', at, maxAttempts: 1 }))
      },
    }),
    'erp.wonen-verversen': job({
      payload: z.object({}),
      cron: '10 3 * * *',
      // An ERP that is down at night makes the queue try again, later and later.
      run: async (ctx) => {
        if (erp.stand().soort === 'uit') return
        const anders = await verversWonen(ctx, erp)
        ctx.log.info({ anders }, 'homes brought up to date with the ERP')
      },
    }),
    'erp.opruimen': job({
      payload: z.object({}),
      cron: '40 2 * * *',
      run: async (ctx) => deleteAfgelopen(ctx.db, new Date(ctx.now.getTime() - bewaarMs)),
    }),
  }
}
