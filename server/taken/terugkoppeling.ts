import type { Terugkoppeling } from '#contract/taken.ts'
import { findKanaal } from '#server/beheer/index.ts'
import { findKlantcontacten, registerKlantcontact } from '#server/klantcontacten/index.ts'
import { invalid, notFound } from '#server/platform/errors.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { changed } from './changed.ts'
import { lockOpenBeloften, lockTaak, updateTaak } from './store.ts'
import type { TaakRow } from './tables.ts'

/**
 * Registers what the customer was told, as the answer to the question the taak came from.
 * @param field where the form has it, for the names of field errors; '' when it is the whole body
 * @returns the taak as it is afterwards
 */
export async function registerTerugkoppeling(
  w: WriteContext,
  taak: TaakRow,
  input: Terugkoppeling,
  field: string,
): Promise<TaakRow> {
  const name = (part: string) => [field, part].filter(Boolean).join('.')
  if (!taak.partij_id)
    throw invalid(field || 'antwoord', 'geen-klant', 'Deze taak heeft geen klant om terug te koppelen.')
  if (!(await findKanaal(w.db, input.kanaalCode))?.actief) {
    throw invalid(name('kanaalCode'), 'onbekend', 'Kies een kanaal.')
  }
  const question = taak.klantcontact_id
    ? (await findKlantcontacten(w.db, [taak.klantcontact_id])).get(taak.klantcontact_id)
    : undefined
  if (input.toonInPortaal && (question?.vertrouwelijk || taak.vertrouwelijk)) {
    throw invalid(name('toonInPortaal'), 'vertrouwelijk', 'Een vertrouwelijk contact kan niet in het klantportaal.')
  }
  const post = await registerKlantcontact(w, {
    gesprekId: newId(),
    partijId: taak.partij_id,
    type: 'terugkoppeling',
    kanaalCode: input.kanaalCode,
    richting: input.richting,
    onderwerp: input.onderwerp,
    antwoord: input.antwoord,
    interneNotitie: input.interneNotitie,
    toonInPortaal: input.toonInPortaal,
    vertrouwelijk: taak.vertrouwelijk,
    contactGelukt: input.contactGelukt,
    ...(question && { antwoordOpPost: question, detailsoort: question.detailsoort }),
    koppelingen: taak.eenheid_id ? [{ soort: 'eenheid', objectId: taak.eenheid_id, omschrijving: '' }] : [],
  })
  // The post told `hear.ts` already when it answers a question; a loose taak has none.
  const now = await lockTaak(w.tx, taak.id)
  if (!now) throw notFound()
  if (now.belofte_ingelost_op !== null || !input.contactGelukt) return now
  return settle(w, now, post.id)
}

/** Every promise made at this question is kept: the customer has heard from us. */
export async function settleBeloften(w: WriteContext, questionId: string, terugkoppelingId: string): Promise<void> {
  for (const taak of await lockOpenBeloften(w.tx, [questionId])) await settle(w, taak, terugkoppelingId)
}

async function settle(w: WriteContext, before: TaakRow, terugkoppelingId: string): Promise<TaakRow> {
  const after = await updateTaak(w.tx, before, {
    terugkoppeling_id: terugkoppelingId,
    ...(before.belofte && { belofte_ingelost_op: w.now }),
  })
  return changed(w, { event: 'taak.gewijzigd', soort: 'teruggekoppeld', before, after })
}
