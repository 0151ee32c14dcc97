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
   * Every address on this postcode and huisnummer. What it finds is kept in our own table, so that a transaction can
   * check an address without asking anybody. May go over the network, so never inside a transaction itself.
   * @throws BagOnbereikbaar
   */
  zoek(ctx: ReadContext, postcode: string, huisnummer: number): Promise<BagAdres[]>
}

/** The service does not answer; the address can be saved all the same, as `niet_gevalideerd`. */
export class BagOnbereikbaar extends Error {}
