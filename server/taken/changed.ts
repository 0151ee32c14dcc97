import { emit } from '#server/platform/events/emit.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { indexZoekItem } from '#server/platform/search/index.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { findPartij, writeTijdlijn } from '#server/relaties/index.ts'
import { insertHistorie } from './store.ts'
import type { TaakHistorieRow, TaakRow } from './tables.ts'
import { tijdlijnItemVan } from './tijdlijnitem.ts'
import { difference } from './verschil.ts'
import { zoekItemVanTaak } from './zoekbron.ts'

type Gebeurtenis =
  | 'taak.aangemaakt'
  | 'taak.opgepakt'
  | 'taak.teruggegeven'
  | 'taak.toegewezen'
  | 'taak.gewijzigd'
  | 'taak.afgerond'

/**
 * Everything that follows from one change of a taak, in its transaction: the history line, search, tijdlijn, the
 * verwerkingenlog, and the event to the team it was with, the team it is with, and whose it was and is.
 */
export async function changed(
  w: WriteContext,
  change: {
    event: Gebeurtenis
    soort: TaakHistorieRow['soort']
    before?: TaakRow
    after: TaakRow
    toelichting?: string
  },
): Promise<TaakRow> {
  const { before, after } = change
  await insertHistorie(w.tx, {
    taak_id: after.id,
    soort: change.soort,
    ...difference(before, after),
    toelichting: change.toelichting ?? '',
    medewerker_id: w.actor.medewerkerId,
    op: w.now,
  })
  await indexTaak(w, after)
  if (after.partij_id) await writeTijdlijn(w, tijdlijnItemVan(after, after.partij_id))
  await emit(w, {
    soort: change.event,
    onderwerpen: audience(before, after),
    gegevens: {
      taakId: after.id,
      teamId: after.team_id,
      partijId: after.partij_id,
      zaakId: after.zaak_id,
      medewerkerId: after.medewerker_id,
      versie: after.versie,
    },
  })
  await logVerwerking(w, {
    actie: before ? 'wijzigen' : 'toevoegen',
    doel: `Taak: ${change.soort}`,
    objectSoort: 'taak',
    objectId: after.id,
    partijIds: after.partij_id ? [after.partij_id] : [],
  })
  return after
}

/** Of a confidential one the klant stays unnamed: everybody who may read klanten hears `partij:`. */
export function audience(before: TaakRow | undefined, after: TaakRow): string[] {
  const topics = [before, after].flatMap((taak) => [
    taak && `team:${taak.team_id}`,
    taak && `taak:${taak.id}`,
    taak?.medewerker_id && `medewerker:${taak.medewerker_id}`,
    taak?.partij_id && !taak.vertrouwelijk && `partij:${taak.partij_id}`,
  ])
  return [...new Set(topics.filter((topic) => typeof topic === 'string'))]
}

async function indexTaak(w: WriteContext, taak: TaakRow): Promise<void> {
  const partij = taak.partij_id ? await findPartij(w.db, taak.partij_id) : undefined
  await indexZoekItem(w, zoekItemVanTaak(taak, partij?.naam))
}
