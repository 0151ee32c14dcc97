import { write } from '#server/platform/db/write.ts'
import { FileMissing, type FileStore } from '#server/platform/files/fileStore.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { toHtml } from '#server/platform/markdown/markdown.ts'
import { toTekst } from '#server/platform/markdown/tekst.ts'
import { changed } from './changed.ts'
import { type Postbode, PostGeweigerd, type Zending } from './postbode.ts'
import { volgendePoging } from './regels/herhaal.ts'
import { smsTekst } from './smsTekst.ts'
import { claimBericht, lockBericht, updateBericht } from './store.ts'
import type { BerichtRow } from './tables.ts'
import { enqueueBericht } from './verstuurBericht.ts'

/** Longer than any mail server may take (RFC 5321, 4.5.3.2): then the worker that had it is dead. */
const bezig = 15 * 60_000

/**
 * Sends one message that is in the outbox: taken in hand, sent outside any transaction, and its end noted. What fails is
 * tried again later; what is refused is a person's business.
 */
export async function bezorg(
  ctx: ReadContext,
  berichtId: string,
  wegen: { postbode: Postbode; files: FileStore },
): Promise<void> {
  const bericht = await claimBericht(ctx.db, berichtId, ctx.now, new Date(ctx.now.getTime() + bezig))
  if (!bericht) return
  const fout = await wegen.postbode.bezorg(zendingVan(ctx, bericht, wegen.files)).then(
    () => undefined,
    (error: unknown) => error ?? new Error('no reason given'),
  )
  await write(ctx, async (w) => {
    const before = await lockBericht(w.tx, berichtId)
    if (before?.status !== 'klaar') return
    if (fout === undefined) {
      const sent = {
        status: 'verstuurd',
        verstuurd_op: w.now,
        fout: '',
        bezig_tot: null,
        volgende_poging: null,
      } as const
      await changed(w, await updateBericht(w.tx, before, sent), 'bericht.verstuurd')
      return
    }
    ctx.log.warn({ bericht: berichtId, poging: before.pogingen, err: String(fout) }, 'message not sent')
    const opnieuw = isVoorgoed(fout) ? undefined : volgendePoging(before.pogingen, w.now)
    const after = await updateBericht(w.tx, before, {
      fout: reden(fout),
      bezig_tot: null,
      status: opnieuw ? 'klaar' : 'mislukt',
      volgende_poging: opnieuw ?? null,
    })
    await enqueueBericht(w, after)
    if (!opnieuw) await changed(w, after, 'bericht.mislukt')
  })
}

const isVoorgoed = (fout: unknown) => fout instanceof PostGeweigerd || fout instanceof FileMissing

function reden(fout: unknown): string {
  if (fout instanceof PostGeweigerd) return fout.message.slice(0, 500)
  if (fout instanceof FileMissing) return 'Een bijlage ontbreekt in de opslag.'
  return `De mailserver is niet bereikbaar of weigert even. ${fout instanceof Error ? fout.message : ''}`
    .trim()
    .slice(0, 500)
}

function zendingVan(ctx: ReadContext, bericht: BerichtRow, files: FileStore): Zending {
  const sms = bericht.kanaal === 'sms'
  return {
    berichtId: bericht.id,
    kanaal: bericht.kanaal,
    vanNaam: ctx.organisatie.naam,
    aan: bericht.aan,
    aanNaam: bericht.aan_naam,
    onderwerp: bericht.onderwerp,
    tekst: sms ? smsTekst(ctx.organisatie.naam) : toTekst(bericht.tekst),
    html: sms ? '' : toHtml(bericht.tekst),
    taal: bericht.taal,
    op: bericht.aangemaakt_op,
    bijlagen: sms
      ? []
      : bericht.bijlagen.map(({ bestandsnaam, mediatype, opslagsleutel }) => ({
          bestandsnaam,
          mediatype,
          open: () => files.open(opslagsleutel),
        })),
  }
}
