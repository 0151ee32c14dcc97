import { useMutation } from '@tanstack/react-query'
import type { Partij } from '#contract/relaties.ts'
import { meld } from '#kit/melding.ts'
import { detailOf } from '#kit/probleem.ts'
import { useNaWijziging } from '../relaties.queries.ts'
import { useRelatieTeksten } from '../relatieTeksten.ts'

/** Ends a part of a klant. @returns what the button runs; undefined while there is nothing to end */
export function useEinde(stop: (() => Promise<Partij>) | undefined, onKlaar: () => void): (() => void) | undefined {
  const t = useRelatieTeksten()
  const naWijziging = useNaWijziging()
  const { mutate } = useMutation({
    mutationFn: async () => stop?.(),
    onSuccess: (partij) => {
      if (partij) naWijziging(partij)
      meld(t.beeindigd)
      onKlaar()
    },
    onError: (error) => meld(detailOf(error), { toon: 'fout' }),
  })
  return stop && (() => mutate())
}
