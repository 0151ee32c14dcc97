import { vulBericht } from '#contract/regels/vulBericht.ts'
import { getInstelling } from '#server/beheer/index.ts'
import { smsAfzender } from '#server/koppelingen/sms/sms.ts'
import type { FileStore } from '#server/platform/files/fileStore.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { toHtml } from '#server/platform/markdown/markdown.ts'
import { toTekst } from '#server/platform/markdown/tekst.ts'
import { afmeldlink } from './afmelden/afmeldlink.ts'
import type { Zending } from './postbode.ts'
import { smsTekst } from './smsTekst.ts'
import type { BerichtRow, Leestaal } from './tables.ts'

/** What goes out: one message, or several in one mail. An sms or a push only says that something waits. */
export async function zendingVan(
  ctx: ReadContext,
  berichten: readonly BerichtRow[],
  files: FileStore,
): Promise<Zending> {
  const [eerste] = berichten
  if (!eerste) throw new Error('nothing to send')
  const kort = eerste.kanaal === 'sms' || eerste.kanaal === 'push'
  const delen = kort ? [] : await Promise.all(berichten.map((bericht) => deelVan(ctx, bericht)))
  const markdown = delen.length > 1 ? samen(delen) : (delen[0]?.tekst ?? '')
  const t = teksten[eerste.leestaal]
  const sms = smsTekst(ctx.organisatie.naam, eerste.leestaal)
  return {
    berichtId: eerste.id,
    partijId: eerste.partij_id,
    kanaal: eerste.kanaal,
    vanNaam: eerste.kanaal === 'sms' ? await afzenderVan(ctx) : ctx.organisatie.naam,
    aan: eerste.aan,
    aanNaam: eerste.aan_naam,
    onderwerp: delen.length > 1 ? t.onderwerp(delen.length, ctx.organisatie.naam) : eerste.onderwerp,
    tekst: kort ? sms : toTekst(markdown),
    html: kort ? '' : toHtml(markdown),
    taal: eerste.taal,
    leestaal: eerste.leestaal,
    op: eerste.aangemaakt_op,
    spoed: eerste.spoed,
    ...(!kort && eerste.agenda && { agenda: eerste.agenda }),
    ...(delen.length === 1 && delen[0]?.afmelden && { afmelden: delen[0].afmelden }),
    bijlagen: kort
      ? []
      : eerste.bijlagen.map(({ bestandsnaam, mediatype, opslagsleutel }) => ({
          bestandsnaam,
          mediatype,
          open: () => files.open(opslagsleutel),
        })),
  }
}

const afzenderVan = async ({ db, organisatie }: ReadContext) =>
  smsAfzender(await getInstelling(db, 'smsAfzender'), organisatie.naam)

type Deel = { onderwerp: string; tekst: string; afmelden: string | undefined }

async function deelVan(ctx: ReadContext, bericht: BerichtRow): Promise<Deel> {
  const afmelden = await afmeldlink(ctx, bericht)
  const voet = afmelden ? `\n\n---\n\n${teksten[bericht.leestaal].afmelden(afmelden)}` : ''
  return { onderwerp: bericht.onderwerp, tekst: bericht.tekst + voet, afmelden }
}

/** Each under its own heading. A subject is plain text: what looks like Markdown in it, stays what it is. */
const samen = (delen: readonly Deel[]): string =>
  delen
    .map(({ onderwerp, tekst }) => `${vulBericht('## {{ onderwerp }}', { onderwerp })}\n\n${tekst}`)
    .join('\n\n---\n\n')

const teksten = {
  nl: {
    onderwerp: (aantal: number, naam: string) => `${aantal} berichten van ${naam}`,
    afmelden: (link: string) => `Wilt u zulke berichten niet meer? Meld u af: ${link}`,
  },
  en: {
    onderwerp: (aantal: number, naam: string) => `${aantal} messages from ${naam}`,
    afmelden: (link: string) => `Do you no longer want messages like this? Unsubscribe: ${link}`,
  },
} satisfies Record<Leestaal, unknown>
