import type { TaakMag } from '#contract/taken.ts'
import { findMedewerkers } from '#server/beheer/index.ts'
import { conflict, type DomainError, notFound, stale } from '#server/platform/errors.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { presentTaak } from './presentTaak.ts'
import { magMetTaak, mayViewTaak } from './regels/mayTaak.ts'
import type { Weigering } from './regels/overgangen.ts'
import { lockTaak } from './store.ts'
import type { TaakRow } from './tables.ts'

/**
 * The taak, held until the end of the transaction, for one action on it.
 * Checked in this order, before anything is written: exists and may be seen, same version, may be done.
 */
export async function holdTaak(
  w: WriteContext,
  id: string,
  action: keyof TaakMag,
  versie: number | undefined,
): Promise<TaakRow> {
  const taak = await lockTaak(w.tx, id)
  if (!taak || !mayViewTaak(w.actor, taak)) throw notFound()
  if (versie !== undefined && taak.versie !== versie) throw stale(await presentTaak(w, taak))
  if (!magMetTaak(w.actor, taak)[action]) throw await whyNot(w, taak)
  return taak
}

/** The sentence for who is too late, or works on what another has. */
export async function whyNot(w: WriteContext, taak: TaakRow): Promise<DomainError> {
  const huidig = await presentTaak(w, taak)
  if (taak.status === 'afgerond') return conflict('gesloten', 'Deze taak is al afgerond.', huidig)
  if (taak.status === 'geannuleerd') return conflict('gesloten', 'Deze taak is geannuleerd.', huidig)
  if (taak.medewerker_id === null) return refuse('niet-opgepakt', huidig)
  const naam = (await findMedewerkers(w.db, [taak.medewerker_id])).get(taak.medewerker_id)?.naam ?? 'een collega'
  return conflict('bij-een-ander', `Deze taak is bij ${naam}.`, huidig)
}

export function refuse(weigering: Weigering, huidig: unknown): DomainError {
  return conflict(weigering, sentences[weigering], huidig)
}

const sentences: Record<Weigering, string> = {
  gesloten: 'Deze taak is al gesloten.',
  'al-opgepakt': 'Deze taak is al opgepakt.',
  'niet-opgepakt': 'Neem de taak eerst zelf in behandeling.',
}
