import type { BodyOf } from '#contract/endpoint.ts'
import type * as contract from '#contract/portaal/zaken.ts'
import { findTeamByCode } from '#server/beheer/index.ts'
import { conflict } from '#server/platform/errors.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { neemKlantbestanden, signaleer } from '#server/processen/index.ts'
import { createTaak } from '#server/taken/index.ts'
import { linkKlantcontact } from '#server/zaken/index.ts'
import { schrijfPost } from '../contact/stelVraag.ts'
import { alsSysteem } from '../http.ts'
import type { Toegang } from '../toegang/toegang.ts'
import type { Gelezen } from './rijen.ts'
import { kan } from './rijen.ts'
import { eisGelezen } from './zaak.ts'

/**
 * He adds words and files to a running zaak. When the process waits for that it goes on by itself; otherwise the team of
 * the zaak gets it as work, for nobody reads a case that waits for something else.
 * @throws 404, 409 `gesloten`
 */
export async function vulAan(
  w: WriteContext,
  toegang: Toegang,
  id: string,
  { tekst, bestanden }: BodyOf<typeof contract.vulPortaalZaakAan>,
): Promise<void> {
  const gelezen = await eisGelezen(w, toegang, id)
  if (gelezen.zaak.afgesloten_op !== null) throw voorbij(gelezen)
  await schrijfBij(w, toegang, gelezen, { tekst, bestanden, onderwerp: `Aanvulling bij ${gelezen.zaak.omschrijving}` })
  const bericht = gelezen.portaal?.acties.aanvullen
  if (bericht && gelezen.stand?.berichten.has(bericht)) await vertel(w, gelezen, bericht, { aanvulling: tekst })
  else await geefAanTeam(w, toegang, gelezen, tekst)
}

/** @throws 404, 409 `wacht-niet` when it can no longer be taken back */
export async function trekIn(
  w: WriteContext,
  toegang: Toegang,
  id: string,
  { reden }: BodyOf<typeof contract.trekPortaalZaakIn>,
): Promise<void> {
  const gelezen = await eisGelezen(w, toegang, id)
  if (!kan(gelezen.portaal, gelezen.stand, 'intrekken'))
    throw conflict('wacht-niet', 'Dit kunt u nu niet meer intrekken. Bel ons als er iets verandert.')
  await schrijfBij(w, toegang, gelezen, {
    tekst: reden || 'Ik trek dit in.',
    bestanden: [],
    onderwerp: `Ingetrokken: ${gelezen.zaak.omschrijving}`,
  })
  await vertel(w, gelezen, gelezen.portaal?.acties.intrekken, { ingetrokkenReden: reden })
}

/** @throws 404, 409 `wacht-niet` when the process asks it no more */
export async function meldNietOpgelost(
  w: WriteContext,
  toegang: Toegang,
  id: string,
  { tekst, bestanden }: BodyOf<typeof contract.meldTochNietOpgelost>,
): Promise<void> {
  const gelezen = await eisGelezen(w, toegang, id)
  if (!kan(gelezen.portaal, gelezen.stand, 'tochNietOpgelost'))
    throw conflict('wacht-niet', 'Dit is al te lang geleden. Meld het opnieuw, of stel ons een vraag.')
  await schrijfBij(w, toegang, gelezen, {
    tekst,
    bestanden,
    onderwerp: `Toch niet opgelost: ${gelezen.zaak.omschrijving}`,
  })
  await vertel(w, gelezen, gelezen.portaal?.acties.tochNietOpgelost, { nietOpgelost: tekst })
}

/** @throws 404, 409 `wacht-niet` */
export async function verzet(w: WriteContext, toegang: Toegang, id: string): Promise<void> {
  const gelezen = await eisGelezen(w, toegang, id)
  if (!kan(gelezen.portaal, gelezen.stand, 'verzetten'))
    throw conflict('wacht-niet', 'Deze afspraak kunt u hier niet meer verzetten. Bel ons.')
  await vertel(w, gelezen, gelezen.portaal?.acties.verzetten, {})
}

const voorbij = ({ zaak }: Gelezen) =>
  conflict('gesloten', `Zaak ${zaak.nummer} is klaar. Stel een nieuwe vraag als er nog iets is.`)

/** @throws 409 when it does not wait for it any more: somebody was first */
async function vertel(
  w: WriteContext,
  { zaak }: Gelezen,
  naam: string | undefined,
  gegevens: Record<string, unknown>,
): Promise<void> {
  const gehoord =
    naam !== undefined && (await signaleer(alsSysteem(w), { zaakId: zaak.id, soort: 'bericht', naam, gegevens }))
  if (!gehoord) throw conflict('stap-voorbij', 'Er is intussen iets veranderd. Kijk hoe uw zaak er nu voor staat.')
}

/** What he says is a contact of his own, with the zaak; his files are documents of it. */
async function schrijfBij(
  w: WriteContext,
  toegang: Toegang,
  { zaak }: Gelezen,
  { tekst, bestanden, onderwerp }: { tekst: string; bestanden: { id: string; naam: string }[]; onderwerp: string },
): Promise<void> {
  await neemKlantbestanden(w, zaak.id, bestanden)
  const post = await schrijfPost(w, toegang, { onderwerpIds: [], onderwerp: onderwerp.slice(0, 80), tekst })
  await linkKlantcontact(alsSysteem(w), zaak.id, post.id)
}

async function geefAanTeam(w: WriteContext, toegang: Toegang, { zaak, stand }: Gelezen, tekst: string): Promise<void> {
  const code = stand?.geladen.model.team
  const teamId = zaak.team_id ?? (code ? (await findTeamByCode(w.db, code))?.id : undefined)
  if (!teamId) throw conflict('geen-team', 'Wij kunnen dit hier nu niet aannemen. Bel ons, dan helpen wij u.')
  await createTaak(alsSysteem(w), {
    teamId,
    soort: zaak.zaaktype,
    onderwerp: `Aanvulling van de klant: ${zaak.omschrijving}`.slice(0, 200),
    toelichting: tekst,
    termijnWerkdagen: 2,
    partijId: toegang.partijId,
    eenheidId: zaak.eenheid_id,
    zaakId: zaak.id,
    vertrouwelijk: zaak.vertrouwelijk,
  })
}
