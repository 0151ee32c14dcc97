import type { Db } from '#server/platform/db/schema.ts'
import type { ReadContext } from '#server/platform/http/context.ts'

/** One address of the BAG; `nummeraanduidingId` is its key in the whole of the Netherlands. */
export type BagAdres = {
  nummeraanduidingId: string
  postcode: string
  huisnummer: number
  huisletter: string
  toevoeging: string
  straatnaam: string
  woonplaats: string
  gemeente: string
}

/** Port to the Basisregistratie Adressen en Gebouwen. Adapters are in `koppelingen/bag`. */
export type Bag = {
  /**
   * Every address on this postcode and huisnummer. May go over the network, so never inside a transaction.
   * @throws BagOnbereikbaar
   */
  zoek(ctx: ReadContext, postcode: string, huisnummer: number): Promise<BagAdres[]>
  /** What our own database knows of this address: safe inside a transaction. */
  bekend(db: Db, nummeraanduidingId: string): Promise<BagAdres | undefined>
}

/** The service does not answer; the address can be saved all the same, as `niet_gevalideerd`. */
export class BagOnbereikbaar extends Error {}

const geen: Bag = {
  zoek: async () => {
    throw new BagOnbereikbaar('no BAG adapter is in use')
  },
  bekend: async () => undefined,
}
let inGebruik: Bag = geen

/** Chosen once, when the process starts. */
export function gebruikBag(bag: Bag): void {
  inGebruik = bag
}

export function bag(): Bag {
  return inGebruik
}
