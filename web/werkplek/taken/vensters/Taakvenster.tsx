import type { Taak } from '#contract/taken.ts'
import { Afrondvenster } from './Afrondvenster.tsx'
import { Bewerkvenster } from './Bewerkvenster.tsx'
import { Doorzetvenster } from './Doorzetvenster.tsx'
import { Oppakvenster } from './Oppakvenster.tsx'
import { Annuleervenster, Teruggeefvenster, Wachtvenster } from './Redenvenster.tsx'
import { Terugkoppelvenster } from './Terugkoppelvenster.tsx'
import { Toewijsvenster } from './Toewijsvenster.tsx'

const vensters = {
  oppakken: (props: Venster) => <Oppakvenster {...props} onGelukt={props.onSluiten} />,
  afronden: Afrondvenster,
  terugkoppelen: Terugkoppelvenster,
  teruggeven: Teruggeefvenster,
  doorzetten: Doorzetvenster,
  toewijzen: Toewijsvenster,
  wachten: Wachtvenster,
  bewerken: Bewerkvenster,
  annuleren: Annuleervenster,
} as const

type Venster = { taak: Taak; onSluiten: () => void }
export type Vensternaam = keyof typeof vensters

/** Everything that one can do with a taak, each in its window. */
export function Taakvenster({ venster, ...props }: Venster & { venster: Vensternaam }) {
  const Dit = vensters[venster]
  return <Dit {...props} />
}
