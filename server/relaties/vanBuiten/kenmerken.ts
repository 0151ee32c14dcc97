import { dagVan } from '#server/platform/clock.ts'
import { explainConstraints, explainInUse } from '#server/platform/db/constraints.ts'
import { conflict, invalid } from '#server/platform/errors.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { meldWijziging } from '../meldWijziging.ts'
import { lockActievePartij } from '../onderdelen/onderdeel.ts'
import { insertVertegenwoordiging, updateOnderdeel } from '../onderdelen/store.ts'
import * as store from './store.ts'

export type IdentificatorVanBuiten = {
  partijId: string | null
  codeObjecttype: string
  codeRegister: string
  codeSoortObjectId: string
  objectId: string
  subIdentificatorVan: string | null
}

/** A number by which others know a klant; never a BSN, that has a place of its own. @returns its id */
export async function bewaarIdentificator(
  w: WriteContext,
  id: string | null,
  input: IdentificatorVanBuiten,
): Promise<string> {
  const was = id ? await store.selectPartijVan(w.db, 'partij_identificator', id) : undefined
  const partijen = [...new Set([was, input.partijId].filter((each) => typeof each === 'string'))].sort()
  for (const partijId of partijen) await lockActievePartij(w, partijId)
  const nieuw = id ?? newId()
  const dubbel = () =>
    invalid('partijIdentificator.objectId', 'unique', 'Deze identificator is al vastgelegd. Zoek hem eerst op.')
  await explainConstraints(
    store.saveIdentificator(w.tx, {
      id: nieuw,
      partij_id: input.partijId,
      code_objecttype: input.codeObjecttype,
      code_register: input.codeRegister,
      code_soort_object_id: input.codeSoortObjectId,
      object_id: input.objectId,
      sub_identificator_van: input.subIdentificatorVan,
    }),
    { partij_identificator_uniek: dubbel, partij_identificator_onder: dubbel },
  )
  for (const partijId of partijen) await meldWijziging(w, partijId)
  return nieuw
}

/** @throws 409 `in-gebruik` when another number hangs under it */
export async function verwijderIdentificator(w: WriteContext, id: string): Promise<void> {
  const partijId = await store.selectPartijVan(w.db, 'partij_identificator', id)
  if (partijId) await lockActievePartij(w, partijId)
  await explainInUse(store.deleteIdentificator(w.tx, id), () =>
    conflict('in-gebruik', 'Onder dit nummer hangt nog een ander nummer. Verwijder dat eerst.'),
  )
  if (partijId) await meldWijziging(w, partijId)
}

export type VertegenwoordigingVanBuiten = { vertegenwoordigerId: string; vertegenwoordigdeId: string }

/** Who may act for whom; other software does not say as what: then he is a gemachtigde. @returns its id */
export async function bewaarVertegenwoordiging(
  w: WriteContext,
  id: string | null,
  input: VertegenwoordigingVanBuiten,
): Promise<string> {
  const partijen = [input.vertegenwoordigerId, input.vertegenwoordigdeId].sort()
  for (const partijId of partijen) await lockActievePartij(w, partijId)
  const velden = { vertegenwoordiger_id: input.vertegenwoordigerId, vertegenwoordigde_id: input.vertegenwoordigdeId }
  const nieuw = id ?? newId()
  if (id) await updateOnderdeel(w.tx, 'vertegenwoordiging', id, velden)
  else await insertVertegenwoordiging(w.tx, { id: nieuw, ...velden, soort: 'gemachtigde', begindatum: dagVan(w.now) })
  for (const partijId of partijen) await meldWijziging(w, partijId)
  return nieuw
}

export async function verwijderVertegenwoordiging(
  w: WriteContext,
  id: string,
  partijIds: readonly string[],
): Promise<void> {
  await store.deleteVertegenwoordiging(w.tx, id)
  for (const partijId of [...partijIds].sort()) await meldWijziging(w, partijId)
}
