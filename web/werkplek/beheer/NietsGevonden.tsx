import { Button } from '@mantine/core'
import { LegeStaat } from '#kit/Staten.tsx'
import { useBeheerTeksten } from './beheerTeksten.ts'

/** Nothing passes the filters, and the way back to everything. */
export function NietsGevonden({ onWis }: { onWis: () => void }) {
  const t = useBeheerTeksten()
  return (
    <LegeStaat
      titel={t.geenResultaat}
      icoon="zoek"
      actie={
        <Button variant="default" onClick={onWis}>
          {t.filtersWissen}
        </Button>
      }
    >
      {t.geenResultaatTekst}
    </LegeStaat>
  )
}
