import { Venster } from '#kit/Venster.tsx'
import { Aanmeldscherm } from './Aanmeldscherm.tsx'

/** Over the screen of somebody whose session ended while working; the screen behind it keeps its text. */
export function Aanmeldvenster({ onAangemeld }: { onAangemeld: () => void }) {
  return (
    <Venster open titel="Meld u opnieuw aan" onSluiten={() => {}}>
      <Aanmeldscherm onAangemeld={onAangemeld} />
    </Venster>
  )
}
