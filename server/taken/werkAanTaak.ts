import type { Prioriteit } from '#contract/klantcontacten.ts'
import { invalid } from '#server/platform/errors.ts'
import { emit } from '#server/platform/events/emit.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { audience, changed } from './changed.ts'
import { holdTaak, refuse } from './holdTaak.ts'
import { presentTaak } from './presentTaak.ts'
import { apply } from './regels/overgangen.ts'
import { insertNotitie, selectNotities, updateTaak } from './store.ts'
import type { TaakRow } from './tables.ts'

/** Waiting for others, or going on. */
export async function setStatus(
  w: WriteContext,
  id: string,
  versie: number,
  input: { status: 'in_uitvoering' | 'wacht_op_derden'; toelichting: string },
): Promise<TaakRow> {
  const before = await holdTaak(w, id, 'afronden', versie)
  const soort = input.status === 'wacht_op_derden' ? 'wachten' : 'doorgaan'
  const result = apply({ status: before.status, medewerkerId: before.medewerker_id }, { soort })
  if ('weigering' in result) throw refuse(result.weigering, await presentTaak(w, before))
  const after = await updateTaak(w.tx, before, { status: result.toestand.status })
  return changed(w, { event: 'taak.gewijzigd', soort: 'status', before, after, toelichting: input.toelichting })
}

/** Subject, explanation, priority or deadline. */
export async function changeTaak(
  w: WriteContext,
  id: string,
  versie: number,
  input: { onderwerp: string; toelichting: string; prioriteit: Prioriteit; deadline: string | null },
): Promise<TaakRow> {
  const before = await holdTaak(w, id, 'wijzigen', versie)
  const after = await updateTaak(w.tx, before, input)
  return changed(w, { event: 'taak.gewijzigd', soort: 'gewijzigd', before, after })
}

/** Notes are never changed: a correction is a note that points at the one it corrects, by whoever wrote that one. */
export async function addNotitie(
  w: WriteContext,
  id: string,
  input: { tekst: string; corrigeert: string | null },
): Promise<TaakRow> {
  const taak = await holdTaak(w, id, 'notitie', undefined)
  if (input.corrigeert !== null) {
    const original = (await selectNotities(w.db, id)).find((notitie) => notitie.id === input.corrigeert)
    if (original?.medewerker_id !== w.actor.medewerkerId) {
      throw invalid('corrigeert', 'onbekend', 'U kunt alleen uw eigen notitie bij deze taak verbeteren.')
    }
  }
  await insertNotitie(w.tx, {
    id: newId(),
    taak_id: id,
    tekst: input.tekst,
    corrigeert: input.corrigeert,
    medewerker_id: w.actor.medewerkerId,
    op: w.now,
  })
  await emit(w, {
    soort: 'taak.gewijzigd',
    onderwerpen: audience(undefined, taak),
    gegevens: { taakId: id, teamId: taak.team_id, partijId: taak.partij_id, notitie: true },
  })
  await logVerwerking(w, {
    actie: 'toevoegen',
    doel: 'Notitie bij taak',
    objectSoort: 'taak',
    objectId: id,
    partijIds: taak.partij_id ? [taak.partij_id] : [],
  })
  return taak
}
