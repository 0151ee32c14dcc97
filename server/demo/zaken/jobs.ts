import { z } from 'zod'
import { write } from '#server/platform/db/write.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { enqueue, type Job, type JobHandlers, job } from '#server/platform/jobs/jobs.ts'
import type { Services } from '#server/slice.ts'
import { maakKlachten } from './klachten.ts'
import { maakKlok } from './klok.ts'
import { leesMensen } from './mensen.ts'
import { maakOpzeggingen } from './opzeggingen.ts'
import { maakPortaalklanten } from './portaalklanten.ts'
import { maakReparaties } from './reparaties.ts'
import { speelZaak } from './speel.ts'
import { maakVragen } from './vragen.ts'

const naam = 'demo.zaken'

/** Asks for the cases of a demo that was just loaded: the worker plays them while the first user looks around. */
export async function vraagDemozaken(ctx: ReadContext): Promise<void> {
  await write(ctx, (w) => enqueue(w, naam, { nu: ctx.now.toISOString() }, { key: naam }))
}

/** @param verstuur sends one message, as the job `bericht.versturen` does */
export const demoJobs = (services: Services, verstuur: Job['run']): JobHandlers => ({
  [naam]: job({
    payload: z.object({ nu: z.iso.datetime() }),
    run: (ctx, { nu }) => speelDemozaken({ ...ctx, now: new Date(nu) }, services, verstuur),
  }),
})

/** In the order in which they began, so that their numbers follow the time. What was played before is left alone. */
async function speelDemozaken(ctx: ReadContext, services: Services, verstuur: Job['run']): Promise<void> {
  const klok = maakKlok(ctx.now)
  const mensen = await leesMensen(ctx.db)
  await maakPortaalklanten(ctx, mensen)
  const verhalen = [maakReparaties, maakOpzeggingen, maakKlachten, maakVragen].flatMap((maak) => maak(klok, mensen))
  for (const verhaal of verhalen.sort((a, b) => Date.parse(a.begin) - Date.parse(b.begin)))
    await speelZaak(ctx, services, verhaal, verstuur)
}
