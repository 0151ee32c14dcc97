import { useQueryClient } from '@tanstack/react-query'
import { lijstNietGevalideerd } from '#contract/adressen.ts'
import { klantbeeld } from '#contract/klantbeeld.ts'
import { leesPartij, type Partij } from '#contract/relaties.ts'
import { lijstSamenvoegingen } from '#contract/samenvoegen.ts'
import { lees, ververs } from '#kit/queries.ts'

export const partijQuery = (id: string) => lees(leesPartij, { params: { id } })
export const samenvoegingenQuery = (id: string) => lees(lijstSamenvoegingen, { params: { id } })

/** What the klantbeeld has read already: never a request of our own, because each reading is a line in the verwerkingenlog. */
export const beeldQuery = (id: string) => ({
  ...lees(klantbeeld, { params: { id } }),
  staleTime: Number.POSITIVE_INFINITY,
  refetchOnMount: false,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
})

/** What every change of a klant is followed by: the answer on screen, and what else shows him read again. */
export function useNaWijziging(): (partij: Partij) => void {
  const client = useQueryClient()
  return (partij) => {
    client.setQueryData(partijQuery(partij.id).queryKey, partij)
    void ververs(client, klantbeeld, lijstSamenvoegingen, lijstNietGevalideerd)
  }
}
