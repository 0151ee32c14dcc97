import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { getGesprek, listGesprekken, saveGesprek, startGesprek } from '#contract/gesprekken.ts'
import { call } from '#kit/api.ts'
import { meld } from '#kit/melding.ts'
import { paden } from '#kit/paden.ts'
import { detailOf } from '#kit/probleem.ts'
import { lees, ververs } from '#kit/queries.ts'

/** Starts a contact — with a klant, with just a name, or with nobody yet — and goes there. */
export function useNieuwContact() {
  const navigate = useNavigate()
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ partijId = null, naam }: { partijId?: string | null; naam?: string }) => {
      const gesprek = await call(startGesprek, { body: { partijId } })
      if (!naam) return gesprek
      return await call(saveGesprek, {
        params: { id: gesprek.id },
        body: { partijId, inhoud: { ...gesprek.inhoud, naam } },
        ifMatch: gesprek.versie,
      })
    },
    onError: (error) => meld(detailOf(error), { toon: 'fout' }),
    onSuccess: async (gesprek) => {
      client.setQueryData(lees(getGesprek, { params: { id: gesprek.id } }).queryKey, gesprek)
      void ververs(client, listGesprekken)
      await navigate({ to: paden.gesprek(gesprek.id) })
    },
  })
}
