import { emit } from '#server/platform/events/emit.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import type { AfspraakRow } from './tables.ts'

/** What follows from a new or changed appointment: the event and the verwerkingenlog. */
export async function changed(w: WriteContext, afspraak: AfspraakRow): Promise<AfspraakRow> {
  await emit(w, {
    soort: 'afspraak.gewijzigd',
    onderwerpen: [`zaak:${afspraak.zaak_id}`],
    gegevens: {
      afspraakId: afspraak.id,
      zaakId: afspraak.zaak_id,
      partijId: afspraak.partij_id,
      status: afspraak.status,
      begin: afspraak.begin.toISOString(),
    },
  })
  await logVerwerking(w, {
    actie: afspraak.versie === 1 ? 'toevoegen' : 'wijzigen',
    doel: `Afspraak ${afspraak.status}`,
    objectSoort: 'afspraak',
    objectId: afspraak.id,
    partijIds: afspraak.partij_id ? [afspraak.partij_id] : [],
  })
  return afspraak
}
