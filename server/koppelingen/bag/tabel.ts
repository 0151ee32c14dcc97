import type { Bag } from '#server/relaties/bag.ts'
import { selectBagAdressen } from './store.ts'

/** The embedded default: addresses from our own table, filled from a file or by the demo. */
export const tabelBag: Bag = {
  zoek: (ctx, postcode, huisnummer) => selectBagAdressen(ctx.db, postcode, huisnummer),
}
