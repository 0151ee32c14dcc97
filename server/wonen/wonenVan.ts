import type { Db } from '#server/platform/db/schema.ts'
import { huishoudensVan } from '#server/relaties/index.ts'
import { selectComplexen, selectEenheden, selectOvereenkomsten, selectRollenOp } from './store.ts'
import type { ComplexRow, EenheidRow, OvereenkomstRow } from './tables.ts'

/** One contract with the home it is about, and what the partij is in it. */
export type Woning = {
  overeenkomst: OvereenkomstRow
  eenheid: EenheidRow | undefined
  complex: ComplexRow | undefined
  rol: string
  /** The partij of the role: the klant himself, or a huishouden he belongs to. */
  viaPartijId: string
  /** The contract runs and the role has not ended. */
  actueel: boolean
}

/**
 * The contracts of a partij and of the huishoudens he belongs to; current ones first, then the latest.
 * @param op the day to look from, `jjjj-mm-dd`
 */
export async function wonenVan(db: Db, partijId: string, op: string): Promise<Woning[]> {
  const huishoudens = await huishoudensVan(db, partijId, op)
  const rollen = await selectRollenOp(db, [partijId, ...huishoudens.map(({ partij }) => partij.id)])
  const overeenkomsten = byId(
    await selectOvereenkomsten(
      db,
      rollen.map((rol) => rol.overeenkomst_id),
    ),
  )
  const eenheden = byId(await selectEenheden(db, present([...overeenkomsten.values()].map((o) => o.eenheid_id))))
  const complexen = byId(await selectComplexen(db, present([...eenheden.values()].map((e) => e.complex_id))))
  const woningen = rollen.flatMap((rol): Woning[] => {
    const overeenkomst = overeenkomsten.get(rol.overeenkomst_id)
    if (!overeenkomst) return []
    const eenheid = overeenkomst.eenheid_id ? eenheden.get(overeenkomst.eenheid_id) : undefined
    return [
      {
        overeenkomst,
        eenheid,
        complex: eenheid?.complex_id ? complexen.get(eenheid.complex_id) : undefined,
        rol: rol.rol,
        viaPartijId: rol.partij_id,
        actueel: isActueel(overeenkomst, op) && isActueel(rol, op),
      },
    ]
  })
  return woningen.sort(
    (a, b) =>
      Number(b.actueel) - Number(a.actueel) || b.overeenkomst.begindatum.localeCompare(a.overeenkomst.begindatum),
  )
}

/** On that day it has begun and not ended. */
export function isActueel(
  { begindatum, einddatum }: { begindatum: string | null; einddatum: string | null },
  op: string,
) {
  return (begindatum === null || begindatum <= op) && (einddatum === null || einddatum >= op)
}

function byId<T extends { id: string }>(rows: T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.id, row]))
}

function present(ids: (string | null)[]): string[] {
  return ids.filter((id) => id !== null)
}
