import { listKanalen, seedInrichting } from './beheer/index.ts'
import { seedSjablonen } from './klantcontacten/index.ts'
import { write } from './platform/db/write.ts'
import { type ReadContext, systemActor } from './platform/http/context.ts'
import { laadLevering } from './processen/index.ts'

/**
 * Teams, channels, subjects and templates to start with, all or nothing. An organisatie that has channels was set up
 * before: what an administrator removed since, stays removed.
 */
export async function richtIn(ctx: ReadContext): Promise<void> {
  if ((await listKanalen(ctx.db)).length > 0) return
  await write({ ...ctx, actor: systemActor }, async (w) => {
    await seedInrichting(w)
    await seedSjablonen(w)
    await laadLevering(w)
  })
}
