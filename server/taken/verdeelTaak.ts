import { findMedewerkers, findTeams, isLid } from '#server/beheer/index.ts'
import { invalid } from '#server/platform/errors.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { changed } from './changed.ts'
import { holdTaak } from './holdTaak.ts'
import { updateTaak } from './store.ts'
import type { TaakRow } from './tables.ts'

const free = { status: 'niet_gestart', medewerker_id: null, opgepakt_op: null } as const

/** Back to the whole team, with a note for who takes it next. */
export async function releaseTaak(w: WriteContext, id: string, versie: number, toelichting: string): Promise<TaakRow> {
  const before = await holdTaak(w, id, 'teruggeven', versie)
  const after = await updateTaak(w.tx, before, free)
  return changed(w, { event: 'taak.teruggegeven', soort: 'teruggegeven', before, after, toelichting })
}

/** The coördinator gives it to a team, or to one of its members; that person still begins it himself. */
export async function assignTaak(
  w: WriteContext,
  id: string,
  versie: number,
  input: { teamId: string; medewerkerId: string | null; toelichting: string },
): Promise<TaakRow> {
  const before = await holdTaak(w, id, 'verdelen', versie)
  await requireTeam(w, input.teamId)
  if (input.medewerkerId) await requireLid(w, input.teamId, input.medewerkerId)
  const after = await updateTaak(w.tx, before, {
    ...free,
    team_id: input.teamId,
    medewerker_id: input.medewerkerId,
  })
  return changed(w, {
    event: 'taak.toegewezen',
    soort: 'toegewezen',
    before,
    after,
    toelichting: input.toelichting,
  })
}

/** It came to the wrong team: on to the right one, without going back through who sent it. */
export async function forwardTaak(
  w: WriteContext,
  id: string,
  versie: number,
  input: { teamId: string; toelichting: string },
): Promise<TaakRow> {
  const before = await holdTaak(w, id, 'doorzetten', versie)
  await requireTeam(w, input.teamId)
  if (input.teamId === before.team_id) {
    throw invalid('teamId', 'zelfde', 'De taak is al bij dit team. Kies een ander team, of geef de taak terug.')
  }
  const after = await updateTaak(w.tx, before, { ...free, team_id: input.teamId })
  return changed(w, { event: 'taak.toegewezen', soort: 'doorgezet', before, after, toelichting: input.toelichting })
}

async function requireTeam(w: WriteContext, teamId: string): Promise<void> {
  if (!(await findTeams(w.db, [teamId])).get(teamId)?.actief)
    throw invalid('teamId', 'onbekend', 'Kies een team dat bestaat.')
}

async function requireLid(w: WriteContext, teamId: string, medewerkerId: string): Promise<void> {
  const medewerker = (await findMedewerkers(w.db, [medewerkerId])).get(medewerkerId)
  if (!medewerker?.actief || !(await isLid(w.db, teamId, medewerkerId))) {
    throw invalid('medewerkerId', 'geen-lid', 'Kies iemand die nu lid is van dit team.')
  }
}
