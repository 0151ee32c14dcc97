import type { Generated, Selectable } from 'kysely'

export type BagAdresTable = {
  nummeraanduiding_id: string
  postcode: string
  huisnummer: number
  huisletter: Generated<string>
  toevoeging: Generated<string>
  straatnaam: string
  woonplaats: string
  gemeente: Generated<string>
  bijgewerkt_op: Generated<Date>
}
export type BagAdresRow = Selectable<BagAdresTable>

declare module '#server/platform/db/schema.ts' {
  interface Tables {
    bag_adres: BagAdresTable
  }
}
