import { stale } from '#server/platform/errors.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { emitInrichting } from '../emitInrichting.ts'
import { isPermutation } from '../volgorde.ts'
import { presentKanaal } from './present.ts'
import { type KanaalRow, lockKanalen, updateKanaal } from './store.ts'

/**
 * Puts all channels in a new order. The list itself is the version: it must name exactly the channels there are.
 * @throws 409 `verouderd` when somebody added or removed one
 */
export async function orderKanalen(w: WriteContext, codes: readonly string[]): Promise<KanaalRow[]> {
  const rows = await lockKanalen(w.tx)
  if (
    !isPermutation(
      codes,
      rows.map((row) => row.code),
    )
  )
    throw stale({ rijen: rows.map(presentKanaal) })
  const ordered = rows.map((row) => ({ ...row, volgorde: codes.indexOf(row.code) + 1 }))
  for (const row of ordered) await updateKanaal(w.tx, row)
  await emitInrichting(w, 'kanaal', '')
  return ordered.sort((a, b) => a.volgorde - b.volgorde)
}
