import type { PartijSoort } from '#contract/relatieinvoer.ts'
import type { Db, Tx } from '#server/platform/db/schema.ts'
import { conflict, invalid, notFound } from '#server/platform/errors.ts'
import { holdPartijen, selectPartij, selectPartijen } from './store.ts'
import type { PartijRow } from './tables.ts'

/** The partij itself, also when it was merged into another (`samengevoegd_in`): nothing is followed. */
export function findPartij(db: Db, id: string): Promise<PartijRow | undefined> {
  return selectPartij(db, id)
}

/** @throws 404 */
export async function getPartij(db: Db, id: string): Promise<PartijRow> {
  const row = await selectPartij(db, id)
  if (!row) throw notFound()
  return row
}

export async function findPartijen(db: Db, ids: readonly string[]): Promise<Map<string, PartijRow>> {
  return new Map((await selectPartijen(db, ids)).map((row) => [row.id, row]))
}

/** The name as shown; undefined for a partij that does not exist. */
export async function partijNaam(db: Db, id: string): Promise<string | undefined> {
  return (await selectPartij(db, id))?.naam
}

/**
 * The partij, kept from being merged until this transaction ends. Whoever adds something to a partij asks for it this
 * way, so that nothing lands on a klant who is being merged away.
 * @throws 404, and 409 `samengevoegd` with `{ samengevoegdIn }` when it was merged
 */
export async function getActievePartij(tx: Tx, id: string): Promise<PartijRow> {
  const [row] = await holdPartijen(tx, [id])
  if (!row) throw notFound()
  eisNietSamengevoegd(row)
  return row
}

/**
 * A partij that another one is tied to: its id came along in a request, so it is checked like any input.
 * @throws 400 on `veld` when it does not exist or is of another kind; 409 `samengevoegd`
 */
export async function getPartijVanSoort(
  tx: Tx,
  id: string,
  veld: string,
  soorten: readonly PartijSoort[],
): Promise<PartijRow> {
  const [row] = await holdPartijen(tx, [id])
  if (!row || !soorten.includes(row.soort))
    throw invalid(veld, 'onbekend', `Kies een bestaande klant: ${soorten.join(' of ')}.`)
  eisNietSamengevoegd(row)
  return row
}

/** @throws 409 `samengevoegd` */
export function eisNietSamengevoegd(row: PartijRow): void {
  if (!row.samengevoegd_in) return
  throw conflict('samengevoegd', 'Deze klant is samengevoegd met een andere. Open de klant die is gebleven.', {
    samengevoegdIn: row.samengevoegd_in,
  })
}
