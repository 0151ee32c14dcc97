import type { Db } from '../db/schema.ts'
import { type Breuk, begin, vindBreuk } from './keten.ts'
import { findWachtendWeg, findZonderZegel, selectSchakels, selectStand } from './store.ts'

export type Controle = {
  ok: boolean
  gecontroleerd: number
  verzegeldTotEnMet: number | null
  openstaand: number
  breuk: Breuk | null
}

const batch = 2000

/**
 * Recomputes the chain and names the first place where it is broken. Without `laatste` from the first line; with it only
 * that many of the newest, which is quick enough for a screen.
 */
export async function checkChain(db: Db, options: { laatste?: number } = {}): Promise<Controle> {
  const { laatste, openstaand } = await selectStand(db)
  const eerste = Math.max(1, laatste - (options.laatste ?? laatste) + 1)
  let vanaf = eerste
  let vorige = begin
  let eersteId = 0
  if (eerste > 1) {
    const [voor] = await selectSchakels(db, eerste - 1, 1)
    vorige = voor?.hash ?? begin
    eersteId = voor?.verwerkingId ?? 0
  }
  const uitkomst = (breuk: Breuk | null): Controle => ({
    ok: breuk === null,
    gecontroleerd: vanaf - eerste,
    verzegeldTotEnMet: laatste || null,
    openstaand,
    breuk,
  })
  for (;;) {
    // One extra, to see whether the next seal still rests on a changed one.
    const schakels = await selectSchakels(db, vanaf, batch + 1)
    const breuk = vindBreuk(schakels, vorige, vanaf)
    if (breuk) {
      vanaf = breuk.volgnummer
      return uitkomst(breuk)
    }
    const klaar = schakels.slice(0, batch)
    vanaf += klaar.length
    vorige = klaar.at(-1)?.hash ?? vorige
    if (schakels.length <= batch) break
  }
  return uitkomst((await losseRegel(db, vanaf, eersteId)) ?? null)
}

/** Behind the chain there may only be lines that wait for their seal. */
async function losseRegel(db: Db, volgnummer: number, vanafId: number): Promise<Breuk | undefined> {
  const zonder = await findZonderZegel(db, vanafId)
  if (zonder) {
    return {
      soort: 'zegel-ontbreekt',
      volgnummer,
      verwerkingId: zonder.id,
      op: zonder.op.toISOString(),
      uitleg: 'Deze regel heeft geen zegel en wacht er ook niet op.',
    }
  }
  const weg = await findWachtendWeg(db)
  if (weg === undefined) return undefined
  const uitleg = 'Deze regel is verwijderd voordat hij was verzegeld.'
  return { soort: 'verwijderd', volgnummer, verwerkingId: weg, op: null, uitleg }
}
