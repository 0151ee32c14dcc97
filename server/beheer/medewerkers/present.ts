import type { MedewerkerDetail } from '#contract/beheer/medewerkers.ts'
import type { Collega } from '#contract/beheer.ts'
import type { LidmaatschapRow } from '../teams/store.ts'
import type { MedewerkerRow } from './store.ts'

/** What every employee may see of a colleague. */
export function presentCollega(row: MedewerkerRow & { team_ids: string[] }): Collega {
  return { id: row.id, naam: row.naam, functie: row.functie, actief: row.actief, teamIds: row.team_ids }
}

export function presentLidmaatschap(row: LidmaatschapRow): MedewerkerDetail['lidmaatschappen'][number] {
  return {
    teamId: row.team_id,
    naam: row.naam,
    sinds: row.sinds.toISOString(),
    tot: row.tot?.toISOString() ?? null,
  }
}
