import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { countTaken } from '#contract/taken.ts'
import { lees } from '#kit/queries.ts'
import { useTakenTeksten } from './takenTeksten.ts'

/** The teams whose taken I may see. */
export function Teamkeuze({
  waarde,
  onWijzig,
}: {
  waarde: string | undefined
  onWijzig: (team: string | undefined) => void
}) {
  const t = useTakenTeksten()
  const { data } = useQuery(lees(countTaken))
  const teams = data?.teams ?? []
  if (teams.length < 2) return null
  return (
    <Select
      aria-label={t.team}
      placeholder={t.alleTeams}
      clearable
      searchable
      clearButtonProps={{ 'aria-label': t.wisFilter }}
      data={teams.map(({ team }) => ({ value: team.id, label: team.naam }))}
      value={waarde ?? null}
      onChange={(team) => onWijzig(team ?? undefined)}
    />
  )
}
