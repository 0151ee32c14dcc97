import { useMutation, useQueryClient } from '@tanstack/react-query'
import { klantbeeld } from '#contract/klantbeeld.ts'
import { leesPartij } from '#contract/relaties.ts'
import { lijstSamenvoegingen, maakSamenvoegingOngedaan } from '#contract/samenvoegen.ts'
import { call } from '#kit/api.ts'
import { meld } from '#kit/melding.ts'
import { detailOf } from '#kit/probleem.ts'
import { ververs } from '#kit/queries.ts'
import { useRelatieTeksten } from '../relatieTeksten.ts'

/** Undoes a merge, from the message that follows it or later from the klantbeeld. */
export function useOngedaan() {
  const t = useRelatieTeksten()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => call(maakSamenvoegingOngedaan, { params: { id } }),
    onSuccess: () => {
      meld(t.teruggedraaid)
      void ververs(client, klantbeeld, leesPartij, lijstSamenvoegingen)
    },
    onError: (error) => meld(detailOf(error), { toon: 'fout' }),
  })
}
