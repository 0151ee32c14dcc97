import { stale } from '#server/platform/errors.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { emitInrichting } from '../emitInrichting.ts'
import { isPermutation } from '../volgorde.ts'
import { inBoom, type OnderwerpInBoom } from './boom.ts'
import { presentOnderwerp } from './present.ts'
import { lockOnderwerpen, selectOnderwerpen, updateOnderwerp } from './store.ts'

/**
 * Puts the subjects under one parent (or the first level) in a new order. The list itself is the version: it must name
 * exactly the subjects that are there.
 * @returns the whole tree
 * @throws 409 `verouderd` when somebody added, moved or removed one
 */
export async function orderOnderwerpen(
  w: WriteContext,
  bovenliggendId: string | null,
  ids: readonly string[],
): Promise<OnderwerpInBoom[]> {
  const rows = await lockOnderwerpen(w.tx)
  const siblings = rows.filter((row) => row.bovenliggend_id === bovenliggendId)
  if (
    !isPermutation(
      ids,
      siblings.map((row) => row.id),
    )
  )
    throw stale({ rijen: inBoom(rows).map(presentOnderwerp) })
  for (const row of siblings) await updateOnderwerp(w.tx, { ...row, volgorde: ids.indexOf(row.id) + 1 })
  await emitInrichting(w, 'onderwerp', bovenliggendId ?? '')
  return inBoom(await selectOnderwerpen(w.tx))
}
