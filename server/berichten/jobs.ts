import { z } from 'zod'
import { smtpPostbode } from '#server/koppelingen/smtp/smtp.ts'
import type { Config } from '#server/platform/config/config.ts'
import { write } from '#server/platform/db/write.ts'
import { fileStoreOf } from '#server/platform/files/fileStore.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { enqueue, type JobHandlers, job } from '#server/platform/jobs/jobs.ts'
import { bezorg } from './bezorg.ts'
import { type Postbode, PostGeweigerd } from './postbode.ts'
import { postbusVan } from './postbus.ts'
import { selectBlijvenLiggen } from './store.ts'

export function berichtJobs(config: Config): JobHandlers {
  const files = fileStoreOf(config)
  const smtp = config.smtp && smtpPostbode(config.smtp)
  return {
    'bericht.versturen': job({
      payload: z.object({ berichtId: z.uuid() }),
      run: (ctx, { berichtId }) => bezorg(ctx, berichtId, { files, postbode: postbodeVoor(ctx, smtp) }),
    }),
    'bericht.nalopen': job({
      payload: z.object({}),
      cron: '* * * * *',
      run: async (ctx) => {
        const ids = await selectBlijvenLiggen(ctx.db, ctx.now)
        if (ids.length === 0) return
        await write(ctx, async (w) => {
          for (const berichtId of ids)
            await enqueue(w, 'bericht.versturen', { berichtId }, { key: `bericht:${berichtId}`, maxAttempts: 1 })
        })
      },
    }),
  }
}

/** By mail server when there is one; the demo keeps its post, and nobody else pretends to have sent something. */
export function postbodeVoor(ctx: ReadContext, smtp: Postbode | undefined): Postbode {
  const postbus = postbusVan(ctx)
  return {
    async bezorg(zending) {
      if (zending.kanaal === 'email' && smtp) return smtp.bezorg(zending)
      if (ctx.organisatie.demo) return postbus.bezorg(zending)
      throw new PostGeweigerd(
        zending.kanaal === 'email'
          ? 'Er is geen mailserver ingesteld. Vraag uw technisch beheerder (RONDOM_SMTP_URL).'
          : 'Er is geen dienst voor sms ingesteld.',
      )
    },
  }
}
