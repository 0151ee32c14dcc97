import { useEffect, useEffectEvent } from 'react'
import { bron } from './bron.ts'
import type { IcoonNaam } from './Icoon.tsx'

/** Something one can do, found in the search palette beside people and tasks. */
export type Actie = {
  id: string
  naam: string
  /** Other words that people may type for it. */
  woorden?: string
  icoon: IcoonNaam
  toets?: string
}
export type UitvoerbareActie = Actie & { run: () => void }

/** What screens add to the palette for as long as they are open. */
export const schermacties = bron<readonly UitvoerbareActie[]>([])

/** @example useActie({ id: 'taak-oppakken', naam: 'Deze taak oppakken', icoon: 'taak' }, claim, mayClaim) */
export function useActie({ id, naam, woorden, icoon, toets }: Actie, run: () => void, actief = true): void {
  const onRun = useEffectEvent(run)
  useEffect(() => {
    if (!actief) return
    const actie: UitvoerbareActie = {
      id,
      naam,
      icoon,
      ...(woorden && { woorden }),
      ...(toets && { toets }),
      run: () => onRun(),
    }
    schermacties.set([...schermacties.get().filter((each) => each.id !== id), actie])
    return () => schermacties.set(schermacties.get().filter((each) => each !== actie))
  }, [id, naam, woorden, icoon, toets, actief])
}
