import { useQuery, useQueryClient } from '@tanstack/react-query'
import { klantbeeld } from '#contract/klantbeeld.ts'
import { useGebeurtenis } from '#kit/gebeurtenissen.ts'
import { lees } from '#kit/queries.ts'

/** Each opening is a line in the verwerkingenlog, so only opening and news fetch it, and not a glance at another window. */
export const klantbeeldQuery = (id: string) => ({
  ...lees(klantbeeld, { params: { id } }),
  staleTime: 60_000,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
})

/** The klantbeeld, kept up to date with what colleagues do for this klant and his household. */
export function useKlantbeeld(id: string) {
  const client = useQueryClient()
  const query = useQuery(klantbeeldQuery(id))
  const ids = [id, ...(query.data?.huishoudens.map(({ partij }) => partij.id) ?? [])]
  useGebeurtenis(['partij.*', 'taak.*', 'klantcontact.*', 'gesprek.*', 'adres.*'], ({ soort, onderwerpen }) => {
    if (soort !== 'opnieuw' && !onderwerpen.some((onderwerp) => ids.some((each) => onderwerp === `partij:${each}`)))
      return
    void client.invalidateQueries({ queryKey: klantbeeldQuery(id).queryKey })
  })
  return query
}
