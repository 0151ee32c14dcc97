import type { Prioriteit } from '#contract/klantcontacten.ts'
import { deadlineNa, erfAfscherming, findTeams, kalenderVan } from '#server/beheer/index.ts'
import { invalid } from '#server/platform/errors.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { changed } from './changed.ts'
import { insertTaak } from './store.ts'
import type { TaakRow } from './tables.ts'

export type NewTaak = {
  teamId: string
  onderwerp: string
  soort?: string
  toelichting?: string
  prioriteit?: Prioriteit
  /** Counted on the calendar of the organisatie from now; null: no deadline. */
  termijnWerkdagen?: number | null
  partijId?: string | null
  klantcontactId?: string | null
  eenheidId?: string | null
  zaakId?: string | null
  /** Who it is for, of those who are in the team now; default: the whole team. */
  medewerkerId?: string | null
  /** The customer was told that he will hear from us. */
  belofte?: boolean
  vertrouwelijk?: boolean
}

/** A taak for a whole team: every current member sees it, nobody has it yet. */
export async function createTaak(w: WriteContext, input: NewTaak): Promise<TaakRow> {
  const team = (await findTeams(w.db, [input.teamId])).get(input.teamId)
  if (!team?.actief) throw invalid('teamId', 'onbekend', 'Kies een team dat bestaat.')
  const termijn = input.termijnWerkdagen ?? null
  const after = await insertTaak(w.tx, {
    id: newId(),
    soort: input.soort ?? '',
    onderwerp: input.onderwerp,
    toelichting: input.toelichting ?? '',
    status: 'niet_gestart',
    prioriteit: input.prioriteit ?? 'normaal',
    team_id: team.id,
    medewerker_id: input.medewerkerId ?? null,
    partij_id: input.partijId ?? null,
    klantcontact_id: input.klantcontactId ?? null,
    eenheid_id: input.eenheidId ?? null,
    zaak_id: input.zaakId ?? null,
    belofte: input.belofte ?? false,
    belofte_ingelost_op: null,
    terugkoppeling_id: null,
    vertrouwelijk: input.vertrouwelijk ?? false,
    termijn_werkdagen: termijn,
    deadline: termijn === null ? null : deadlineNa(await kalenderVan(w.db), w.now, termijn),
    uitkomst: '',
    aangemaakt_op: w.now,
    aangemaakt_door: w.actor.medewerkerId,
    opgepakt_op: null,
    afgerond_op: null,
    afgerond_door: null,
  })
  await erfAfscherming(w, { van: [after.zaak_id, after.klantcontact_id], objectSoort: 'taak', objectId: after.id })
  return changed(w, { event: 'taak.aangemaakt', soort: 'aangemaakt', after })
}
