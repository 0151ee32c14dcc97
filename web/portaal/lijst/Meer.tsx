import { Button } from '../nlds/Button.tsx'
import type { Bladzijden } from './useBladzijden.ts'

/** The rest of a list, when one wants it: nothing jumps while reading. */
export function Meer<R>({ lijst, tekst }: { lijst: Bladzijden<R>; tekst: string }) {
  if (!lijst.meer) return null
  return (
    <div>
      <Button purpose="secondary" {...(lijst.bezig && { busy: true })} onClick={lijst.haalMeer}>
        {tekst}
      </Button>
    </div>
  )
}
