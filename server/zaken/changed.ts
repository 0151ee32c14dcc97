import { zaakStatusNamen } from '#contract/zaken.ts'
import { emit } from '#server/platform/events/emit.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { indexUitBron } from '#server/platform/search/zoekbron.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { updateTijdlijn, writeTijdlijn } from '#server/relaties/index.ts'
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
  await putOnTijdlijn(w, before, after)
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
async function putOnTijdlijn(w: WriteContext, before: ZaakRow | undefined, after: ZaakRow): Promise<void> {
  const row = {
    moment: after.ontvangen_op,
    titel: after.omschrijving,
    samenvatting: after.toelichting,
    kanaal: after.kanaal,
    medewerkerId: after.behandelaar_id,
    zichtbaarInPortaal: after.zichtbaar_in_portaal && !after.vertrouwelijk,
    vertrouwelijk: after.vertrouwelijk,
    gegevens: {
      nummer: after.nummer,
      zaaktype: after.zaaktype,
      zaaktypeNaam: after.zaaktype_naam,
      status: after.status,
      statusNaam: after.status_naam || zaakStatusNamen[after.status],
      wachtOp: after.wacht_op,
      resultaatNaam: after.resultaat_naam,
    },
  }
  if (before?.partij_id === after.partij_id) {
    await updateTijdlijn(w, { verwijzingId: after.id, soort: 'zaak' }, row)
  } else if (after.partij_id) {
    await writeTijdlijn(w, { partijId: after.partij_id, soort: 'zaak', verwijzingId: after.id, ...row })
  }
}
