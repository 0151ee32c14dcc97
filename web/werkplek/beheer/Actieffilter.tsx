import { SegmentedControl } from '@mantine/core'
import { useBeheerTeksten } from './beheerTeksten.ts'

type Actiefkeuze = 'ja' | 'nee' | 'alles'

/** In use, out of use, or both; in use unless asked otherwise. */
export function Actieffilter({ waarde, onKies }: { waarde: Actiefkeuze; onKies: (keuze: Actiefkeuze) => void }) {
  const t = useBeheerTeksten()
  return (
    <SegmentedControl
      size="xs"
      aria-label={t.status}
      value={waarde}
      onChange={(keuze) => onKies(keuze as Actiefkeuze)}
      data={[
        { value: 'ja', label: t.actief },
        { value: 'nee', label: t.nietActief },
        { value: 'alles', label: t.alles },
      ]}
    />
  )
}

/** Whether a row belongs to the choice. */
export function past(keuze: Actiefkeuze, actief: boolean): boolean {
  return keuze === 'alles' || actief === (keuze === 'ja')
}
