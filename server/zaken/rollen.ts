import type { ZaakRolSoort } from '#contract/zaken.ts'
import { erfAfscherming, schermAf } from '#server/beheer/index.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { findTakenVan, listTakenVanZaak } from '#server/taken/index.ts'
import { changed } from './changed.ts'
import { holdZaak } from './holdZaak.ts'
import { insertRol, selectDeelzaken, selectKlantcontactIds, selectRollen } from './store.ts'
import type { ZaakRolRow, ZaakRow } from './tables.ts'

/** Exactly one of the three. */
type Wie =
  | { partijId: string; medewerkerId?: never; teamId?: never }
  | { medewerkerId: string; partijId?: never; teamId?: never }
  | { teamId: string; partijId?: never; medewerkerId?: never }
export type RolInput = Wie & { rol: ZaakRolSoort; omschrijving?: string; toelichting?: string }

/**
 * Gives somebody a role. A medewerker who is the beklaagde does not know of the zaak from this moment on, nor of the
 * contacts that belong to it. The same role for the same person twice is one.
 */
export async function addZaakrol(w: WriteContext, zaakId: string, input: RolInput): Promise<ZaakRolRow> {
  const zaak = await holdZaak(w, zaakId)
  const rol = await voegRolToe(w, zaak, input)
  await changed(w, { event: 'zaak.gewijzigd', before: zaak, after: zaak, wat: 'rol toegevoegd' })
  return rol
}

/** @param al the roles that there are, when who asks knows them */
export async function voegRolToe(
  w: WriteContext,
  zaak: ZaakRow,
  input: RolInput,
  al?: readonly ZaakRolRow[],
): Promise<ZaakRolRow> {
  const wie = {
    partij_id: input.partijId ?? null,
    medewerker_id: input.medewerkerId ?? null,
    team_id: input.teamId ?? null,
  }
  const same = (al ?? (await selectRollen(w.db, zaak.id))).find(
    (each) =>
      each.rol === input.rol &&
      each.partij_id === wie.partij_id &&
      each.medewerker_id === wie.medewerker_id &&
      each.team_id === wie.team_id &&
      each.eind_op === null,
  )
  if (same) return same
  const rol = await insertRol(w.tx, {
    id: newId(),
    zaak_id: zaak.id,
    rol: input.rol,
    omschrijving: input.omschrijving ?? '',
    toelichting: input.toelichting ?? '',
    ...wie,
    begin_op: w.now,
    eind_op: null,
  })
  if (input.rol === 'beklaagde' && input.medewerkerId) await hideZaak(w, zaak, input.medewerkerId)
  return rol
}

/** A contact that is linked later is hidden with the zaak, and so is the work that hangs on it. */
export async function hideContact(w: WriteContext, zaakId: string, klantcontactId: string): Promise<void> {
  await erfAfscherming(w, { van: [zaakId], objectSoort: 'klantcontact', objectId: klantcontactId })
  for (const taak of await findTakenVan(w.db, [klantcontactId]))
    await erfAfscherming(w, { van: [zaakId], objectSoort: 'taak', objectId: taak.id })
}

async function hideZaak(w: WriteContext, zaak: ZaakRow, medewerkerId: string): Promise<void> {
  const zaken = [zaak.id, ...(await selectDeelzaken(w.db, zaak.id)).map((each) => each.id)]
  await schermAf(w, { medewerkerId, objectSoort: 'zaak', objectIds: zaken })
  for (const zaakId of zaken) {
    const contactIds = await selectKlantcontactIds(w.db, zaakId)
    const taken = [...(await listTakenVanZaak(w.db, zaakId)), ...(await findTakenVan(w.db, contactIds))]
    await schermAf(w, { medewerkerId, objectSoort: 'klantcontact', objectIds: contactIds })
    await schermAf(w, { medewerkerId, objectSoort: 'taak', objectIds: taken.map((taak) => taak.id) })
  }
}
