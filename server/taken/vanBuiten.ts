import { findTeams } from '#server/beheer/index.ts'
import { invalid, notFound } from '#server/platform/errors.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { changed } from './changed.ts'
import { isGesloten } from './regels/overgangen.ts'
import { lockTaak, updateTaak } from './store.ts'
import type { TaakRow } from './tables.ts'

export type TaakVanBuiten = {
  onderwerp?: string
  toelichting?: string
  klantcontactId?: string
  partijId?: string | null
  /** With whom it is from now on; a medewerker keeps it in hand when it was begun. */
  bij?: { teamId: string; medewerkerId: string | null }
  /** Done, or open again. */
  afgerondOp?: Date | null
}

/**
 * What other software changes of a taak, whoever has it: it may not claim or divide, but it tells that the work was
 * done elsewhere, or for whom it is. Rights have been decided by who calls.
 */
export async function wijzigTaakVanBuiten(w: WriteContext, id: string, input: TaakVanBuiten): Promise<TaakRow> {
  const before = await lockTaak(w.tx, id)
  if (!before) throw notFound()
  if (input.bij && !(await findTeams(w.db, [input.bij.teamId])).get(input.bij.teamId)?.actief)
    throw invalid('toegewezenAanActoren', 'onbekend', 'Dit team is er niet (meer).')
  const after = await updateTaak(w.tx, before, {
    ...(input.onderwerp !== undefined && { onderwerp: input.onderwerp }),
    ...(input.toelichting !== undefined && { toelichting: input.toelichting }),
    ...(input.klantcontactId !== undefined && { klantcontact_id: input.klantcontactId }),
    ...(input.partijId !== undefined && { partij_id: input.partijId }),
    ...(input.bij && bij(before, input.bij)),
    ...(input.afgerondOp !== undefined && afronding(w, before, input.afgerondOp)),
  })
  const sluit = input.afgerondOp && !isGesloten(before.status)
  return await changed(w, {
    event: sluit ? 'taak.afgerond' : input.bij ? 'taak.toegewezen' : 'taak.gewijzigd',
    soort: sluit ? 'afgerond' : input.bij ? 'toegewezen' : 'gewijzigd',
    before,
    after,
  })
}

/**
 * It need not be done any more, and no contact points at it. The row stays: who did what and when can always be told.
 */
export async function laatTaakVervallen(w: WriteContext, id: string, uitkomst: string): Promise<TaakRow> {
  const before = await lockTaak(w.tx, id)
  if (!before) throw notFound()
  const gesloten = isGesloten(before.status)
  const after = await updateTaak(w.tx, before, {
    klantcontact_id: null,
    ...(!gesloten && { status: 'geannuleerd', uitkomst, afgerond_op: w.now, afgerond_door: w.actor.medewerkerId }),
  })
  return await changed(w, {
    event: gesloten ? 'taak.gewijzigd' : 'taak.afgerond',
    soort: gesloten ? 'gewijzigd' : 'geannuleerd',
    before,
    after,
    toelichting: uitkomst,
  })
}

function bij(before: TaakRow, { teamId, medewerkerId }: { teamId: string; medewerkerId: string | null }) {
  if (before.team_id === teamId && before.medewerker_id === medewerkerId) return {}
  const open = isGesloten(before.status) ? {} : { status: 'niet_gestart' as const, opgepakt_op: null }
  return { team_id: teamId, medewerker_id: medewerkerId, ...open }
}

function afronding(w: WriteContext, before: TaakRow, op: Date | null) {
  if (op === null) return { status: 'niet_gestart' as const, afgerond_op: null, afgerond_door: null }
  return {
    ...(!isGesloten(before.status) && { status: 'afgerond' as const, afgerond_door: w.actor.medewerkerId }),
    afgerond_op: op,
  }
}
