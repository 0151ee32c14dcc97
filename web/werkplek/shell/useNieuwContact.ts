import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { getGesprek, listGesprekken, saveGesprek, startGesprek } from '#contract/gesprekken.ts'
import { call } from '#kit/api.ts'
import { meld } from '#kit/melding.ts'
import { paden } from '#kit/paden.ts'
import { detailOf } from '#kit/probleem.ts'
import { lees, ververs } from '#kit/queries.ts'
import { leesKopie } from '../gesprekken/noodkopie.ts'

type Met = { partijId?: string | null; naam?: string }

/** Starts a contact — with a klant, with just a name, or with nobody yet — and goes there. */
export function useNieuwContact() {
  const navigate = useNavigate()
  const client = useQueryClient()
  return useMutation({
    // One after the other: the second click of impatience finds the contact of the first.
    scope: { id: 'nieuw-contact' },
    mutationFn: async ({ partijId = null, naam }: Met) => {
      const leeg = partijId === null && !naam ? await findLeeg() : undefined
      if (leeg) return leeg
      const nieuw = await call(startGesprek, { body: { partijId } })
      const gesprek = naam
        ? await call(saveGesprek, {
            params: { id: nieuw.id },
            body: { partijId, inhoud: { ...nieuw.inhoud, naam } },
            ifMatch: nieuw.versie,
          })
        : nieuw
      client.setQueryData(lees(getGesprek, { params: { id: gesprek.id } }).queryKey, gesprek)
      return gesprek.id
    },
    onError: (error) => meld(detailOf(error), { toon: 'fout' }),
    onSuccess: async (id) => {
      void ververs(client, listGesprekken)
      await navigate({ to: paden.gesprek(id) })
    },
  })
}

/**
 * A tab in which nobody was chosen and nothing typed: a second one beside it would only be in the way. What was typed a
 * moment ago is on its way to the server: that one is not empty either.
 */
async function findLeeg(): Promise<string | undefined> {
  const { gesprekken } = await call(listGesprekken, {})
  return gesprekken.find(({ id, leeg, partij, titel }) => leeg && partij === null && titel === '' && !leesKopie(id))?.id
}
