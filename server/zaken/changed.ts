import { zaakStatusNamen } from '#contract/zaken.ts'
import { emit } from '#server/platform/events/emit.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { indexUitBron } from '#server/platform/search/zoekbron.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { writeTijdlijn } from '#server/relaties/index.ts'
import type { ZaakRow } from './tables.ts'
import { zaakBron } from './zoekbron.ts'

type Gebeurtenis = 'zaak.geopend' | 'zaak.gewijzigd' | 'zaak.afgesloten'

/**
 * Everything that follows from one change of a zaak, in its transaction: search, tijdlijn, the verwerkingenlog, and the
 * event.
 */
export async function changed(
  w: WriteContext,
  change: { event: Gebeurtenis; before?: ZaakRow; after: ZaakRow; wat: string },
): Promise<ZaakRow> {
  const { before, after } = change
  await indexUitBron(w, zaakBron, after.id)
  await putOnTijdlijn(w, after)
  await emit(w, {
    soort: change.event,
    onderwerpen: audience(after, before),
    gegevens: {
      zaakId: after.id,
      zaaktype: after.zaaktype,
      status: after.status,
      wachtOp: after.wacht_op,
      partijId: after.partij_id,
      teamId: after.team_id,
      versie: after.versie,
    },
  })
  await logVerwerking(w, {
    actie: before ? 'wijzigen' : 'toevoegen',
    doel: `Zaak: ${change.wat}`,
    objectSoort: 'zaak',
    objectId: after.id,
    partijIds: after.partij_id ? [after.partij_id] : [],
  })
  return after
}

/** A confidential one is heard by who handles it only: everybody who may read klanten hears `partij:`. */
export function audience(...rows: (ZaakRow | undefined)[]): string[] {
  const topics = rows.flatMap((zaak) => [
    zaak && `zaak:${zaak.id}`,
    zaak?.team_id && `team:${zaak.team_id}`,
    zaak?.behandelaar_id && `medewerker:${zaak.behandelaar_id}`,
    zaak?.partij_id && !rows.some((each) => each?.vertrouwelijk) && `partij:${zaak.partij_id}`,
  ])
  return [...new Set(topics.filter((topic) => typeof topic === 'string'))]
}

/** One row per zaak, on the klant it is about, that moves along with its state. */
async function putOnTijdlijn(w: WriteContext, zaak: ZaakRow): Promise<void> {
  if (!zaak.partij_id) return
  await writeTijdlijn(w, {
    partijId: zaak.partij_id,
    soort: 'zaak',
    verwijzingId: zaak.id,
    moment: zaak.ontvangen_op,
    titel: zaak.omschrijving,
    samenvatting: zaak.toelichting,
    kanaal: zaak.kanaal,
    medewerkerId: zaak.behandelaar_id,
    zichtbaarInPortaal: zaak.zichtbaar_in_portaal && !zaak.vertrouwelijk,
    vertrouwelijk: zaak.vertrouwelijk,
    gegevens: {
      nummer: zaak.nummer,
      zaaktype: zaak.zaaktype,
      zaaktypeNaam: zaak.zaaktype_naam,
      status: zaak.status,
      statusNaam: zaak.status_naam || zaakStatusNamen[zaak.status],
      wachtOp: zaak.wacht_op,
      resultaatNaam: zaak.resultaat_naam,
    },
  })
}
