import type { Terugkoppeling } from '#contract/taken.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { changed } from './changed.ts'
import { holdTaak } from './holdTaak.ts'
import { updateTaak } from './store.ts'
import type { TaakRow } from './tables.ts'
import { registerTerugkoppeling } from './terugkoppeling.ts'

/**
 * Done: the outcome is kept, and what the customer was told becomes a second klantcontact in the same transaction.
 * Without a terugkoppeling a promise stays open, whatever the status says.
 */
export async function finishTaak(
  w: WriteContext,
  id: string,
  versie: number,
  input: { uitkomst: string; terugkoppeling: Terugkoppeling | null },
): Promise<TaakRow> {
  const held = await holdTaak(w, id, 'afronden', versie)
  const before = input.terugkoppeling
    ? await registerTerugkoppeling(w, held, input.terugkoppeling, 'terugkoppeling')
    : held
  const after = await updateTaak(w.tx, before, {
    status: 'afgerond',
    uitkomst: input.uitkomst,
    afgerond_op: w.now,
    afgerond_door: w.actor.medewerkerId,
  })
  return changed(w, { event: 'taak.afgerond', soort: 'afgerond', before, after, toelichting: input.uitkomst })
}

/** It need not be done after all. A promise stays open here too: the customer is still waiting. */
export async function cancelTaak(w: WriteContext, id: string, versie: number, reden: string): Promise<TaakRow> {
  const before = await holdTaak(w, id, 'annuleren', versie)
  const after = await updateTaak(w.tx, before, {
    status: 'geannuleerd',
    uitkomst: reden,
    afgerond_op: w.now,
    afgerond_door: w.actor.medewerkerId,
  })
  return changed(w, { event: 'taak.afgerond', soort: 'geannuleerd', before, after, toelichting: reden })
}

/** The terugkoppeling of a taak that was finished without one. */
export async function fulfilBelofte(
  w: WriteContext,
  id: string,
  versie: number,
  input: Terugkoppeling,
): Promise<TaakRow> {
  const held = await holdTaak(w, id, 'terugkoppelen', versie)
  return registerTerugkoppeling(w, held, input, '')
}
