import { laagsteGoedeScore } from '#contract/enquetes.ts'
import { findTeams } from '#server/beheer/index.ts'
import { conflict, notFound } from '#server/platform/errors.ts'
import { emit } from '#server/platform/events/emit.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { writeTijdlijn } from '#server/relaties/index.ts'
import { createTaak } from '#server/taken/index.ts'
import { findZaken, type ZaakRow, zaakpubliek } from '#server/zaken/index.ts'
import { hashVan } from './nodigUit.ts'
import { lockByToken, updateAntwoord } from './store.ts'
import type { EnqueteRow } from './tables.ts'
import type { Antwoord } from './vragen.ts'

/** Who answered may think again for so long. */
export const wijzigDagen = 7

/**
 * @throws 404 for a link that is unknown or too old, 409 `gesloten` when it was answered longer ago than one may change
 */
export async function beantwoord(w: WriteContext, token: string, antwoord: Antwoord): Promise<EnqueteRow> {
  const before = await lockByToken(w.tx, hashVan(token))
  if (!before || !isGeldig(before, w.now)) throw notFound()
  if (!magWijzigen(before, w.now)) throw conflict('gesloten', 'Deze vragenlijst is al ingevuld.')
  const after = await updateAntwoord(w.tx, before.id, {
    ...antwoord,
    beantwoord_op: before.beantwoord_op ?? w.now,
    gewijzigd_op: w.now,
  })
  const zaak = (await findZaken(w.db, [after.zaak_id])).get(after.zaak_id)
  if (!zaak) throw notFound()
  await putOnTijdlijn(w, after, zaak)
  // Once is enough: who thinks again and is still not content, is known already.
  if (isLaag(after) && !isLaag(before)) await vraagAandacht(w, after, zaak)
  await emit(w, {
    soort: 'enquete.beantwoord',
    onderwerpen: zaakpubliek(zaak),
    gegevens: { enqueteId: after.id, zaakId: zaak.id, partijId: after.partij_id, opgelost: after.opgelost ?? true },
  })
  await logVerwerking(w, {
    actie: 'wijzigen',
    doel: 'Klanttevredenheid meten',
    objectSoort: 'enquete',
    objectId: after.id,
    partijIds: after.partij_id ? [after.partij_id] : [],
  })
  return after
}

export const isGeldig = ({ verloopt_op }: EnqueteRow, now: Date): boolean => verloopt_op > now

export const magWijzigen = ({ beantwoord_op }: EnqueteRow, now: Date): boolean =>
  beantwoord_op === null || now.getTime() < beantwoord_op.getTime() + wijzigDagen * 24 * 3_600_000

const isLaag = ({ score, opgelost }: EnqueteRow): boolean =>
  score !== null && (score < laagsteGoedeScore || opgelost === false)

async function putOnTijdlijn(w: WriteContext, enquete: EnqueteRow, zaak: ZaakRow): Promise<void> {
  if (!enquete.partij_id || !enquete.beantwoord_op) return
  await writeTijdlijn(w, {
    partijId: enquete.partij_id,
    moment: enquete.beantwoord_op,
    soort: 'enquete',
    verwijzingId: enquete.id,
    titel: `Enquête: cijfer ${enquete.score}${enquete.opgelost === false ? ', niet opgelost' : ''}`,
    samenvatting: enquete.opmerking,
    vertrouwelijk: zaak.vertrouwelijk,
    gegevens: { zaakId: zaak.id, nummer: zaak.nummer, score: enquete.score },
  })
}

async function vraagAandacht(w: WriteContext, enquete: EnqueteRow, zaak: ZaakRow): Promise<void> {
  const team = zaak.team_id ? (await findTeams(w.db, [zaak.team_id])).get(zaak.team_id) : undefined
  if (!team?.actief) return
  const wat = enquete.opgelost === false ? 'niet opgelost' : `cijfer ${enquete.score}`
  await createTaak(w, {
    teamId: team.id,
    soort: 'enquete',
    onderwerp: `Ontevreden na ${zaak.nummer}: ${wat}`.slice(0, 200),
    toelichting: `De klant gaf een ${enquete.score} voor zaak ${zaak.nummer}, ${zaak.omschrijving}.\n\n${enquete.opmerking}`,
    prioriteit: enquete.opgelost === false ? 'hoog' : 'normaal',
    termijnWerkdagen: 2,
    partijId: zaak.partij_id,
    eenheidId: zaak.eenheid_id,
    zaakId: zaak.id,
    vertrouwelijk: zaak.vertrouwelijk,
  })
}
