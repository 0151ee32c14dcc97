import type { BodyOf } from '#contract/endpoint.ts'
import type { updateZaak as UpdateZaak } from '#contract/zaken.ts'
import { findMedewerkers, findTeams } from '#server/beheer/index.ts'
import { forbidden, type InvalidParam, invalidParams, stale } from '#server/platform/errors.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { changed } from './changed.ts'
import { holdZaak } from './holdZaak.ts'
import { presentZaak } from './presentZaak.ts'
import { magVertrouwelijkheid, magZaakBehandelen } from './regels/magZaak.ts'
import { selectBeklaagden, updateZaak } from './store.ts'
import type { ZaakRow } from './tables.ts'

/** What an employee changes himself: the explanation, who handles it, and who may see it. */
export async function changeZaak(
  w: WriteContext,
  id: string,
  versie: number,
  input: BodyOf<typeof UpdateZaak>,
): Promise<ZaakRow> {
  const before = await holdZaak(w, id)
  if (!magZaakBehandelen(w.actor, before)) throw forbidden()
  if (before.vertrouwelijk !== input.vertrouwelijk && !magVertrouwelijkheid(w.actor, before)) throw forbidden()
  if (before.versie !== versie) throw stale(await presentZaak(w, before))
  await checkWie(w, before, input)
  const after = await updateZaak(w.tx, before, {
    toelichting: input.toelichting,
    team_id: input.teamId,
    behandelaar_id: input.behandelaarId,
    zichtbaar_in_portaal: input.zichtbaarInPortaal,
    vertrouwelijk: input.vertrouwelijk,
    gewijzigd_op: w.now,
  })
  return changed(w, { event: 'zaak.gewijzigd', before, after, wat: 'gewijzigd' })
}

/** Only what changes is checked: a team that was closed since then may stay where it stands. */
async function checkWie(w: WriteContext, before: ZaakRow, input: BodyOf<typeof UpdateZaak>): Promise<void> {
  const params: InvalidParam[] = []
  const { teamId, behandelaarId } = input
  if (teamId && teamId !== before.team_id && !(await findTeams(w.db, [teamId])).get(teamId)?.actief)
    params.push({ name: 'teamId', code: 'onbekend', reason: 'Kies een team dat bestaat.' })
  if (behandelaarId && behandelaarId !== before.behandelaar_id) {
    const werkt = (await findMedewerkers(w.db, [behandelaarId])).get(behandelaarId)?.actief
    const beklaagd = (await selectBeklaagden(w.db, before.id)).includes(behandelaarId)
    // The same sentence for both: that he is complained about is not for this screen.
    if (!werkt || beklaagd)
      params.push({ name: 'behandelaarId', code: 'onbekend', reason: 'Deze medewerker kan de zaak niet behandelen.' })
  }
  if (params.length > 0) throw invalidParams(params)
}
