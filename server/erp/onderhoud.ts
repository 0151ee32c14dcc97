import type { Moment } from './erp.ts'

/** VERA ONDERHOUDSVERZOEKSTATUS: geregistreerd, ter beoordeling, in behandeling, technisch/financieel, klaar, geannuleerd. */
export type VerzoekStatus = 'REG' | 'BEO' | 'INB' | 'TEC' | 'FIN' | 'AFG' | 'GEA'
/**
 * VERA ONDERHOUDSORDERSTATUS. OFF offertetraject, WOG wacht op goedkeuring, GUN gegund, PLN gepland, INB in behandeling,
 * STE in steekproef, TEC technisch gereed: from there on the work in the home is done.
 */
export type OrderStatus = 'REG' | 'OFF' | 'WOG' | 'GUN' | 'PLN' | 'INB' | 'STE' | 'TEC' | 'FIN' | 'AFG' | 'GEA'
/** VERA ONDERHOUDSTAAKSTATUS: concept, gepland, onderweg, in uitvoering, gepauzeerd, onderbroken, uitwerktijd, gereed, gesloten. */
export type OrdertaakStatus = 'CON' | 'GEP' | 'REI' | 'UIT' | 'PAU' | 'OND' | 'UWT' | 'GER' | 'GES'
/** VERA ONDERHOUDSTAAKDETAILSTATUS, why it was interrupted: niet thuis, materiaal, discipline, inspectie, offerte, te weinig tijd. */
export type OnderbrokenOm = 'AFW' | 'MAT' | 'DIS' | 'INS' | 'OFF' | 'ONV'
/** VERA AFSPRAAKSTATUS: aangevraagd, gepland, afgerond, geannuleerd. */
export type AfspraakStatus = 'AAN' | 'GEP' | 'AFG' | 'ANN'
/** VERA DAGDEEL: ochtend 8–12, middag 12–18, avond 18–24. */
export type Dagdeel = 'OCH' | 'MID' | 'AVO'

/** What is broken, in codes of VERA DEFECTSOORT, DEFECTLOCATIE, DEFECTOORZAAK and BOUWKUNDIGELEMENTDETAILSOORT. */
export type Defect = {
  soort?: string | undefined
  locatie?: string | undefined
  element?: string | undefined
  oorzaak?: string | undefined
  omschrijving?: string | undefined
}

export type Persoonskort = { naam: string; telefoon?: string | undefined }

export type NieuwOnderhoudsverzoek = {
  /** One of the two: the home, or the complex when something shared is broken. */
  eenheidCode?: string | undefined
  complexCode?: string | undefined
  /** One line for whoever reads the list: `Keuken: kraan lekt`. */
  omschrijving: string
  /** VERA ONDERHOUDSOORT; REP unless said. */
  soort?: string | undefined
  gemeldOp: Moment
  defecten: Defect[]
  /** The nummer of the partij who reports. */
  relatienummer?: string | undefined
  /** Whom to call for this appointment, when that is not the tenant himself. */
  alternatiefContact?: string | undefined
  /** Moments that would suit; the appointment itself is booked apart. */
  voorkeur?: { begin: Moment; eind: Moment }[] | undefined
  /** The nummer of the zaak, shown in the ERP. */
  zaaknummer?: string | undefined
}

export type Onderhoudsverzoek = {
  id: string
  /** What people call it. */
  nummer: string
  omschrijving: string
  status: VerzoekStatus
  gemeldOp: Moment | undefined
  eenheidCode: string | undefined
  complexCode: string | undefined
  defecten: Defect[]
  orderIds: string[]
}

/** One of the two says where the work is, the rest is what would suit. */
export type OptieVraag = {
  verzoekId?: string | undefined
  eenheidCode?: string | undefined
  /** VERA ONDERHOUDSPECIALISME. */
  specialisme?: string | undefined
  /** ISO 8601, `PT1H`. */
  duur?: string | undefined
  vanaf?: Moment | undefined
  tot?: Moment | undefined
  dagdelen?: Dagdeel[] | undefined
  /** At most so many; 10 unless said. */
  hoogstens?: number | undefined
}

/** A free slot: the craftsman comes between `begin` and `eind`. */
export type AfspraakOptie = {
  id: string
  begin: Moment
  eind: Moment
  /** 0–100: how well it fits the planning. */
  score: number
  specialisme: string | undefined
  uitvoerder: Persoonskort | undefined
}

export type NieuweAfspraak = {
  verzoekId: string
  /** As `afspraakOpties` gave it. */
  optie: AfspraakOptie
  onderwerp?: string | undefined
}

export type Afspraak = {
  id: string
  status: AfspraakStatus
  onderwerp: string
  begin: Moment
  eind: Moment
  uitvoerder: Persoonskort | undefined
  verzoekId: string | undefined
  orderId: string | undefined
}

export type Ordertaak = {
  id: string
  omschrijving: string
  status: OrdertaakStatus
  onderbrokenOm: OnderbrokenOm | undefined
  specialisme: string | undefined
}

export type Onderhoudsorder = {
  id: string
  nummer: string
  omschrijving: string
  status: OrderStatus
  /** VERA ONDERHOUDSOORT, such as REP or INS. */
  soort: string | undefined
  detailsoort: string | undefined
  /** VAK: the own service; LEV: a contractor. */
  uitvoering: 'VAK' | 'LEV' | undefined
  uitvoerder: Persoonskort | undefined
  verzoekIds: string[]
  opgedragenOp: Moment | undefined
  uiterlijkGereed: Moment | undefined
  technischGereedOp: Moment | undefined
  taken: Ordertaak[]
  afspraken: Pick<Afspraak, 'id' | 'status' | 'begin' | 'eind'>[]
}
