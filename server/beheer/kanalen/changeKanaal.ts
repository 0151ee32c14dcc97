import type * as api from '#contract/beheer/kanalen.ts'
import type { BodyOf } from '#contract/endpoint.ts'
import { notFound, stale } from '#server/platform/errors.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { emitInrichting } from '../emitInrichting.ts'
import { presentKanaal } from './present.ts'
import {
  deleteKanaal as deleteRow,
  insertKanaal,
  type KanaalRow,
  lockKanaal,
  lockKanalen,
  updateKanaal,
} from './store.ts'

/** Adds a kanaal at the end of the list. */
export async function createKanaal(w: WriteContext, input: BodyOf<typeof api.createKanaal>): Promise<KanaalRow> {
  const { veraCode, ...rest } = input
  const last = Math.max(0, ...(await lockKanalen(w.tx)).map((row) => row.volgorde))
  const row: KanaalRow = { ...rest, vera_code: veraCode, volgorde: last + 1, actief: true, versie: 1 }
  await insertKanaal(w.tx, row)
  await emitInrichting(w, 'kanaal', row.code)
  return row
}

export async function changeKanaal(
  w: WriteContext,
  code: string,
  versie: number,
  input: BodyOf<typeof api.changeKanaal>,
): Promise<KanaalRow> {
  const was = await currentKanaal(w, code, versie)
  const { veraCode, ...rest } = input
  const row: KanaalRow = { ...was, ...rest, vera_code: veraCode, versie: versie + 1 }
  await updateKanaal(w.tx, row)
  await emitInrichting(w, 'kanaal', code)
  return row
}

/** @throws 409 `in-gebruik`: what contacts name stays, it can only be made inactive */
export async function deleteKanaal(w: WriteContext, code: string, versie: number): Promise<void> {
  await currentKanaal(w, code, versie)
  await deleteRow(w.tx, code)
  await emitInrichting(w, 'kanaal', code, true)
}

async function currentKanaal(w: WriteContext, code: string, versie: number): Promise<KanaalRow> {
  const was = await lockKanaal(w.tx, code)
  if (!was) throw notFound()
  if (was.versie !== versie) throw stale(presentKanaal(was))
  return was
}
