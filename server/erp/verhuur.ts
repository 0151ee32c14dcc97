import type { Dag } from './erp.ts'

export type Prijscomponent = {
  id: string
  naam: string
  /** VERA PRIJSCOMPONENTSOORT, such as HUU or SER. */
  soort: string | undefined
  detailsoort: string | undefined
  bedragCent: number
  vanaf: Dag | undefined
  tot: Dag | undefined
}

export type Betaalwijze = {
  /** VERA BETAALWIJZESOORT, such as INC. */
  soort: string
  iban: string | undefined
  rekeninghouder: string | undefined
  vanaf: Dag | undefined
  tot: Dag | undefined
}

export type Overeenkomst = {
  id: string
  nummer: string
  /** VERA OVEREENKOMSTSOORT. */
  soort: string | undefined
  /** VERA OVEREENKOMSTSTATUS, such as LOP, VOP and OPG. */
  status: string
  begindatum: Dag | undefined
  einddatum: Dag | undefined
  opzegdatum: Dag | undefined
  brutohuurCent: number | undefined
  waarborgsomCent: number | undefined
  eenheidCodes: string[]
  relatienummers: string[]
  prijscomponenten: Prijscomponent[]
  betaalwijzen: Betaalwijze[]
  vingerafdruk: string
}

export type OvereenkomstWijziging = {
  status?: string | undefined
  einddatum?: Dag | undefined
  opzegdatum?: Dag | undefined
  prijscomponenten?: Omit<Prijscomponent, 'id'>[] | undefined
  betaalwijze?: Betaalwijze | undefined
  /** `vingerafdruk` of what the change is based on: refused when somebody else changed it since. */
  gebaseerdOp?: string | undefined
}

export type Eenheidgegevens = {
  id: string
  code: string
  soort: string | undefined
  detailsoort: string | undefined
  status: string | undefined
  complexCode: string | undefined
  straatnaam: string
  huisnummer: string
  huisletter: string
  toevoeging: string
  postcode: string
  woonplaats: string
  bouwjaar: number | undefined
  oppervlakte: number | undefined
  kamers: number | undefined
  energielabel: string | undefined
  brutohuurCent: number | undefined
}

/** A part of a home that has papers of its own: a warranty, a supplier, or a tenant who put it there himself. */
export type Onderdeel = {
  id: string
  /** VERA BOUWKUNDIGELEMENTDETAILSOORT. */
  element: string | undefined
  omschrijving: string
  /** The last day of the warranty or the maintenance contract that runs longest. */
  garantieTot: Dag | undefined
  leverancier: string | undefined
  /** A ZAV that the corporation did not take over: its upkeep is the tenant's. */
  zelfAangebracht: boolean
}

export type Complexgegevens = { id: string; code: string; naam: string }
