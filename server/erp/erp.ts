import type { ReadContext } from '#server/platform/http/context.ts'
import type { Boeking, Debiteur, NieuweBoeking } from './financieel.ts'
import type {
  Huuropzegging,
  HuuropzeggingWijziging,
  Inspectie,
  Inspectierapport,
  NieuweHuuropzegging,
  NieuweInspectie,
  NieuwInspectierapport,
} from './huuropzegging.ts'
import type {
  Afspraak,
  AfspraakOptie,
  NieuweAfspraak,
  NieuwOnderhoudsverzoek,
  Onderhoudsorder,
  Onderhoudsverzoek,
  OptieVraag,
} from './onderhoud.ts'
import type { Complexgegevens, Eenheidgegevens, Onderdeel, Overeenkomst, OvereenkomstWijziging } from './verhuur.ts'

/** Whose ERP, and which request asks; every context of a request or job will do. */
export type ErpContext = Pick<ReadContext, 'organisatie' | 'now' | 'verzoekId' | 'log'>

/** A moment in UTC, such as `2026-11-24T08:00:00Z`: plain text, so that it may live in the data of a process. */
export type Moment = string
/** A day, `jjjj-mm-dd`. */
export type Dag = string

/** One stretch of a long list; no `cursor` means that this was the end. */
export type Stuk<T> = { rijen: T[]; cursor: string | undefined }

/** How the last calls went, without asking anything. */
export type ErpStand =
  | { soort: 'uit' }
  | { soort: 'werkt' }
  | { soort: 'storing'; sinds: Date | undefined; melding: string }

/**
 * Port to the ERP of the corporation, in our own words; the adapter is `koppelingen/vera`.
 *
 * Never call it inside a transaction: it goes over the network. Every write takes a `sleutel`, and bears to be repeated
 * with the same one: after a lost answer the second call returns what the first one made.
 * @throws ErpStoring when the ERP does not answer, or answers nonsense: try again later with the same `sleutel`
 * @throws ErpGeweigerd when the ERP says no: its sentence can be shown, trying again is useless
 * @throws ErpBezet when a slot was taken in the meantime; carries what is still free
 */
export type Erp = {
  /** Answers when the ERP does. */
  ping(ctx: ErpContext): Promise<void>
  stand(): ErpStand
  onderhoudsverzoeken: {
    maak(ctx: ErpContext, sleutel: string, nieuw: NieuwOnderhoudsverzoek): Promise<Onderhoudsverzoek>
    haal(ctx: ErpContext, id: string): Promise<Onderhoudsverzoek | undefined>
    /** The repair history of a home, latest first, at most 200. */
    vanEenheid(ctx: ErpContext, eenheidCode: string): Promise<Onderhoudsverzoek[]>
    annuleer(ctx: ErpContext, sleutel: string, id: string, reden: string): Promise<void>
  }
  /** What is free, best first. Empty when nothing fits the wish: ask again with a wider one. */
  afspraakOpties(ctx: ErpContext, vraag: OptieVraag): Promise<AfspraakOptie[]>
  afspraken: {
    boek(ctx: ErpContext, sleutel: string, nieuw: NieuweAfspraak): Promise<Afspraak>
    verzet(ctx: ErpContext, sleutel: string, afspraakId: string, optie: AfspraakOptie): Promise<Afspraak>
    annuleer(ctx: ErpContext, sleutel: string, afspraakId: string, reden: string): Promise<void>
    haal(ctx: ErpContext, id: string): Promise<Afspraak | undefined>
  }
  onderhoudsorders: {
    haal(ctx: ErpContext, id: string): Promise<Onderhoudsorder | undefined>
    vanVerzoek(ctx: ErpContext, verzoekId: string): Promise<Onderhoudsorder[]>
    /**
     * Orders that changed since a cursor that an earlier call returned; without one: since now. An order may come
     * twice, never too few. `onleesbaar` are those that the ERP described in a way that cannot be understood.
     */
    gewijzigdSinds(
      ctx: ErpContext,
      cursor: string | undefined,
    ): Promise<{ orders: Onderhoudsorder[]; onleesbaar: { id: string; reden: string }[]; cursor: string }>
  }
  huuropzeggingen: {
    maak(ctx: ErpContext, sleutel: string, nieuw: NieuweHuuropzegging): Promise<Huuropzegging>
    haal(ctx: ErpContext, id: string): Promise<Huuropzegging | undefined>
    wijzig(ctx: ErpContext, sleutel: string, id: string, wijziging: HuuropzeggingWijziging): Promise<Huuropzegging>
  }
  inspecties: {
    /** Plans a voor- or eindinspectie of a huuropzegging. */
    plan(ctx: ErpContext, sleutel: string, nieuw: NieuweInspectie): Promise<Inspectie>
    /** Reports of the inspections that belong to a huuropzegging. */
    rapportenVan(ctx: ErpContext, huuropzeggingId: string): Promise<Inspectierapport[]>
    maakRapport(ctx: ErpContext, sleutel: string, nieuw: NieuwInspectierapport): Promise<Inspectierapport>
  }
  overeenkomsten: {
    /** @param nummer as in `overeenkomst.nummer` of wonen */
    haal(ctx: ErpContext, nummer: string): Promise<Overeenkomst | undefined>
    wijzig(ctx: ErpContext, sleutel: string, nummer: string, wijziging: OvereenkomstWijziging): Promise<Overeenkomst>
  }
  eenheden: {
    /** @param code as in `eenheid.code` of wonen */
    haal(ctx: ErpContext, code: string): Promise<Eenheidgegevens | undefined>
    lijst(ctx: ErpContext, cursor: string | undefined): Promise<Stuk<Eenheidgegevens>>
    /** What is known of the parts of a home, at most 200. */
    onderdelen(ctx: ErpContext, code: string): Promise<Onderdeel[]>
  }
  complexen: {
    lijst(ctx: ErpContext, cursor: string | undefined): Promise<Stuk<Complexgegevens>>
  }
  boekingen: {
    /** Latest first, at most 500. */
    vanOvereenkomst(ctx: ErpContext, nummer: string): Promise<Boeking[]>
    maak(ctx: ErpContext, sleutel: string, nieuw: NieuweBoeking): Promise<Boeking>
  }
  debiteuren: {
    /** @param relatienummer the nummer of the partij */
    haal(ctx: ErpContext, relatienummer: string): Promise<Debiteur | undefined>
  }
}
