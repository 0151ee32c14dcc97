import { type IngesteldeWaarde, type Instellingsleutel, instellingen } from '#contract/beheer/instellingen.ts'
import { stale } from '#server/platform/errors.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { fromZod } from '#server/platform/http/problem.ts'
import { emitInrichting } from '../emitInrichting.ts'
import { presentInstelling } from './present.ts'
import { type InstellingRow, insertInstelling, lockInstelling, updateInstelling } from './store.ts'

/**
 * Changes one setting. `null` goes back to the default; the row stays, so that its version keeps counting and an old
 * screen cannot overwrite what it never saw.
 */
export async function changeInstelling(
  w: WriteContext,
  sleutel: Instellingsleutel,
  versie: number,
  gegeven: unknown,
): Promise<IngesteldeWaarde> {
  const waarde = gegeven === null ? null : parseWaarde(sleutel, gegeven)
  const was = await lockInstelling(w.tx, sleutel)
  if ((was?.versie ?? 0) !== versie) throw stale(presentInstelling(sleutel, was))
  const row: InstellingRow = { sleutel, waarde, versie: versie + 1, gewijzigd_op: w.now }
  if (was) await updateInstelling(w.tx, row)
  else if (!(await insertInstelling(w.tx, sleutel, waarde, w.now)))
    throw stale(presentInstelling(sleutel, await lockInstelling(w.tx, sleutel)))
  await emitInrichting(w, 'instelling', sleutel)
  return presentInstelling(sleutel, row)
}

function parseWaarde(sleutel: Instellingsleutel, gegeven: unknown): unknown {
  const parsed = instellingen[sleutel].schema.safeParse(gegeven)
  if (!parsed.success) throw fromZod(parsed.error, 'waarde')
  return parsed.data
}
