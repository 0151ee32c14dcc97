import type { Generated, Selectable } from 'kysely'

export type ComplexTable = { id: string; code: string; naam: string; plaats: Generated<string> }

export type EenheidTable = {
  id: string
  code: string
  complex_id: Generated<string | null>
  soort: Generated<string>
  detailsoort: Generated<string>
  status: Generated<string>
  straatnaam: string
  huisnummer: Generated<number | null>
  huisletter: Generated<string>
  toevoeging: Generated<string>
  postcode: Generated<string>
  woonplaats: string
  nummeraanduiding_id: Generated<string | null>
  bouwjaar: Generated<number | null>
  oppervlakte: Generated<number | null>
  kamers: Generated<number | null>
  energielabel: Generated<string | null>
  bijgewerkt_op: Generated<Date>
}

export type OvereenkomstTable = {
  id: string
  nummer: string
  soort: Generated<string>
  status: Generated<string>
  eenheid_id: Generated<string | null>
  begindatum: string
  einddatum: Generated<string | null>
  brutohuur_cent: Generated<number | null>
  betaalwijze: Generated<string | null>
  bijgewerkt_op: Generated<Date>
}

export type OvereenkomstPartijTable = {
  overeenkomst_id: string
  partij_id: string
  rol: string
  begindatum: Generated<string | null>
  einddatum: Generated<string | null>
}

export type ComplexRow = Selectable<ComplexTable>
export type EenheidRow = Selectable<EenheidTable>
export type OvereenkomstRow = Selectable<OvereenkomstTable>
export type OvereenkomstPartijRow = Selectable<OvereenkomstPartijTable>

declare module '#server/platform/db/schema.ts' {
  interface Tables {
    complex: ComplexTable
    eenheid: EenheidTable
    overeenkomst: OvereenkomstTable
    overeenkomst_partij: OvereenkomstPartijTable
  }
}
