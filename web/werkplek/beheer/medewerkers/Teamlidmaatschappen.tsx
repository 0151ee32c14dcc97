import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { MedewerkerDetail } from '#contract/beheer/medewerkers.ts'
import { listTeams } from '#contract/beheer.ts'
import { lees } from '#kit/queries.ts'
import { useBeheerTeksten } from '../beheerTeksten.ts'
import { Ledenlijst } from '../Ledenlijst.tsx'
import { useLidmaatschap } from '../useLidmaatschap.ts'

/** The teams of one employee. Saved at once: the form above knows nothing of it. */
export function Teamlidmaatschappen({ medewerker }: { medewerker: MedewerkerDetail }) {
  const t = useBeheerTeksten()
  const teams = useQuery(lees(listTeams))
  const { erbij, weg } = useLidmaatschap()
  const nu = new Set(medewerker.lidmaatschappen.filter((lid) => lid.tot === null).map((lid) => lid.teamId))
  const { id: medewerkerId, naam } = medewerker
  const keuzes = (teams.data?.rijen ?? []).filter((team) => team.actief && !nu.has(team.id))
  return (
    <Ledenlijst
      kop={t.medewerker.teamsVan}
      leeg={t.medewerker.geenTeams}
      leden={medewerker.lidmaatschappen.map(({ teamId, ...lid }) => ({ id: teamId, ...lid }))}
      vroeger={t.medewerker.vroeger}
      haalWeg={t.medewerker.uitTeam}
      onHaalWeg={(lid) => void weg({ teamId: lid.id, medewerkerId, naam, team: lid.naam })}
    >
      {medewerker.actief && (
        <Select
          aria-label={t.medewerker.kiesTeam}
          placeholder={t.medewerker.kiesTeam}
          searchable
          value={null}
          nothingFoundMessage={t.geenResultaat}
          data={keuzes.map((team) => ({ value: team.id, label: team.naam }))}
          onChange={(teamId, gekozen) => {
            if (teamId && gekozen) void erbij({ teamId, medewerkerId, naam, team: gekozen.label })
          }}
        />
      )}
    </Ledenlijst>
  )
}
