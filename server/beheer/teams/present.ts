import type { Team } from '#contract/beheer.ts'
import type { TeamRow } from './store.ts'

export function presentTeam(row: TeamRow & { aantal_leden: number }): Team {
  const { id, code, naam, omschrijving, actief, aantal_leden: aantalLeden } = row
  return { id, code, naam, omschrijving, actief, aantalLeden }
}
