import { LegeStaat } from '#kit/Staten.tsx'
import { Takenscherm } from './Takenscherm.tsx'
import { useTakenTeksten } from './takenTeksten.ts'

/** Customers who were told that they would hear from us, and did not: also when the work itself is done. */
export function Beloften() {
  const t = useTakenTeksten()
  return (
    <Takenscherm
      titel={t.beloften}
      onder={t.beloftenUitleg}
      metTeam
      filters={[]}
      vraag={{ soort: 'beloften', query: {} }}
      leeg={<LegeStaat titel={t.leegBeloften} icoon="vink" />}
    />
  )
}
