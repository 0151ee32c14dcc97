import type { Actor } from '#server/platform/http/context.ts'
import { mayViewKlantcontact } from '../mayView.ts'
import type { BijlageRow, KlantcontactRow } from '../tables.ts'

/** A file goes with its post; while it hangs on a running contact only who uploaded it may have it. */
export function mayReadBijlage(actor: Actor, bijlage: BijlageRow, klantcontact: KlantcontactRow | undefined): boolean {
  if (bijlage.klantcontact_id === null) return bijlage.medewerker_id === actor.medewerkerId
  return klantcontact !== undefined && mayViewKlantcontact(actor, klantcontact)
}

/** Only before it is registered: what a customer gave us stays in the file. */
export function mayRemoveBijlage(actor: Actor, bijlage: BijlageRow): boolean {
  return bijlage.klantcontact_id === null && bijlage.medewerker_id === actor.medewerkerId
}
