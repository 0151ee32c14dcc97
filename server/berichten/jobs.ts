import { z } from 'zod'
import { smtpPostbode } from '#server/koppelingen/smtp/smtp.ts'
import { write } from '#server/platform/db/write.ts'
import { fileStoreOf } from '#server/platform/files/fileStore.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { enqueue, type JobHandlers, job } from '#server/platform/jobs/jobs.ts'
import type { Services } from '#server/slice.ts'
import { deleteOudeAfmeldingen } from './afmelden/store.ts'
import { bezorg } from './bezorg.ts'
import { type Postbode, PostGeweigerd } from './postbode.ts'
import { postbusVan } from './postbus.ts'
import { pushPostbode } from './push/pushPostbode.ts'
import { selectBlijvenLiggen } from './store.ts'

/** As long as somebody may want to stop what he got. */
const afmeldenKan = 365 * 86_400_000

export function berichtJobs({ config, secret }: Pick<Services, 'config' | 'secret'>): JobHandlers {
  const files = fileStoreOf(config)
  const smtp = config.smtp && smtpPostbode(config.smtp)
  return {
    'bericht.versturen': job({
      payload: z.object({ berichtId: z.uuid() }),
      run: (ctx, { berichtId }) =>
        bezorg(ctx, berichtId, {
          files,
          postbode: postbodeVoor(ctx, { smtp, push: pushPostbode(ctx, { secret, intern: config.uitgaandIntern }) }),
        }),
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
    'bericht.opruimen': job({
      payload: z.object({}),
      cron: '50 2 * * *',
      run: (ctx) => deleteOudeAfmeldingen(ctx.db, new Date(ctx.now.getTime() - afmeldenKan)),
    }),
  }
}

/** By mail server when there is one; the demo keeps its post, and nobody else pretends to have sent something. */
export function postbodeVoor(
  ctx: ReadContext,
  { smtp, push }: { smtp?: Postbode | undefined; push?: Postbode | undefined },
): Postbode {
  const postbus = postbusVan(ctx)
  return {
    async bezorg(zending) {
      if (zending.kanaal === 'push' && push) {
        await push.bezorg(zending)
        if (ctx.organisatie.demo) await postbus.bezorg(zending)
        return
      }
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
