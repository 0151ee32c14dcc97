import type { ColumnType, Generated } from 'kysely'
import type { Rol } from '#contract/rechten.ts'

/** A moment with a default of the database. */
type Moment = ColumnType<Date, Date | undefined, Date>

type MedewerkerTable = {
  id: string
  naam: string
  email: string
  functie: Generated<string>
  telefoon: string | null
  rollen: Generated<Rol[]>
  actief: Generated<boolean>
  versie: Generated<number>
  aangemaakt_op: Moment
  gewijzigd_op: Moment
}

type TeamTable = {
  id: string
  code: string
  naam: string
  omschrijving: Generated<string>
  actief: Generated<boolean>
  versie: Generated<number>
  gewijzigd_op: Moment
}

/** Current while `tot` is null; kept for ever, because who could see a taak back then must stay answerable. */
type TeamLidTable = {
  id: string
  team_id: string
  medewerker_id: string
  sinds: Moment
  tot: Date | null
}

type KanaalTable = {
  code: string
  naam: string
  vera_code: string | null
  icoon: string
  volgorde: Generated<number>
  actief: Generated<boolean>
  versie: Generated<number>
}

type OnderwerpTable = {
  id: string
  code: string
  naam: string
  bovenliggend_id: string | null
  volgorde: Generated<number>
  actief: Generated<boolean>
  versie: Generated<number>
}

/** One week of opening hours. `algemeen` (without kanaal) serves every kanaal that has none of its own. */
type OpeningsroosterTable = {
  code: string
  kanaal_code: string | null
  versie: Generated<number>
  gewijzigd_op: Moment
}

type OpeningstijdTable = {
  id: string
  rooster_code: string
  /** ISO: Monday is 1. */
  weekdag: number
  van: string
  tot: string
}

type SluitingsdagTable = { datum: string; naam: string; versie: Generated<number> }

type InstellingTable = {
  sleutel: string
  waarde: ColumnType<unknown, string, string>
  versie: Generated<number>
  gewijzigd_op: Moment
}

/** Of whom this must stay hidden: he is complained about in it. */
type AfschermingTable = { medewerker_id: string; object_id: string; object_soort: string; op: Date }

declare module '#server/platform/db/schema.ts' {
  interface Tables {
    afscherming: AfschermingTable
    medewerker: MedewerkerTable
    team: TeamTable
    team_lid: TeamLidTable
    kanaal: KanaalTable
    onderwerp: OnderwerpTable
    openingsrooster: OpeningsroosterTable
    openingstijd: OpeningstijdTable
    sluitingsdag: SluitingsdagTable
    instelling: InstellingTable
  }
}
