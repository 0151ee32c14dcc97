import type { Dag, Moment } from './erp.ts'
import type { AfspraakOptie, AfspraakStatus, Defect, Persoonskort } from './onderhoud.ts'

/** VERA HUUROPZEGGINGSTATUS: aangemaakt, in behandeling, goedgekeurd, afgewezen, geannuleerd. */
export type HuuropzeggingStatus = 'AAN' | 'INB' | 'GOE' | 'AFG' | 'GEA'

export type Adres = {
  straatnaam: string
  huisnummer: string
  huisletter?: string | undefined
  toevoeging?: string | undefined
  postcode: string
  woonplaats: string
}

export type NieuweHuuropzegging = {
  overeenkomstNummer: string
  /** The day the notice came in. */
  ontvangenOp: Dag
  /** The day the tenancy ends. */
  einddatum: Dag
  /** VERA EINDEREDEN and EINDEDETAILREDEN. */
  reden?: string | undefined
  detailreden?: string | undefined
  /** VERA HUUROPZEGGINGHUURDERSAFSPRAAK. */
  afspraken?: string[] | undefined
  nieuwAdres?: Adres | undefined
  relatienummers?: string[] | undefined
  zaaknummer?: string | undefined
}

export type HuuropzeggingWijziging = {
  status?: HuuropzeggingStatus | undefined
  einddatum?: Dag | undefined
  nieuwAdres?: Adres | undefined
  afspraken?: string[] | undefined
  /** `vingerafdruk` of what the change is based on: refused when somebody else changed it since. */
  gebaseerdOp?: string | undefined
}

export type InspectieSoort = 'voor' | 'eind'

export type Inspectie = {
  /** The id of its appointment. */
  id: string
  soort: InspectieSoort
  status: AfspraakStatus
  begin: Moment
  eind: Moment
  inspecteur: Persoonskort | undefined
}

export type Huuropzegging = {
  id: string
  nummer: string
  status: HuuropzeggingStatus
  overeenkomstNummer: string
  ontvangenOp: Dag | undefined
  einddatum: Dag | undefined
  reden: string | undefined
  detailreden: string | undefined
  afspraken: string[]
  inspecties: Inspectie[]
  /** The onderhoudsverzoek under which the ERP keeps the inspections and the work before re-letting. */
  verzoekId: string | undefined
  vingerafdruk: string
}

export type NieuweInspectie = { huuropzeggingId: string; soort: InspectieSoort; optie: AfspraakOptie }

/** A defect found, and for whose account the ERP puts it right. */
export type Herstelpunt = Defect & { eenheidCode?: string | undefined }

export type Inspectierapport = {
  id: string
  nummer: string
  /** VERA INSPECTIERAPPORTSOORT: eind, reparatie, steekproef, voor. */
  soort: 'EIN' | 'REP' | 'STE' | 'VOO'
  /** VERA INSPECTIERAPPORTSTATUS: concept, definitief, getekend, ter review, vervallen. */
  status: 'CON' | 'DEF' | 'GET' | 'REV' | 'VAL'
  omschrijving: string
  orderId: string | undefined
  herstelpunten: Herstelpunt[]
  voorgesteldeTaken: { omschrijving: string; specialisme: string | undefined }[]
}

export type NieuwInspectierapport = {
  soort: Inspectierapport['soort']
  status: Inspectierapport['status']
  omschrijving: string
  orderId?: string | undefined
  herstelpunten: Herstelpunt[]
}
