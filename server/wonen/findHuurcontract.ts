import type { Db } from '#server/platform/db/schema.ts'
import { selectOvereenkomsten, selectOvereenkomstenOp, selectPartijenIn } from './store.ts'
import type { OvereenkomstRow } from './tables.ts'
import { isActueel, wonenVan } from './wonenVan.ts'

type Huurcontract = {
  overeenkomst: OvereenkomstRow
  /** Who rents by it on that day: huurder (HUU) and medehuurders (MDH), in order of their role. */
  huurders: { partijId: string; rol: string }[]
}

type Wie = { overeenkomstId: string | null; partijId: string | null; eenheidId: string | null }

/**
 * The contract that is meant, with everybody who rents by it: the one that is named, else the only one that runs for this
 * partij (in this home), else the one that runs for this home. Undefined when that could be more than one.
 * @param op the day to look from, `jjjj-mm-dd`
 */
export async function findHuurcontract(db: Db, wie: Wie, op: string): Promise<Huurcontract | undefined> {
  const overeenkomst = await findOvereenkomst(db, wie, op)
  if (!overeenkomst) return undefined
  const rollen = await selectPartijenIn(db, [overeenkomst.id])
  return {
    overeenkomst,
    huurders: rollen
      .filter((rol) => (rol.rol === 'HUU' || rol.rol === 'MDH') && isActueel(rol, op))
      .map(({ partij_id, rol }) => ({ partijId: partij_id, rol }))
      .sort((a, b) => a.rol.localeCompare(b.rol) || a.partijId.localeCompare(b.partijId)),
  }
}

async function findOvereenkomst(db: Db, wie: Wie, op: string): Promise<OvereenkomstRow | undefined> {
  const { overeenkomstId, partijId, eenheidId } = wie
  if (overeenkomstId) return (await selectOvereenkomsten(db, [overeenkomstId]))[0]
  const kandidaten = partijId
    ? (await wonenVan(db, partijId, op))
        .filter(({ actueel, eenheid }) => actueel && (eenheidId === null || eenheid?.id === eenheidId))
        .map(({ overeenkomst }) => overeenkomst)
    : eenheidId
      ? (await selectOvereenkomstenOp(db, eenheidId)).filter((each) => isActueel(each, op))
      : []
  const [eerste] = kandidaten
  return kandidaten.every(({ id }) => id === eerste?.id) ? eerste : undefined
}
