import type { Teamlid } from '#contract/beheer/teams.ts'
import type { Team } from '#contract/beheer.ts'
import type { LidRow, TeamRow } from './store.ts'

export function presentTeam(row: TeamRow & { aantal_leden: number }): Team {
  const { id, code, naam, omschrijving, actief, aantal_leden: aantalLeden } = row
  return { id, code, naam, omschrijving, actief, aantalLeden }
}

export function presentTeamlid({ medewerker_id, sinds, tot, ...row }: LidRow): Teamlid {
  return { ...row, medewerkerId: medewerker_id, sinds: sinds.toISOString(), tot: tot?.toISOString() ?? null }
}
