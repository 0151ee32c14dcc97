import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { LegeStaat } from '#kit/Staten.tsx'
import { NieuweTaakKnop } from './NieuweTaakKnop.tsx'
import type { LijstKeuze } from './routes.tsx'
import { Takenscherm } from './Takenscherm.tsx'
import { teamsQuery } from './taken.queries.ts'
import { useTakenTeksten } from './takenTeksten.ts'
import type { Lijstvraag } from './useTakenlijst.ts'

const route = getRouteApi('/teams/$teamId')

/** What waits for a team. Starts with what nobody has yet. */
export function Teamlijst() {
  const t = useTakenTeksten()
  const { teamId } = route.useParams()
  const keuze = route.useSearch()
  const { data } = useQuery(teamsQuery)
  const team = data?.rijen.find((each) => each.id === teamId)
  const filtered = keuze.termijn || keuze.prioriteit || keuze.q || keuze.wie
  if (data && !team) {
    return (
      <LegeStaat pagina titel={t.teamWeg} icoon="mensen">
        {t.teamWegUitleg}
      </LegeStaat>
    )
  }
  return (
    <Takenscherm
      key={teamId}
      titel={team?.naam ?? t.team}
      onder={team?.omschrijving}
      acties={<NieuweTaakKnop teamId={teamId} />}
      gegroepeerd={keuze.wie !== 'gesloten'}
      filters={['wie', 'termijn', 'prioriteit', 'q']}
      vraag={vraagVan(teamId, keuze)}
      leeg={
        filtered ? (
          <LegeStaat titel={t.leegFilter} icoon="filter" />
        ) : (
          <LegeStaat titel={t.leegTeam} icoon="vink">
            {t.leegTeamUitleg}
          </LegeStaat>
        )
      }
    />
  )
}

function vraagVan(teamId: string, { wie, termijn, prioriteit, q }: LijstKeuze): Lijstvraag {
  return {
    soort: 'taken',
    query: {
      teamId,
      status: wie === 'gesloten' ? 'gesloten' : 'open',
      wie: wie === undefined ? 'vrij' : wie === 'opgepakt' ? 'opgepakt' : undefined,
      // A term says nothing of what is closed.
      termijn: wie === 'gesloten' ? undefined : termijn,
      prioriteit,
      q,
    },
  }
}
