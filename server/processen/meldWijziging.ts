import { emit } from '#server/platform/events/emit.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { findZaken, type ZaakRow, zaakpubliek } from '#server/zaken/index.ts'
import { getInstantie } from './store.ts'
import type { ProcesActieRow, ProcesInstantieRow } from './tables.ts'

/** A process went on: heard by who may hear of its zaak, and by nobody else. */
export async function meldWijziging(w: WriteContext, zaak: ZaakRow, instantie: ProcesInstantieRow): Promise<void> {
  await emit(w, {
    soort: 'proces.gewijzigd',
    onderwerpen: zaakpubliek(zaak),
    gegevens: {
      instantieId: instantie.id,
      zaakId: instantie.zaak_id,
      status: instantie.status,
      versie: instantie.versie,
    },
  })
}

/**
 * An action failed, or is done with after all: the page of its zaak follows, and so does the list of what failed. Who
 * looks after that list may not know the zaak, so it only hears that something changed.
 */
export async function meldActie(w: WriteContext, actie: Pick<ProcesActieRow, 'instantie_id'>): Promise<void> {
  const instantie = await getInstantie(w.db, actie.instantie_id)
  const zaak = (await findZaken(w.db, [instantie.zaak_id])).get(instantie.zaak_id)
  if (!zaak) return
  await meldWijziging(w, zaak, instantie)
  await emit(w, { soort: 'proces.acties-gewijzigd', onderwerpen: ['beheer', `zaak:${zaak.id}`], gegevens: {} })
}
