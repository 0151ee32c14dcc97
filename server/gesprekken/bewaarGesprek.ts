import type { GesprekBewaren } from '#contract/gesprekken.ts'
import { discardBijlagen } from '#server/klantcontacten/index.ts'
import { notFound, stale } from '#server/platform/errors.ts'
import { emit } from '#server/platform/events/emit.ts'
import { eisRecht, type WriteContext } from '#server/platform/http/context.ts'
import { presentGesprek } from './present.ts'
import { resolvePartij } from './resolvePartij.ts'
import { deleteConcept, lockConcept, replaceConcept } from './store.ts'
import type { ConceptRow } from './tables.ts'

/**
 * Autosave. Another window of the same employee may have saved in between: then nothing is overwritten, and the answer
 * carries what is stored, so that the screen can keep both texts.
 */
export async function saveGesprek(
  w: WriteContext,
  id: string,
  versie: number,
  { partijId, inhoud }: GesprekBewaren,
): Promise<ConceptRow> {
  const before = await holdConcept(w, id, versie)
  const resolved = await resolvePartij(w.db, partijId)
  const after = await replaceConcept(w.tx, before, { partijId: resolved, inhoud, now: w.now })
  await tell(w, after, 'bewaard', before.partij_id === resolved ? [] : [before.partij_id, resolved])
  return after
}

/** Thrown away, with its files; the screen asked first. */
export async function discardGesprek(w: WriteContext, id: string, versie: number): Promise<void> {
  const before = await holdConcept(w, id, versie)
  await discardBijlagen(w.tx, id)
  await deleteConcept(w.tx, id)
  await tell(w, before, 'weg', [before.partij_id])
}

/**
 * Own draft of this version, held until the end of the transaction.
 * @throws 404 for somebody else's, 409 with the stored one for another version
 */
export async function holdConcept(w: WriteContext, id: string, versie: number): Promise<ConceptRow> {
  eisRecht(w.actor, 'klantcontact.registreren')
  const concept = await lockConcept(w.tx, id, w.actor.medewerkerId)
  if (!concept) throw notFound()
  if (concept.versie !== versie) throw stale(await presentGesprek(w, concept))
  return concept
}

/** My other windows hear every save; colleagues only that I began or stopped with a klant. */
export async function tell(
  w: WriteContext,
  concept: Pick<ConceptRow, 'id' | 'versie'>,
  wat: 'begonnen' | 'bewaard' | 'weg',
  partijIds: readonly (string | null)[],
): Promise<void> {
  const partijen = [...new Set(partijIds.filter((partijId) => partijId !== null))]
  await emit(w, {
    soort: 'gesprek.gewijzigd',
    onderwerpen: [`medewerker:${w.actor.medewerkerId}`, ...partijen.map((partijId) => `partij:${partijId}`)],
    gegevens: { gesprekId: concept.id, versie: concept.versie, wat, medewerkerId: w.actor.medewerkerId },
  })
}
