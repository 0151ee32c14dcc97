import { smtpPostbode } from '#server/koppelingen/smtp/smtp.ts'
import type { Config } from '#server/platform/config/config.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { toHtml } from '#server/platform/markdown/markdown.ts'
import { toTekst } from '#server/platform/markdown/tekst.ts'
import { postbodeVoor } from './jobs.ts'

export type DirectBericht = {
  kanaal: 'email' | 'sms'
  aan: string
  aanNaam: string
  onderwerp: string
  /** Markdown. */
  tekst: string
  taal: 'nl' | 'en'
}

/**
 * Sends a message now, past the outbox: nothing of it is kept, for nobody may read it afterwards. For codes only, from a
 * job: everything else a klant gets is a bericht.
 * @throws PostGeweigerd when trying again is of no use; anything else may be tried again
 */
export function directePost(config: Config): (ctx: ReadContext, bericht: DirectBericht) => Promise<void> {
  const smtp = config.smtp && smtpPostbode(config.smtp)
  return (ctx, { tekst, ...bericht }) =>
    postbodeVoor(ctx, { smtp }).bezorg({
      ...bericht,
      berichtId: newId(),
      partijId: null,
      vanNaam: ctx.organisatie.naam,
      leestaal: bericht.taal,
      tekst: toTekst(tekst),
      html: bericht.kanaal === 'sms' ? '' : toHtml(tekst),
      op: ctx.now,
      spoed: true,
      bijlagen: [],
    })
}
