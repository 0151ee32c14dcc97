import { findMedewerkers } from '#server/beheer/index.ts'
import { conflict, forbidden, notFound } from '#server/platform/errors.ts'
import { mag, type WriteContext } from '#server/platform/http/context.ts'
import { changed } from './changed.ts'
import { whyNot } from './holdTaak.ts'
import { presentTaak } from './presentTaak.ts'
import { mayViewTaak } from './regels/mayTaak.ts'
import { apply, isGesloten } from './regels/overgangen.ts'
import { claimIfFree, selectTaak } from './store.ts'
import type { TaakRow } from './tables.ts'

/**
 * Takes a taak in hand. No version is asked: what counts is whether it is free at this moment.
 * @throws 409 `al-opgepakt` naming the winner
 */
export async function claimTaak(w: WriteContext, id: string): Promise<TaakRow> {
  if (!mag(w.actor, 'taak.behandelen')) throw forbidden()
  const before = await selectTaak(w.db, id)
  if (!before || !mayViewTaak(w.actor, before)) throw notFound()
  const taken = await claimIfFree(w.tx, id, w.actor.medewerkerId, w.now)
  if (taken) return changed(w, { event: 'taak.opgepakt', soort: 'opgepakt', before, after: taken })

  // Somebody else was first, or it is closed, or I have it already: look again at how it is now.
  const now = await selectTaak(w.db, id)
  if (!now || !mayViewTaak(w.actor, now)) throw notFound()
  const again = apply(
    { status: now.status, medewerkerId: now.medewerker_id },
    { soort: 'oppakken', door: w.actor.medewerkerId },
  )
  // A double click: it is mine and it was begun.
  if ('toestand' in again && now.medewerker_id === w.actor.medewerkerId) return now
  if (isGesloten(now.status)) throw await whyNot(w, now)
  throw await takenBy(w, now)
}

async function takenBy(w: WriteContext, taak: TaakRow) {
  const winner = taak.medewerker_id ? (await findMedewerkers(w.db, [taak.medewerker_id])).get(taak.medewerker_id) : null
  const om = taak.opgepakt_op ? ` om ${clock.format(taak.opgepakt_op)}` : ''
  return conflict('al-opgepakt', `Al opgepakt door ${winner?.naam ?? 'een collega'}${om}.`, await presentTaak(w, taak))
}

const clock = new Intl.DateTimeFormat('nl-NL', { timeZone: 'Europe/Amsterdam', hour: '2-digit', minute: '2-digit' })
