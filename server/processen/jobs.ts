import { z } from 'zod'
import { write } from '#server/platform/db/write.ts'
import { enqueue, type JobHandlers, job } from '#server/platform/jobs/jobs.ts'
import type { Services } from '#server/slice.ts'
import { listDeelzaakIds } from '#server/zaken/index.ts'
import { voerActieUit } from './acties/uitvoeren.ts'
import { vertelHoofdzaak } from './hoofdzaak.ts'
import { voerOverzettingUit } from './migreren/zetVersieOver.ts'
import { selectTeLaat, selectVerlorenActies, selectWachtById, selectWachtOpSignaal } from './store.ts'
import { wek, wekMetAnderen } from './wekker.ts'

const minuut = 60_000
/** So many are told of a signal per job; the next job goes on with the rest. */
const perRonde = 200

export function procesJobs(services: Services): JobHandlers {
  return {
    'processen.actie': job({
      payload: z.object({ actieId: z.uuid() }),
      run: (ctx, { actieId }) => voerActieUit(ctx, services, actieId),
    }),
    'processen.wekker': job({
      payload: z.object({ wachtId: z.uuid() }),
      run: (ctx, { wachtId }) => wekMetAnderen(ctx, wachtId),
    }),
    'processen.overzetten': job({
      payload: z.object({ overzettingId: z.uuid() }),
      run: (ctx, { overzettingId }) => voerOverzettingUit(ctx, overzettingId),
    }),
    // A signal goes to every process that waits for it.
    'processen.roep': job({
      payload: z.object({ naam: z.string(), behalve: z.uuid(), na: z.uuid() }),
      run: async (ctx, { naam, behalve, na }) => {
        const ids = await selectWachtOpSignaal(ctx.db, naam, na, perRonde)
        for (const id of ids) {
          const wacht = await selectWachtById(ctx.db, id)
          if (wacht && wacht.instantie_id !== behalve) await wek(ctx, id)
        }
        const laatste = ids.at(-1)
        if (laatste && ids.length === perRonde)
          await write(ctx, (w) => enqueue(w, 'processen.roep', { naam, behalve, na: laatste }))
      },
    }),
    // A zaak that others hang under got further: each of them hears it in a transaction of its own.
    'processen.hoofdzaak': job({
      payload: z.object({ hoofdzaakId: z.uuid(), na: z.guid() }),
      run: async (ctx, { hoofdzaakId, na }) => {
        const ids = await listDeelzaakIds(ctx.db, hoofdzaakId, na, perRonde)
        for (const id of ids) await write(ctx, (w) => vertelHoofdzaak(w, id))
        const laatste = ids.at(-1)
        if (laatste && ids.length === perRonde)
          await write(ctx, (w) => enqueue(w, 'processen.hoofdzaak', { hoofdzaakId, na: laatste }))
      },
    }),
    // Jobs of a database that was restored, or that gave up: what should have happened happens after all.
    'processen.vangnet': job({
      payload: z.object({}),
      cron: '* * * * *',
      run: async (ctx) => {
        const nu = ctx.now.getTime()
        const timers = await selectTeLaat(ctx.db, new Date(nu - 2 * minuut), 500)
        const acties = await selectVerlorenActies(ctx.db, new Date(nu - 2 * minuut), new Date(nu - 15 * minuut))
        await write(ctx, async (w) => {
          for (const { id } of timers) await enqueue(w, 'processen.wekker', { wachtId: id }, { key: `wacht:${id}` })
          for (const id of acties) await enqueue(w, 'processen.actie', { actieId: id }, { key: `actie:${id}` })
        })
      },
    }),
  }
}
