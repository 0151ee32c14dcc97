import type { Partij } from '#contract/relaties.ts'
import { SamenvoegVenster } from '../samenvoegen/SamenvoegVenster.tsx'
import { AdresVenster } from './AdresVenster.tsx'
import { DigitaalAdresVenster } from './DigitaalAdresVenster.tsx'
import { PartijVenster } from './PartijVenster.tsx'
import { RekeningVenster } from './RekeningVenster.tsx'
import { RolVenster } from './RolVenster.tsx'
import { SignaleringVenster } from './SignaleringVenster.tsx'
import { VertegenwoordigingVenster } from './VertegenwoordigingVenster.tsx'
import type { Wat } from './wat.ts'

/** The side window for whatever of a klant is to be changed. Loaded when somebody asks for it. */
export function Wijzigvenster({ partij, wat, onSluiten }: { partij: Partij; wat: Wat; onSluiten: () => void }) {
  const gedeeld = { partij, onSluiten }
  switch (wat.soort) {
    case 'gegevens':
      return <PartijVenster {...gedeeld} />
    case 'digitaal':
      return <DigitaalAdresVenster {...gedeeld} adres={wat.welk} />
    case 'adres':
      return <AdresVenster {...gedeeld} adres={wat.welk} />
    case 'rekening':
      return <RekeningVenster {...gedeeld} rekening={wat.welk} />
    case 'rol':
      return <RolVenster {...gedeeld} rol={wat.welk} kant={wat.kant} />
    case 'vertegenwoordiging':
      return <VertegenwoordigingVenster {...gedeeld} vertegenwoordiging={wat.welk} />
    case 'signalering':
      return <SignaleringVenster {...gedeeld} signalering={wat.welk} />
    case 'samenvoegen':
      return <SamenvoegVenster {...gedeeld} />
  }
}
