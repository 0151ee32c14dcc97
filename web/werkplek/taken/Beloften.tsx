import { getRouteApi } from '@tanstack/react-router'
import { LegeStaat } from '#kit/Staten.tsx'
import { Takenscherm } from './Takenscherm.tsx'
import { useTakenTeksten } from './takenTeksten.ts'

const route = getRouteApi('/beloften')

/** Customers who were told that they would hear from us, and did not: also when the work itself is done. */
export function Beloften() {
  const t = useTakenTeksten()
  const { team } = route.useSearch()
  return (
    <Takenscherm
      titel={t.beloften}
      onder={t.beloftenUitleg}
      metTeam
      gegroepeerd
      filters={['team']}
      vraag={{ soort: 'beloften', query: { teamId: team } }}
      leeg={<LegeStaat titel={team ? t.leegFilter : t.leegBeloften} icoon={team ? 'filter' : 'vink'} />}
    />
  )
}
