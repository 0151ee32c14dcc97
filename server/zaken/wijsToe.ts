import { findMedewerkers, findTeams } from '#server/beheer/index.ts'
import { invalid } from '#server/platform/errors.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { changed } from './changed.ts'
import { holdZaak } from './holdZaak.ts'
import { selectBeklaagden, updateZaak } from './store.ts'
import type { ZaakRow } from './tables.ts'

export type Toewijzing = {
  teamId?: string
  behandelaarId?: string
  /** Only ever more: taking it away is for a person with the right to do so. */
  vertrouwelijk?: true
}

/**
 * Says who handles the zaak, and that few may see it. What is left out stays as it is.
 * @throws 400 for a team or medewerker that is not there, and for who is complained about
 */
export async function wijsToe(w: WriteContext, zaakId: string, input: Toewijzing): Promise<ZaakRow> {
  const before = await holdZaak(w, zaakId)
  const { teamId, behandelaarId } = input
  if (teamId && !(await findTeams(w.db, [teamId])).get(teamId)?.actief)
    throw invalid('teamId', 'onbekend', 'Kies een team dat bestaat.')
  if (behandelaarId) {
    const werkt = (await findMedewerkers(w.db, [behandelaarId])).get(behandelaarId)?.actief
    // The same sentence for both, as on the screen of the zaak: that he is complained about is not told.
    if (!werkt || (await selectBeklaagden(w.db, zaakId)).includes(behandelaarId))
      throw invalid('behandelaarId', 'onbekend', 'Deze medewerker kan de zaak niet behandelen.')
  }
  const after = await updateZaak(w.tx, before, {
    team_id: teamId ?? before.team_id,
    behandelaar_id: behandelaarId ?? before.behandelaar_id,
    vertrouwelijk: input.vertrouwelijk ?? before.vertrouwelijk,
    gewijzigd_op: w.now,
  })
  return changed(w, { event: 'zaak.gewijzigd', before, after, wat: 'toegewezen' })
}
