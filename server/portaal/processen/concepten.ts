import type { BodyOf } from '#contract/endpoint.ts'
import type { bewaarConcept as BewaarConcept, Portaalconcept } from '#contract/portaal/processen.ts'
import { conflict, notFound, stale } from '#server/platform/errors.ts'
import type { ReadContext, WriteContext } from '#server/platform/http/context.ts'
import type { Toegang } from '../toegang/toegang.ts'
import { aanbodVan } from '../zaken/delingen.ts'
import { eisProces, woningVan } from './aanbod.ts'
import {
  deleteConcept,
  type Eigenaar,
  insertConcept,
  lockConcept,
  selectConcept,
  selectConcepten,
  selectVanProces,
  updateConcept,
} from './store.ts'
import type { PortaalConceptRow } from './tables.ts'

export const bewaarDagen = 60
const dag = 24 * 60 * 60_000

const eigenaarVan = ({ klant, partijId }: Toegang): Eigenaar => ({ accountId: klant.accountId, partijId })

export async function listConcepten(ctx: ReadContext, toegang: Toegang): Promise<Portaalconcept[]> {
  const rows = await selectConcepten(ctx.db, eigenaarVan(toegang))
  if (rows.length === 0) return []
  const namen = await namenVan(ctx, toegang)
  // What he may no longer arrange, he is not shown; it goes by itself.
  return rows.flatMap((row) => (namen.has(row.proces) ? [present(row, namen)] : []))
}

/** @throws 404 */
export async function leesConcept(ctx: ReadContext, toegang: Toegang, id: string): Promise<Portaalconcept> {
  const row = await selectConcept(ctx.db, eigenaarVan(toegang), id)
  if (!row) throw notFound()
  return present(row, await namenVan(ctx, toegang))
}

export async function conceptVanProces(
  ctx: ReadContext,
  toegang: Toegang,
  proces: string,
): Promise<Portaalconcept | null> {
  const row = await selectVanProces(ctx.db, eigenaarVan(toegang), proces)
  return row ? present(row, await namenVan(ctx, toegang)) : null
}

/**
 * Keeps a form at every step. Version 0 makes it, under the id that the browser chose: what was sent twice is one.
 * @throws 409 `concept-bestaat` with the other, 409 `verouderd` with how it is now
 */
export async function bewaarConcept(
  w: WriteContext,
  toegang: Toegang,
  id: string,
  versie: number,
  { proces, overeenkomstId, antwoorden, stap }: BodyOf<typeof BewaarConcept>,
): Promise<Portaalconcept> {
  await eisProces(w, toegang, proces)
  woningVan(toegang, overeenkomstId)
  const eigenaar = eigenaarVan(toegang)
  const namen = await namenVan(w, toegang)
  const inhoud = { antwoorden, stap, overeenkomst_id: overeenkomstId, gewijzigd_op: w.now }
  const before = await lockConcept(w.tx, eigenaar, id)
  if (before) {
    if (before.versie !== versie || before.proces !== proces) throw stale(present(before, namen))
    return present(await updateConcept(w.tx, before, inhoud), namen)
  }
  if (versie !== 0) throw notFound()
  const row = await insertConcept(w.tx, {
    id,
    account_id: eigenaar.accountId,
    partij_id: eigenaar.partijId,
    proces,
    gemaakt_op: w.now,
    ...inhoud,
  })
  if (row) return present(row, namen)
  const ander = await selectVanProces(w.db, eigenaar, proces)
  if (!ander) throw notFound()
  throw conflict(
    'concept-bestaat',
    'U was hier al eerder mee begonnen, misschien in een ander venster. Ga verder met dat formulier.',
    present(ander, namen),
  )
}

export async function verwijderConcept(w: WriteContext, toegang: Toegang, id: string): Promise<void> {
  await deleteConcept(w.tx, eigenaarVan(toegang), id)
}

async function namenVan(ctx: ReadContext, toegang: Toegang): Promise<Map<string, string>> {
  const { processen } = await aanbodVan(ctx.db)
  return new Map(processen.map(({ proces, portaal }) => [proces, portaal.naam[toegang.klant.taal]]))
}

function present(row: PortaalConceptRow, namen: ReadonlyMap<string, string>): Portaalconcept {
  return {
    id: row.id,
    proces: row.proces,
    naam: namen.get(row.proces) ?? row.proces,
    overeenkomstId: row.overeenkomst_id,
    antwoorden: row.antwoorden,
    stap: row.stap,
    gewijzigdOp: row.gewijzigd_op.toISOString(),
    verlooptOp: new Date(row.gewijzigd_op.getTime() + bewaarDagen * dag).toISOString(),
    versie: row.versie,
  }
}
