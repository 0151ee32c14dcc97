import { write } from '#server/platform/db/write.ts'
import { FileMissing, type FileStore } from '#server/platform/files/fileStore.ts'
import type { ReadContext, WriteContext } from '#server/platform/http/context.ts'
import { changed } from './changed.ts'
import { type Postbode, PostGeweigerd } from './postbode.ts'
import { volgendePoging } from './regels/herhaal.ts'
import { naStilte } from './regels/stilte.ts'
import { bundelDoelen, magSamen, magWachten } from './regels/wanneer.ts'
import { wijkUit } from './retour/wijkUit.ts'
import { claimBericht, claimMee, lockBericht, updateBericht } from './store.ts'
import type { BerichtRow } from './tables.ts'
import { enqueueBericht } from './verstuurBericht.ts'
import { verzendregels } from './verzendregels.ts'
import { zendingVan } from './zending.ts'

/** Longer than any mail server may take (RFC 5321, 4.5.3.2): then the worker that had it is dead. */
const bezig = 15 * 60_000

/**
 * Sends one message that is in the outbox, with what may go along in the same mail: taken in hand, sent outside any
 * transaction, and its end noted. What fails is tried again later; what is refused goes by another way, or is a person's
 * business.
 */
export async function bezorg(
  ctx: ReadContext,
  berichtId: string,
  wegen: { postbode: Postbode; files: FileStore },
): Promise<void> {
  if (await stelUit(ctx, berichtId)) return
  const berichten = await neemTerHand(ctx, berichtId)
  if (berichten.length === 0) return
  const fout = await zendingVan(ctx, berichten, wegen.files)
    .then((zending) => wegen.postbode.bezorg(zending))
    .then(
      () => undefined,
      (error: unknown) => error ?? new Error('no reason given'),
    )
  if (fout !== undefined) ctx.log.warn({ bericht: berichtId, err: String(fout) }, 'message not sent')
  await write(ctx, async (w) => {
    for (const { id } of berichten) await noteer(w, id, fout)
  })
}

/** A worker that was late, or stood still in the evening, does not wake anybody either. */
async function stelUit(ctx: ReadContext, berichtId: string): Promise<boolean> {
  const morgen = naStilte(ctx.now, (await verzendregels(ctx.db)).stilte)
  if (morgen <= ctx.now) return false
  return write(ctx, async (w) => {
    const bericht = await lockBericht(w.tx, berichtId)
    if (bericht?.status !== 'klaar' || bericht.volgende_poging === null || !magWachten(bericht)) return false
    await enqueueBericht(w, await updateBericht(w.tx, bericht, { volgende_poging: morgen }))
    return true
  })
}

async function neemTerHand(ctx: ReadContext, berichtId: string): Promise<BerichtRow[]> {
  const tot = new Date(ctx.now.getTime() + bezig)
  const eerste = await claimBericht(ctx.db, berichtId, ctx.now, tot)
  if (!eerste) return []
  if (!eerste.partij_id || !magSamen({ ...eerste, bijlagen: eerste.bijlagen.length > 0 || eerste.agenda !== '' }))
    return [eerste]
  const meer = eerste.pogingen === 1
  return [eerste, ...(await claimMee(ctx.db, eerste, ctx.now, { tot, meer, doelen: bundelDoelen }))]
}

async function noteer(w: WriteContext, id: string, fout: unknown): Promise<void> {
  const before = await lockBericht(w.tx, id)
  if (before?.status !== 'klaar') return
  const los = { bezig_tot: null, volgende_poging: null }
  if (fout === undefined) {
    const sent = { ...los, status: 'verstuurd', verstuurd_op: w.now, fout: '' } as const
    await changed(w, await updateBericht(w.tx, before, sent), 'bericht.verstuurd')
    return
  }
  if (fout instanceof PostGeweigerd && fout.weg) {
    await wijkUit(w, before, { reden: reden(fout), code: fout.weg.code })
    return
  }
  const opnieuw = isVoorgoed(fout) ? undefined : volgendePoging(before.pogingen, w.now)
  const moment = opnieuw && magWachten(before) ? naStilte(opnieuw, (await verzendregels(w.db)).stilte) : opnieuw
  const after = await updateBericht(w.tx, before, {
    ...los,
    fout: reden(fout),
    status: moment ? 'klaar' : 'mislukt',
    volgende_poging: moment ?? null,
  })
  // What goes along, goes when the one that carries it goes.
  if (!after.bundel_id || after.bundel_id === after.id) await enqueueBericht(w, after)
  if (!moment) await changed(w, after, 'bericht.mislukt')
}

const isVoorgoed = (fout: unknown) => fout instanceof PostGeweigerd || fout instanceof FileMissing

function reden(fout: unknown): string {
  if (fout instanceof PostGeweigerd) return fout.message.slice(0, 500)
  if (fout instanceof FileMissing) return 'Een bijlage ontbreekt in de opslag.'
  return `De mailserver is niet bereikbaar of weigert even. ${fout instanceof Error ? fout.message : ''}`
    .trim()
    .slice(0, 500)
}
