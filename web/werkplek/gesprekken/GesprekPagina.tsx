import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useGebeurtenis } from '#kit/gebeurtenissen.ts'
import { paden } from '#kit/paden.ts'
import { ApiProblem } from '#kit/probleem.ts'
import { Lading, LegeStaat } from '#kit/Staten.tsx'
import { Gesprekscherm } from './Gesprekscherm.tsx'
import { gesprekQuery } from './gesprekken.queries.ts'
import { useGesprekTeksten } from './gesprekTeksten.ts'

const route = getRouteApi('/gesprekken/$gesprekId')

/** One contact in progress: who is on the line at the left, what he asks at the right. */
export function GesprekPagina() {
  const { gesprekId } = route.useParams()
  const t = useGesprekTeksten()
  const query = useQuery(gesprekQuery(gesprekId))
  const { refetch } = query
  // Completed in another window of mine: this one must not pretend that it still runs.
  useGebeurtenis(['gesprek.voltooid', 'gesprek.gewijzigd'], ({ gegevens }) => {
    if (gegevens['gesprekId'] === gesprekId && gegevens['wat'] !== 'bewaard') void refetch()
  })
  if (query.error instanceof ApiProblem && query.error.status === 404) {
    return (
      <LegeStaat
        pagina
        titel={t.weg}
        icoon="bericht"
        actie={
          <Button variant="default" renderRoot={(props) => <Link to={paden.mijnWerk} {...props} />}>
            {t.naarMijnWerk}
          </Button>
        }
      >
        {t.wegUitleg}
      </LegeStaat>
    )
  }
  return (
    <Lading query={query} pagina>
      {(gesprek) => <Gesprekscherm key={gesprek.id} gesprek={gesprek} />}
    </Lading>
  )
}
