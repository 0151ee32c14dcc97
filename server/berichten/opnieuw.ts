import { conflict, notFound } from '#server/platform/errors.ts'
import type { ReadContext, WriteContext } from '#server/platform/http/context.ts'
import { findZaken } from '#server/zaken/index.ts'
import { changed } from './changed.ts'
import { magBerichtZien } from './regels/magBericht.ts'
import { lockBericht, selectBericht, updateBericht } from './store.ts'
import type { BerichtRow } from './tables.ts'
import { adresseer, enqueueBericht, standVan } from './verstuurBericht.ts'

/** @throws 404, also when this employee may not see it */
export async function findVisible(
  ctx: Pick<ReadContext, 'db' | 'actor'>,
  row: BerichtRow | undefined,
): Promise<BerichtRow> {
  const zaak = row?.zaak_id ? (await findZaken(ctx.db, [row.zaak_id])).get(row.zaak_id) : undefined
  if (!row || !magBerichtZien(ctx.actor, row, zaak)) throw notFound()
  return row
}

export const getBericht = async (ctx: ReadContext, id: string) => findVisible(ctx, await selectBericht(ctx.db, id))

/**
 * Sends again what could not be sent, to where the klant can be reached now: mostly somebody mended his address first.
 * @throws 409 `niet-mislukt`
 */
export async function resendBericht(w: WriteContext, id: string): Promise<BerichtRow> {
  const before = await findVisible(w, await lockBericht(w.tx, id))
  if (before.status !== 'mislukt') throw conflict('niet-mislukt', 'Dit bericht is niet mislukt.')
  const { naam, keuze } = await adresseer(w, {
    formeel: before.formeel,
    doel: before.doel,
    ...(before.partij_id ? { partijId: before.partij_id, kanaal: before.kanaal } : { aan: before.aan }),
  })
  const after = await updateBericht(w.tx, before, {
    ...(typeof keuze === 'object' && keuze),
    aan_naam: naam || before.aan_naam,
    pogingen: 0,
    bezig_tot: null,
    bundel_id: null,
    ...(await standVan(w, keuze, before)),
  })
  await enqueueBericht(w, after)
  return changed(w, after, after.status === 'mislukt' ? 'bericht.mislukt' : 'bericht.klaargezet')
}

/**
 * Somebody printed the letter and posted it.
 * @throws 409 `geen-brief`
 */
export async function printBericht(w: WriteContext, id: string): Promise<BerichtRow> {
  const before = await findVisible(w, await lockBericht(w.tx, id))
  if (before.kanaal !== 'brief' || before.status !== 'klaar')
    throw conflict('geen-brief', 'Dit bericht is geen brief die nog verstuurd moet worden.')
  const after = await updateBericht(w.tx, before, { status: 'verstuurd', verstuurd_op: w.now, pogingen: 1 })
  return changed(w, after, 'bericht.verstuurd')
}
