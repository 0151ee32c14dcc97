/** The VERA shapes that the proef-ERP writes. Apart from those of the adapter, so that each keeps the other honest. */
export type Ref = { code: string; naam?: string }
export type Sleutel = { id?: string; idExtern?: string; code?: string }
type Extra = { 'extra-attributen'?: { naam: string; waarde: string }[] }
export type Relatie = Sleutel & {
  soort?: Ref
  roepnaam?: string
  tussenvoegsels?: string
  achternaam?: string
  rollen?: { soort: Ref }[]
}
export type Defect = {
  soort?: Ref
  omschrijving?: string
  locatie?: Ref
  oorzaak?: Ref
  status?: Ref
  eenheid?: Sleutel
}

export type Verzoek = Sleutel &
  Extra & {
    id: string
    omschrijving: string
    onderhoudSoort: Ref
    status: Ref
    melddatum: string
    eenheid?: Sleutel
    cluster?: Sleutel
    defecten?: Defect[]
    relaties?: Relatie[]
    onderhoudsorders: Sleutel[]
  }

export type Tijden = { begindatum: string; einddatum: string; bloktijdBegin: string; bloktijdEind: string }

export type Afspraak = Sleutel &
  Extra &
  Tijden & {
    id: string
    onderwerp: string
    status: Ref
    onderhoudsorder: Sleutel
    onderhoudsverzoek: Sleutel
    relaties: Relatie[]
  }

export type Taak = Sleutel & { omschrijving: string; status: Ref; detailStatus?: Ref; specialisme: Ref }

export type Order = Sleutel & {
  id: string
  omschrijving: string
  onderhoudSoort: Ref
  onderhoudDetailSoort?: Ref
  status: Ref
  opdrachtdatum: string
  uitersteGereeddatum: string
  technischGereeddatum?: string
  uitvoerendeSoort: Ref
  onderhoudsverzoeken: Sleutel[]
  onderhoudstaken: Taak[]
  afspraken: (Sleutel & Tijden & { status: Ref; onderwerp: string })[]
  relaties?: Relatie[]
}

export type Rapport = Sleutel & {
  id: string
  soort: Ref
  status: Ref
  omschrijving: string
  inspectieOrder?: Sleutel
  geconstateerdeDefecten: Defect[]
  voorgesteldeOnderhoudstaken?: { omschrijving: string; specialisme: Ref }[]
}

/** In Verhuren an appointment names its place `locatie` and knows no order. */
export type Inspectieafspraak = Sleutel & Tijden & { onderwerp: string; status: Ref; relaties: Relatie[] }

export type Opzegging = Sleutel &
  Extra & {
    id: string
    status: Ref
    begindatum: string
    opzegdatum: string
    eindeReden?: Ref
    eindeDetailReden?: Ref
    huurdersafspraken?: Ref[]
    huurovereenkomst: Sleutel
    inspectieafspraken: Inspectieafspraak[]
    onderhoudsverzoek: Sleutel
  }

export type Prijscomponent = Sleutel & {
  naam: string
  soort: Ref
  detailSoort: Ref
  bedrag: number
  begindatum: string
  einddatum?: string
}

export type Overeenkomst = Sleutel & {
  id: string
  code: string
  soort: Ref
  status: Ref
  begindatum: string
  einddatum?: string
  opzegdatum?: string
  voorlopigeEinddatum?: string
  brutohuur: number
  waarborgsom: number
  eenheden: Sleutel[]
  relaties: Relatie[]
  prijscomponenten: Prijscomponent[]
  betaalwijzen: { soort: Ref; begindatum?: string; betaalgegeven?: { iban: string; rekeninghouder?: string } }[]
}

export type Boeking = Sleutel & {
  id: string
  soort: Ref
  detailSoort: Ref
  omschrijving: string
  status: Ref
  boekdatum: string
  vervaldatum?: string
  bedrag: number
  saldo: number
  afletterstatus: Ref
  betalingskenmerk: string
  overeenkomst: Sleutel
}

/** What is kept, by the path of its resource. */
export type Objecten = {
  onderhoudsverzoeken: Verzoek
  onderhoudsorders: Order
  afspraken: Afspraak
  inspectierapporten: Rapport
  huuropzeggingen: Opzegging
  overeenkomsten: Overeenkomst
  boekingen: Boeking
}
export type Soort = keyof Objecten
