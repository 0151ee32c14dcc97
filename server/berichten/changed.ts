import { emit } from '#server/platform/events/emit.ts'
import { systemActor, type WriteContext } from '#server/platform/http/context.ts'
import { toTekst } from '#server/platform/markdown/tekst.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { updateTijdlijn, writeTijdlijn } from '#server/relaties/index.ts'
import { inPortaal } from './regels/inPortaal.ts'
import type { BerichtRow } from './tables.ts'

type Gebeurtenis =
  | 'bericht.klaargezet'
  | 'bericht.verstuurd'
  | 'bericht.mislukt'
  | 'bericht.teruggekomen'
  | 'bericht.gelezen'

/** What follows from a new or changed message: its row on the tijdlijn, the event and the verwerkingenlog. */
export async function changed(w: WriteContext, bericht: BerichtRow, soort: Gebeurtenis): Promise<BerichtRow> {
  const nieuw = bericht.versie === 1
  await putOnTijdlijn(w, bericht, nieuw)
  await emit(w, {
    soort,
    onderwerpen: [
      `bericht:${bericht.id}`,
      ...(bericht.zaak_id ? [`zaak:${bericht.zaak_id}`] : []),
      ...(bericht.partij_id && !bericht.vertrouwelijk ? [`partij:${bericht.partij_id}`] : []),
    ],
    gegevens: {
      berichtId: bericht.id,
      zaakId: bericht.zaak_id,
      partijId: bericht.partij_id,
      kanaal: bericht.kanaal,
      status: bericht.status,
    },
  })
  await logVerwerking(w, {
    actie: nieuw ? 'toevoegen' : 'wijzigen',
    doel: `Bericht ${bericht.status} (${bericht.kanaal})`,
    objectSoort: 'bericht',
    objectId: bericht.id,
    partijIds: bericht.partij_id ? [bericht.partij_id] : [],
  })
  return bericht
}

async function putOnTijdlijn(w: WriteContext, bericht: BerichtRow, nieuw: boolean): Promise<void> {
  const row = {
    moment: bericht.verstuurd_op ?? bericht.aangemaakt_op,
    titel: bericht.onderwerp,
    kanaal: bericht.kanaal,
    vertrouwelijk: bericht.vertrouwelijk,
    gegevens: {
      status: bericht.status,
      formeel: bericht.formeel,
      zaakId: bericht.zaak_id,
      ...(bericht.gelezen_op && { gelezenOp: bericht.gelezen_op.toISOString() }),
      ...(bericht.teruggekomen_op && { teruggekomenOp: bericht.teruggekomen_op.toISOString() }),
    },
  }
  if (!nieuw) return updateTijdlijn(w, { verwijzingId: bericht.id, soort: 'bericht' }, row)
  // A code to sign in with is no history of a klant.
  if (!bericht.partij_id || bericht.doel === 'aanmelden') return
  await writeTijdlijn(w, {
    partijId: bericht.partij_id,
    soort: 'bericht',
    verwijzingId: bericht.id,
    samenvatting: toTekst(bericht.tekst).slice(0, 400),
    richting: 'uitgaand',
    // What the system sent by itself, was sent by no medewerker.
    medewerkerId: bericht.aangemaakt_door === systemActor.medewerkerId ? null : bericht.aangemaakt_door,
    zichtbaarInPortaal: inPortaal(bericht),
    ...row,
  })
}
