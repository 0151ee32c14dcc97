import type { Listeners } from '#server/platform/events/listeners.ts'
import { volgSamenvoeging } from '#server/relaties/index.ts'
import { volgKlant } from './gegevens/store.ts'
import { moveConcepten } from './processen/store.ts'

/** Every table of ours that knows a customer follows him when he turns out to be known twice. */
const volgers: readonly Listeners[] = [...volgKlant, volgSamenvoeging('portaal_concept', moveConcepten)]

export const hoort: Listeners = {
  async 'partij.samengevoegd'(w, gegevens) {
    for (const volger of volgers) await volger['partij.samengevoegd']?.(w, gegevens)
  },
  async 'partij.samenvoeging-ongedaan'(w, gegevens) {
    for (const volger of volgers) await volger['partij.samenvoeging-ongedaan']?.(w, gegevens)
  },
}
