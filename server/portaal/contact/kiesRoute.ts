import type { SjabloonRow } from '#server/klantcontacten/index.ts'

type Sjabloon = Pick<
  SjabloonRow,
  | 'type'
  | 'kanaal_code'
  | 'onderwerp_ids'
  | 'team_id'
  | 'taak_soort'
  | 'termijn_werkdagen'
  | 'actief'
  | 'geldig_van'
  | 'geldig_tot'
>
type Team = { id: string; code: string; actief: boolean }

/** Where a question of a customer goes, and how soon he may expect an answer. */
export type Route = { teamId: string; taakSoort: string; termijnWerkdagen: number }

/** What a corporation promises when nothing else was arranged. */
const gewoneTermijn = 2
/** The team that takes what nobody else was named for. */
const eersteTeam = 'kcc'

/**
 * The templates of the organisatie say which team answers what; one for the portal goes before one for all, one for
 * questions before others. What no template knows goes to the klantcontactcentrum.
 * @param onderwerpIds the subject, and what it stands under
 * @param op `jjjj-mm-dd`
 * @returns undefined when there is no team at all
 */
export function kiesRoute(
  onderwerpIds: readonly string[],
  sjablonen: readonly Sjabloon[],
  teams: readonly Team[],
  op: string,
): Route | undefined {
  const actief = teams.filter((team) => team.actief)
  const past = ({ team_id, onderwerp_ids, kanaal_code, ...sjabloon }: Sjabloon) =>
    sjabloon.actief &&
    (kanaal_code === null || kanaal_code === 'portaal') &&
    actief.some(({ id }) => id === team_id) &&
    onderwerp_ids.some((id) => onderwerpIds.includes(id)) &&
    (sjabloon.geldig_van === null || sjabloon.geldig_van <= op) &&
    (sjabloon.geldig_tot === null || sjabloon.geldig_tot >= op)
  const gewicht = ({ kanaal_code, type }: Sjabloon) => (kanaal_code === 'portaal' ? 2 : 0) + (type === 'vraag' ? 1 : 0)
  const [beste] = sjablonen.filter(past).sort((a, b) => gewicht(b) - gewicht(a))
  const teamId = beste?.team_id ?? (actief.find(({ code }) => code === eersteTeam) ?? actief[0])?.id
  if (!teamId) return undefined
  return {
    teamId,
    taakSoort: beste?.taak_soort || 'vraag',
    termijnWerkdagen: beste?.termijn_werkdagen ?? gewoneTermijn,
  }
}
