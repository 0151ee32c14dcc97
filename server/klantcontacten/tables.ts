import type { ColumnType, Generated, Selectable } from 'kysely'
import type { KlantcontactType, OnderwerpobjectSoort, Prioriteit, Richting } from '#contract/klantcontacten.ts'
import type { Rol } from '#contract/rechten.ts'

/** A moment with a default of the database. */
type Moment = ColumnType<Date, Date | undefined, Date>
/** Written as JSON text, read as the value. */
type Json<T> = ColumnType<T, string, string>

export type SjabloonTable = {
  id: string
  code: string
  naam: string
  type: KlantcontactType
  detailsoort: string
  kanaal_code: string | null
  richting: Richting | null
  onderwerp_ids: string[]
  toon_in_portaal: boolean
  taak_aanmaken: boolean
  belofte: boolean
  team_id: string | null
  taak_soort: string
  taak_onderwerp: string
  taak_prioriteit: Prioriteit
  termijn_werkdagen: number | null
  notitietekst: string
  bijlage_verplicht: boolean
  rollen: Rol[]
  geldig_van: string | null
  geldig_tot: string | null
  actief: boolean
  versie: Generated<number>
  gewijzigd_op: Moment
}
export type SjabloonRow = Selectable<SjabloonTable>

/** The template as it was when it was used; a later change never changes an old post. */
export type SjabloonKopie = Omit<SjabloonRow, 'gewijzigd_op'>

export type KlantcontactTable = {
  id: string
  nummer: Generated<number>
  /** Questions of one conversation share it; it is the id of the concept they came from. */
  gesprek_id: string
  type: KlantcontactType
  detailsoort: string
  kanaal_code: string
  richting: Richting
  onderwerp: string
  vraag: string
  antwoord: string
  interne_notitie: string
  direct_beantwoord: boolean
  contact_gelukt: boolean | null
  toon_in_portaal: boolean
  vertrouwelijk: boolean
  taal: Generated<string>
  sjabloon_id: string | null
  sjabloon_kopie: Json<SjabloonKopie | null> | null
  antwoord_op: string | null
  medewerker_id: string
  plaatsgevonden_op: Date
  geregistreerd_op: Date
  extern_id: string | null
  /** When the klant first had it on his screen in the portal. */
  gelezen_op: Generated<Date | null>
  versie: Generated<number>
}
export type KlantcontactRow = Selectable<KlantcontactTable>

export type BetrokkeneTable = {
  id: string
  klantcontact_id: string
  partij_id: string | null
  rol: 'klant' | 'vertegenwoordiger' | 'huishouden'
  initiator: boolean
  naam: string
  digitaal_adres: string | null
}
export type BetrokkeneRow = Selectable<BetrokkeneTable>

export type OnderwerpobjectTable = {
  id: string
  klantcontact_id: string
  soort: OnderwerpobjectSoort
  object_id: string
  omschrijving: string
}
export type OnderwerpobjectRow = Selectable<OnderwerpobjectTable>

export type BijlageTable = {
  id: string
  /** The running contact it was uploaded to; kept afterwards. */
  concept_id: string | null
  klantcontact_id: string | null
  bestandsnaam: string
  mediatype: string
  /** Opening it could run something: such as a web page or an unknown kind. */
  onveilig: boolean
  omvang: number
  sha256: string
  opslagsleutel: string
  /** False until the bytes are stored. */
  klaar: boolean
  medewerker_id: string
  aangemaakt_op: Moment
}
export type BijlageRow = Selectable<BijlageTable>

declare module '#server/platform/db/schema.ts' {
  interface Tables {
    sjabloon: SjabloonTable
    klantcontact: KlantcontactTable
    betrokkene: BetrokkeneTable
    klantcontact_onderwerp: { klantcontact_id: string; onderwerp_id: string }
    onderwerpobject: OnderwerpobjectTable
    bijlage: BijlageTable
  }
}
