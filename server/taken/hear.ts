import type { Listeners } from '#server/platform/events/listeners.ts'
import { volgSamenvoeging } from '#server/relaties/index.ts'
import { moveTaken } from './store.ts'
import { settleBeloften } from './terugkoppeling.ts'

export const hear: Listeners = {
  /** Whoever told the customer, and from whichever screen: the promise is kept. Not when nobody answered the phone. */
  async 'klantcontact.geregistreerd'(w, { type, antwoordOp, gelukt, klantcontactId }) {
    if (type !== 'terugkoppeling' || typeof antwoordOp !== 'string' || gelukt !== true) return
    await settleBeloften(w, antwoordOp, String(klantcontactId))
  },
  ...volgSamenvoeging('taak', moveTaken),
}
