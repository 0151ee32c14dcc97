import { getRouteApi } from '@tanstack/react-router'
import { useRecht } from '#kit/ik.ts'
import { LegeStaat } from '#kit/Staten.tsx'
import { Termijnenlijst } from '../zaken/Termijnenlijst.tsx'
import { Takenscherm } from './Takenscherm.tsx'
import { useTakenTeksten } from './takenTeksten.ts'

const route = getRouteApi('/beloften')

/** Customers who were told that they would hear from us, and did not: also when the work itself is done; and terms of zaken that passed. */
export function Beloften() {
  const t = useTakenTeksten()
  const { team } = route.useSearch()
  const magZaken = useRecht('zaak.lezen')
  return (
    <>
      <Takenscherm
        titel={t.beloften}
        onder={t.beloftenUitleg}
        metTeam
        gegroepeerd
        filters={['team']}
        vraag={{ soort: 'beloften', query: { teamId: team } }}
        leeg={<LegeStaat titel={team ? t.leegFilter : t.leegBeloften} icoon={team ? 'filter' : 'vink'} />}
      />
      {magZaken && <Termijnenlijst teamId={team} />}
    </>
  )
}
