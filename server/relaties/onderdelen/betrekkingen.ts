import type { z } from 'zod'
import { isSchrijfbareRol } from '#contract/relatiecodes.ts'
import type {
  RolInvoer,
  RolWijziging,
  SignaleringInvoer,
  VertegenwoordigingInvoer,
  VertegenwoordigingWijziging,
} from '#contract/relatieinvoer.ts'
import { invalid } from '#server/platform/errors.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { getPartijVanSoort } from '../getPartij.ts'
import { laadPartij, type PartijGeheel } from '../laadPartij.ts'
import { meldWijziging } from '../meldWijziging.ts'
import { lockPartijen } from '../store.ts'
import { changeOnderdeel, lockActievePartij, type Welk } from './onderdeel.ts'
import { insertRol, insertSignalering, insertVertegenwoordiging, selectRol, updateOnderdeel } from './store.ts'

/** A role of the partij in a huishouden or organisatie (an organisatie may hold shares in one too: VvE-lid). */
export async function addRol(
  w: WriteContext,
  partijId: string,
  invoer: z.output<typeof RolInvoer>,
): Promise<PartijGeheel> {
  if (invoer.inPartijId === partijId) throw zichzelf('inPartijId')
  await lockBeide(w, partijId, invoer.inPartijId)
  await getPartijVanSoort(w.tx, invoer.inPartijId, 'inPartijId', ['huishouden', 'organisatie'])
  await insertRol(w.tx, {
    id: newId(),
    partij_id: partijId,
    in_partij_id: invoer.inPartijId,
    rol: invoer.rol,
    inwonend_kind: invoer.inwonendKind,
    begindatum: invoer.begindatum,
    einddatum: invoer.einddatum,
  })
  return await changed(w, partijId, invoer.inPartijId)
}

export async function changeRol(
  w: WriteContext,
  welk: Welk,
  invoer: z.output<typeof RolWijziging>,
): Promise<PartijGeheel> {
  return await changeOnderdeel(w, 'partij_rol', welk, async (was) => {
    const rol = await selectRol(w.tx, was.id)
    // An imported role with an ended code may get an end date, but nobody is given such a role anew.
    if (invoer.rol !== rol?.rol && !isSchrijfbareRol(invoer.rol))
      throw invalid('rol', 'vervallen', 'Kies een rol uit de lijst.')
    await updateOnderdeel(w.tx, 'partij_rol', was.id, {
      rol: invoer.rol,
      inwonend_kind: invoer.inwonendKind,
      begindatum: invoer.begindatum,
      einddatum: invoer.einddatum,
    })
  })
}

/** Who may act for this partij: with what mandate, and for how long. */
export async function addVertegenwoordiging(
  w: WriteContext,
  partijId: string,
  invoer: z.output<typeof VertegenwoordigingInvoer>,
): Promise<PartijGeheel> {
  if (invoer.vertegenwoordigerId === partijId) throw zichzelf('vertegenwoordigerId')
  await lockBeide(w, partijId, invoer.vertegenwoordigerId)
  await getPartijVanSoort(w.tx, invoer.vertegenwoordigerId, 'vertegenwoordigerId', [
    'persoon',
    'contactpersoon',
    'organisatie',
  ])
  await insertVertegenwoordiging(w.tx, {
    id: newId(),
    vertegenwoordiger_id: invoer.vertegenwoordigerId,
    vertegenwoordigde_id: partijId,
    soort: invoer.soort,
    omvang: invoer.omvang,
    domeinen: invoer.domeinen,
    begindatum: invoer.begindatum,
    einddatum: invoer.einddatum,
  })
  return await changed(w, partijId, invoer.vertegenwoordigerId)
}

export async function changeVertegenwoordiging(
  w: WriteContext,
  welk: Welk,
  invoer: z.output<typeof VertegenwoordigingWijziging>,
): Promise<PartijGeheel> {
  return await changeOnderdeel(w, 'vertegenwoordiging', welk, (was) =>
    updateOnderdeel(w.tx, 'vertegenwoordiging', was.id, invoer),
  )
}

export async function addSignalering(
  w: WriteContext,
  partijId: string,
  invoer: z.output<typeof SignaleringInvoer>,
): Promise<PartijGeheel> {
  await lockActievePartij(w, partijId)
  await insertSignalering(w.tx, { id: newId(), partij_id: partijId, ...invoer })
  return await changed(w, partijId)
}

export async function changeSignalering(
  w: WriteContext,
  welk: Welk,
  invoer: z.output<typeof SignaleringInvoer>,
): Promise<PartijGeheel> {
  return await changeOnderdeel(w, 'signalering', welk, (was) => updateOnderdeel(w.tx, 'signalering', was.id, invoer))
}

/** Both at once and in one order: two employees who tie the same two together the other way round do not deadlock. */
async function lockBeide(w: WriteContext, partijId: string, anderId: string): Promise<void> {
  await lockPartijen(w.tx, [partijId, anderId])
  await lockActievePartij(w, partijId)
}

async function changed(w: WriteContext, partijId: string, anderId?: string): Promise<PartijGeheel> {
  await meldWijziging(w, partijId)
  if (anderId) await meldWijziging(w, anderId)
  return await laadPartij(w.db, partijId)
}

const zichzelf = (veld: string) => invalid(veld, 'zichzelf', 'Kies een andere klant dan deze zelf.')
