import type * as api from '#contract/beheer/kalender.ts'
import type { BodyOf } from '#contract/endpoint.ts'
import { notFound, stale } from '#server/platform/errors.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { emitInrichting } from '../emitInrichting.ts'
import {
  deleteSluitingsdag as deleteRow,
  insertSluitingsdag,
  lockSluitingsdag,
  type SluitingsdagRow,
  updateSluitingsdag,
} from './store.ts'

/** Deadlines that were set before keep their date: a promise does not move because an office closes. */
export async function createSluitingsdag(
  w: WriteContext,
  input: BodyOf<typeof api.createSluitingsdag>,
): Promise<SluitingsdagRow> {
  const row: SluitingsdagRow = { ...input, versie: 1 }
  await insertSluitingsdag(w.tx, row)
  await emitInrichting(w, 'sluitingsdag', row.datum)
  return row
}

export async function changeSluitingsdag(
  w: WriteContext,
  datum: string,
  versie: number,
  naam: string,
): Promise<SluitingsdagRow> {
  await currentSluitingsdag(w, datum, versie)
  const row: SluitingsdagRow = { datum, naam, versie: versie + 1 }
  await updateSluitingsdag(w.tx, row)
  await emitInrichting(w, 'sluitingsdag', datum)
  return row
}

export async function deleteSluitingsdag(w: WriteContext, datum: string, versie: number): Promise<void> {
  await currentSluitingsdag(w, datum, versie)
  await deleteRow(w.tx, datum)
  await emitInrichting(w, 'sluitingsdag', datum, true)
}

async function currentSluitingsdag(w: WriteContext, datum: string, versie: number): Promise<void> {
  const was = await lockSluitingsdag(w.tx, datum)
  if (!was) throw notFound()
  if (was.versie !== versie) throw stale(was)
}
