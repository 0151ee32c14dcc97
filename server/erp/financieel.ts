import type { Dag } from './erp.ts'

/** VERA BOEKINGSOORT, the ones of a tenant: vordering, ontvangst, uitbetaling, memoriaal. */
export type BoekingSoort = 'VOR' | 'ONT' | 'UIT' | 'MEM'

export type Boeking = {
  id: string
  nummer: string
  soort: string
  /** VERA BOEKINGDETAILSOORT: PRO prolongatie, BOR borg, EIN eindafrekening, STO storno … */
  detailsoort: string | undefined
  omschrijving: string
  overeenkomstNummer: string | undefined
  boekdatum: Dag | undefined
  vervaldatum: Dag | undefined
  bedragCent: number
  /** What is still open of it. */
  saldoCent: number
  betalingskenmerk: string | undefined
}

export type NieuweBoeking = {
  overeenkomstNummer: string
  relatienummer?: string | undefined
  soort: BoekingSoort
  detailsoort: string
  omschrijving: string
  bedragCent: number
  boekdatum: Dag
  vervaldatum?: Dag | undefined
  regels?: { omschrijving: string; bedragCent: number }[] | undefined
}

export type Debiteur = {
  id: string
  nummer: string
  relatienummer: string | undefined
  /** VERA DEBITEURSTATUS: ACT actief, BET alleen voor betalen, GEB geblokkeerd, VRL voorlopig. */
  status: string | undefined
  /** Positive is what the tenant owes. */
  saldoCent: number
}
