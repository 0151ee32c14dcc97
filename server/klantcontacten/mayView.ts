import { type Actor, isAfgeschermd, mag } from '#server/platform/http/context.ts'
import type { KlantcontactRow } from './tables.ts'

/** A confidential post is for who may see those, and for who wrote it; one about himself does not exist for him. */
export function mayViewKlantcontact(
  actor: Actor,
  row: Pick<KlantcontactRow, 'id' | 'vertrouwelijk' | 'medewerker_id'>,
): boolean {
  if (!mag(actor, 'klantcontact.lezen') || isAfgeschermd(actor, row.id)) return false
  return !row.vertrouwelijk || row.medewerker_id === actor.medewerkerId || mag(actor, 'klantcontact.vertrouwelijk')
}
