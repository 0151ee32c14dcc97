import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { listBeheerProcessen, maakConcept } from '#contract/procesbeheer.ts'
import { call } from '#kit/api.ts'
import { meld } from '#kit/melding.ts'
import { detailOf } from '#kit/probleem.ts'
import { ververs } from '#kit/queries.ts'
import type { Bestanden } from './samenvoegen.ts'

/** A draft of these files, on the sheet that is open. */
export function useNieuwConcept(proces: string, gemaakt: string, klaar?: () => void) {
  const client = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: (bestanden: Bestanden) => call(maakConcept, { params: { proces }, body: { bestanden } }),
    onSuccess: async ({ id }) => {
      klaar?.()
      await ververs(client, listBeheerProcessen)
      meld(gemaakt)
      await navigate({ to: '.', search: (was: Record<string, unknown>) => ({ ...was, versie: id }) })
    },
    onError: (error) => meld(detailOf(error), { toon: 'fout' }),
  })
}
