import type { WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { indexEenheid } from './indexEenheid.ts'
import {
  insertEenheid,
  selectComplexenOpCode,
  selectEenhedenOpCode,
  selectEenhedenVan,
  touchEenheden,
  updateEenheid,
  upsertComplexen,
} from './store.ts'
import type { EenheidRow } from './tables.ts'

export type ComplexUitErp = { code: string; naam: string }
type Velden = Omit<EenheidRow, 'id' | 'code' | 'complex_id' | 'nummeraanduiding_id' | 'bijgewerkt_op'>
/** A home as the ERP has it; what it does not say stays as it was. */
export type EenheidUitErp = Partial<{ [V in keyof Velden]: Velden[V] | undefined }> &
  Pick<Velden, 'straatnaam' | 'woonplaats'> & { code: string; complexCode: string | undefined }

/** A complex with another name is found by that name, and so are its homes. */
export async function verversComplexen(w: WriteContext, complexen: readonly ComplexUitErp[]): Promise<void> {
  for (const complexId of await upsertComplexen(w.tx, complexen)) {
    for (const { id } of await selectEenhedenVan(w.db, complexId, 5_000)) await indexEenheid(w, id)
  }
}

/**
 * Brings the read model up to date with the ERP; a home that is new to us is added, none is ever removed.
 * @returns how many are new or different
 */
export async function verversEenheden(w: WriteContext, eenheden: readonly EenheidUitErp[]): Promise<number> {
  const bekend = new Map(
    (
      await selectEenhedenOpCode(
        w.db,
        eenheden.map(({ code }) => code),
      )
    ).map((row) => [row.code, row]),
  )
  const complexCodes = eenheden.flatMap(({ complexCode }) => complexCode ?? [])
  const complexen = new Map((await selectComplexenOpCode(w.db, complexCodes)).map(({ code, id }) => [code, id]))
  const gelijk: string[] = []
  let anders = 0
  for (const { code, complexCode, ...velden } of eenheden) {
    const gegeven = weetIets({ ...velden, complex_id: complexCode && complexen.get(complexCode) })
    const nu = bekend.get(code)
    if (nu && Object.entries(gegeven).every(([naam, waarde]) => Reflect.get(nu, naam) === waarde)) {
      gelijk.push(nu.id)
      continue
    }
    anders += 1
    const id = nu?.id ?? newId()
    if (nu) await updateEenheid(w.tx, id, { ...gegeven, bijgewerkt_op: w.now })
    else {
      const { straatnaam, woonplaats } = velden
      await insertEenheid(w.tx, { ...gegeven, id, code, straatnaam, woonplaats, bijgewerkt_op: w.now })
    }
    await indexEenheid(w, id)
  }
  await touchEenheden(w.tx, gelijk, w.now)
  return anders
}

function weetIets<T extends object>(velden: T): { [V in keyof T]?: Exclude<T[V], undefined> } {
  return Object.fromEntries(Object.entries(velden).filter(([, waarde]) => waarde !== undefined)) as {
    [V in keyof T]?: Exclude<T[V], undefined>
  }
}
