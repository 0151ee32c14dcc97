import { type Actor, mag } from '#server/platform/http/context.ts'
import type { KlantcontactRow } from './tables.ts'

/** A confidential post is for who may see those, and for who wrote it. */
export function mayViewKlantcontact(
  actor: Actor,
  row: Pick<KlantcontactRow, 'vertrouwelijk' | 'medewerker_id'>,
): boolean {
  if (!mag(actor, 'klantcontact.lezen')) return false
  return !row.vertrouwelijk || row.medewerker_id === actor.medewerkerId || mag(actor, 'klantcontact.vertrouwelijk')
}
