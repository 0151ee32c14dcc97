import type { ColumnType, Generated, Selectable } from 'kysely'
import type { BerichtDoel, BerichtKanaal, BerichtStatus, Kanaalreden } from '#contract/berichten.ts'
import type { KanaalKeuze, KeuzeDoel } from '#contract/portaal/voorkeuren.ts'

/** A file that goes along: what the FileStore calls it, and what the klant sees. */
export type BerichtBijlage = { bestandsnaam: string; mediatype: string; omvang: number; opslagsleutel: string }

/** A way that was tried, and why it did not work. */
export type EerdereWeg = { kanaal: BerichtKanaal; aan: string; op: string; fout: string }

export type BerichtTable = {
  id: string
  sleutel: string
  partij_id: string | null
  zaak_id: string | null
  kanaal: BerichtKanaal
  formeel: boolean
  vertrouwelijk: boolean
  /** E-mail address, telephone number or lines of an address; empty for the portal. */
  aan: string
  aan_naam: string
  onderwerp: string
  /** Markdown. */
  tekst: string
  taal: string
  bijlagen: ColumnType<BerichtBijlage[], string, string>
  status: BerichtStatus
  pogingen: Generated<number>
  fout: string
  volgende_poging: Date | null
  bezig_tot: Generated<Date | null>
  aangemaakt_op: Date
  aangemaakt_door: string
  verstuurd_op: Date | null
  doel: BerichtDoel
  spoed: boolean
  reden: Kanaalreden
  /** What the klant reads: of what we add ourselves, the text may be in another language. */
  leestaal: Leestaal
  /** An appointment that goes along, as iCalendar. */
  agenda: string
  /** The message that it goes along with in one mail; of that one itself, its own id. */
  bundel_id: Generated<string | null>
  eerder: ColumnType<EerdereWeg[], string | undefined, string>
  teruggekomen_op: Generated<Date | null>
  gelezen_op: Generated<Date | null>
  gelezen_door: Generated<string | null>
  versie: Generated<number>
}
export type Leestaal = 'nl' | 'en'
export type BerichtRow = Selectable<BerichtTable>

export type PostbusTable = {
  bericht_id: string
  kanaal: BerichtKanaal
  van: string
  aan: string
  onderwerp: string
  tekst: string
  html: string
  op: Date
}
export type PostbusRow = Selectable<PostbusTable>

/** What a klant chose himself: of each purpose by which way, as far as he chose. */
export type VoorkeurTable = {
  id: string
  partij_id: string
  keuzes: ColumnType<Keuzes, string, string>
  geen_sms: boolean
  gewijzigd_op: Date
  versie: Generated<number>
}
export type VoorkeurRow = Selectable<VoorkeurTable>
export type Keuzes = Partial<Record<KeuzeDoel, KanaalKeuze>>

export type OnbestelbaarTable = {
  adres: string
  soort: 'email' | 'sms'
  /** Enhanced status code (RFC 3463) when there is one. */
  code: string
  reden: string
  sinds: Date
  bericht_id: string | null
}
export type OnbestelbaarRow = Selectable<OnbestelbaarTable>

export type AfmeldingTable = {
  token_hash: string
  bericht_id: string
  gemaakt_op: Date
  gebruikt_op: Generated<Date | null>
}

export type PushSleutelTable = { een: Generated<boolean>; publiek: string; prive: string; gemaakt_op: Date }

export type PushAbonnementTable = {
  id: string
  account_id: string
  partij_id: string
  adres: string
  p256dh: string
  auth: string
  gemaakt_op: Date
  laatst_op: Generated<Date | null>
}
export type PushAbonnementRow = Selectable<PushAbonnementTable>

declare module '#server/platform/db/schema.ts' {
  interface Tables {
    bericht: BerichtTable
    postbus: PostbusTable
    bericht_voorkeur: VoorkeurTable
    adres_onbestelbaar: OnbestelbaarTable
    bericht_afmelding: AfmeldingTable
    push_sleutel: PushSleutelTable
    push_abonnement: PushAbonnementTable
  }
}
