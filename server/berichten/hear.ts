import type { Listeners } from '#server/platform/events/listeners.ts'
import { verplaatsRijen, volgSamenvoeging } from '#server/relaties/index.ts'
import { moveBerichten, moveLezers } from './store.ts'
import { moveVoorkeur } from './voorkeuren/store.ts'

const volgt = [
  volgSamenvoeging('bericht', moveBerichten),
  volgSamenvoeging('bericht-lezer', moveLezers),
  volgSamenvoeging('bericht_voorkeur', moveVoorkeur),
  volgSamenvoeging('push_abonnement', (tx, wie) => verplaatsRijen(tx, { tabel: 'push_abonnement' }, wie)),
]

/** Messages, choices and devices follow a merged partij, and go back when that is undone. */
export const volgMensen: Listeners = {
  async 'partij.samengevoegd'(w, gegevens) {
    for (const each of volgt) await each['partij.samengevoegd']?.(w, gegevens)
  },
  async 'partij.samenvoeging-ongedaan'(w, gegevens) {
    for (const each of volgt) await each['partij.samenvoeging-ongedaan']?.(w, gegevens)
  },
}
