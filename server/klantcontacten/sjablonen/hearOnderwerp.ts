import { conflict } from '#server/platform/errors.ts'
import type { Listeners } from '#server/platform/events/listeners.ts'
import { selectSjablonenMetOnderwerp } from './store.ts'

export const hearOnderwerp: Listeners = {
  /** @throws 409 `in-gebruik`: a template would file contacts under an onderwerp that is not there */
  async 'inrichting.gewijzigd'(w, { onderdeel, id, verwijderd }) {
    if (onderdeel !== 'onderwerp' || verwijderd !== true) return
    const [sjabloon, ...meer] = await selectSjablonenMetOnderwerp(w.tx, String(id))
    if (!sjabloon) return
    const ook = meer.length === 0 ? '' : ` en ${meer.length} ${meer.length === 1 ? 'ander' : 'andere'}`
    throw conflict(
      'in-gebruik',
      `Dit onderwerp staat in sjabloon "${sjabloon.naam}"${ook}. Haal het daar weg, of zet het onderwerp op niet actief.`,
    )
  },
}
