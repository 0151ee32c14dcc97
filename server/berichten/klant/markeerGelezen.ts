import { notFound } from '#server/platform/errors.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { changed } from '../changed.ts'
import { lockBericht, updateBericht } from '../store.ts'
import type { BerichtRow } from '../tables.ts'

/**
 * He has it on his screen. Only the first time counts; who looks again changes nothing.
 * @param lezer the partij who reads: the klant himself, or who acts for him
 */
export async function markeerGelezen(w: WriteContext, berichtId: string, lezer: string): Promise<BerichtRow> {
  const before = await lockBericht(w.tx, berichtId)
  if (!before) throw notFound()
  if (before.gelezen_op) return before
  return changed(w, await updateBericht(w.tx, before, { gelezen_op: w.now, gelezen_door: lezer }), 'bericht.gelezen')
}
