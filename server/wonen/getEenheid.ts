import type { Db } from '#server/platform/db/schema.ts'
import { notFound } from '#server/platform/errors.ts'
import { selectComplexen, selectEenheden, selectEenheid, selectEenheidIds, selectOvereenkomsten } from './store.ts'
import type { ComplexRow, EenheidRow, OvereenkomstRow } from './tables.ts'

/** @throws 404 */
export async function getEenheid(db: Db, id: string): Promise<EenheidRow> {
  const row = await selectEenheid(db, id)
  if (!row) throw notFound()
  return row
}

export async function findEenheden(db: Db, ids: readonly string[]): Promise<Map<string, EenheidRow>> {
  return new Map((await selectEenheden(db, ids)).map((row) => [row.id, row]))
}

export async function findOvereenkomsten(db: Db, ids: readonly string[]): Promise<Map<string, OvereenkomstRow>> {
  return new Map((await selectOvereenkomsten(db, ids)).map((row) => [row.id, row]))
}

export async function findComplexen(db: Db, ids: readonly string[]): Promise<Map<string, ComplexRow>> {
  return new Map((await selectComplexen(db, ids)).map((row) => [row.id, row]))
}

/** The homes of a complex, at most five thousand. */
export const listEenheidIds = (db: Db, complexId: string): Promise<string[]> => selectEenheidIds(db, complexId, 5_000)
