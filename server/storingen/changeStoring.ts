import type { BodyOf } from '#contract/endpoint.ts'
import type { updateStoring as UpdateStoring } from '#contract/storingen.ts'
import { conflict, notFound, stale } from '#server/platform/errors.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { meld } from './openStoring.ts'
import { presentStoring } from './present.ts'
import { lockStoring, updateStoring } from './store.ts'
import type { StoringRow } from './tables.ts'

/** @throws 404, 409 `verouderd`, 409 `gesloten` when it is over */
export async function changeStoring(
  w: WriteContext,
  id: string,
  versie: number,
  input: BodyOf<typeof UpdateStoring>,
): Promise<StoringRow> {
  return wijzig(w, id, versie, { tekst: input.tekst, verwacht_klaar_op: input.verwachtKlaarOp })
}

/** For who knows better than the zaak: the lift runs again. */
export const eindigStoring = (w: WriteContext, id: string, versie: number): Promise<StoringRow> =>
  wijzig(w, id, versie, { klaar_op: w.now })

async function wijzig(
  w: WriteContext,
  id: string,
  versie: number,
  changes: Partial<Omit<StoringRow, 'id' | 'versie'>>,
): Promise<StoringRow> {
  const before = await lockStoring(w.tx, id)
  if (!before) throw notFound()
  if (before.versie !== versie) throw stale(await presentStoring(w, before))
  if (before.klaar_op) throw conflict('gesloten', 'Deze storing is al voorbij.')
  const after = await updateStoring(w.tx, before, {
    ...changes,
    gewijzigd_door: w.actor.medewerkerId,
    gewijzigd_op: w.now,
  })
  await meld(w, after, 'wijzigen')
  return after
}
