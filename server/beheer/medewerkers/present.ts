import type { Collega } from '#contract/beheer.ts'
import type { MedewerkerRow } from './store.ts'

/** What every employee may see of a colleague. */
export function presentCollega(row: MedewerkerRow & { team_ids: string[] }): Collega {
  return { id: row.id, naam: row.naam, functie: row.functie, actief: row.actief, teamIds: row.team_ids }
}
