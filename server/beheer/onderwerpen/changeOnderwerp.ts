import type * as api from '#contract/beheer/onderwerpen.ts'
import type { BodyOf } from '#contract/endpoint.ts'
import { notFound, stale } from '#server/platform/errors.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { emitInrichting } from '../emitInrichting.ts'
import { inBoom, type OnderwerpInBoom, wrongPlek } from './boom.ts'
import { presentOnderwerp } from './present.ts'
import {
  deleteOnderwerp as deleteRow,
  insertOnderwerp,
  lockOnderwerpen,
  type OnderwerpRow,
  selectOnderwerpen,
  updateOnderwerp,
} from './store.ts'

/** Adds a subject as the last of its level. */
export async function createOnderwerp(
  w: WriteContext,
  input: BodyOf<typeof api.createOnderwerp>,
): Promise<OnderwerpInBoom> {
  const rows = await lockOnderwerpen(w.tx)
  checkPlek(rows, undefined, input.bovenliggendId)
  const row: OnderwerpRow = {
    id: newId(),
    code: input.code,
    naam: input.naam,
    bovenliggend_id: input.bovenliggendId,
    volgorde: lastUnder(rows, input.bovenliggendId) + 1,
    actief: true,
    versie: 1,
  }
  await insertOnderwerp(w.tx, row)
  await emitInrichting(w, 'onderwerp', row.id)
  return readBack(w, row.id)
}

/** Renames, moves or retires a subject. Moved to another parent it comes last there. */
export async function changeOnderwerp(
  w: WriteContext,
  id: string,
  versie: number,
  input: BodyOf<typeof api.changeOnderwerp>,
): Promise<OnderwerpInBoom> {
  const rows = await lockOnderwerpen(w.tx)
  const was = currentOnderwerp(rows, id, versie)
  const { bovenliggendId, naam, actief } = input
  const moved = bovenliggendId !== was.bovenliggend_id
  if (moved) checkPlek(rows, id, bovenliggendId)
  const row: OnderwerpRow = {
    ...was,
    naam,
    actief,
    bovenliggend_id: bovenliggendId,
    volgorde: moved ? lastUnder(rows, bovenliggendId) + 1 : was.volgorde,
    versie: versie + 1,
  }
  await updateOnderwerp(w.tx, row)
  await emitInrichting(w, 'onderwerp', id)
  return readBack(w, id)
}

/** @throws 409 `in-gebruik`: what contacts name stays, it can only be made inactive */
export async function deleteOnderwerp(w: WriteContext, id: string, versie: number): Promise<void> {
  currentOnderwerp(await lockOnderwerpen(w.tx), id, versie)
  await deleteRow(w.tx, id)
  await emitInrichting(w, 'onderwerp', id, true)
}

function currentOnderwerp(rows: readonly OnderwerpRow[], id: string, versie: number): OnderwerpRow {
  const was = rows.find((row) => row.id === id)
  if (!was) throw notFound()
  if (was.versie !== versie) throw stale(presentOnderwerp(find(rows, id)))
  return was
}

/** As it stands in the tree now. */
async function readBack(w: WriteContext, id: string): Promise<OnderwerpInBoom> {
  return find(await selectOnderwerpen(w.tx), id)
}

function find(rows: readonly OnderwerpRow[], id: string): OnderwerpInBoom {
  const found = inBoom(rows).find((row) => row.id === id)
  if (!found) throw notFound()
  return found
}

function checkPlek(rows: readonly OnderwerpRow[], id: string | undefined, bovenliggendId: string | null): void {
  const wrong = wrongPlek(rows, id, bovenliggendId)
  if (wrong) throw wrong
}

function lastUnder(rows: readonly OnderwerpRow[], bovenliggendId: string | null): number {
  return Math.max(0, ...rows.filter((row) => row.bovenliggend_id === bovenliggendId).map((row) => row.volgorde))
}
