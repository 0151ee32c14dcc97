import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import type { Endpoint } from '#contract/endpoint.ts'
import type { PortaalEndpoint } from '#contract/portaal/endpoint.ts'
import { type Dossier, getIk } from '#contract/portaal/ik.ts'
import type { Arguments } from '#kit/api.ts'
import { lees } from '#kit/queries.ts'

/** For whom one acts: the partij in the address, or undefined for oneself. */
export function useNamens(): string | undefined {
  const { namens } = useSearch({ strict: false }) as { namens?: string }
  return namens
}

/** The dossier that one works in; undefined while it is read, and when one may not act for him any more. */
export function useDossier(): Dossier | undefined {
  const namens = useNamens()
  const { data } = useQuery(lees(getIk))
  return namens ? data?.dossiers.find(({ partijId }) => partijId === namens) : data?.dossiers[0]
}

/**
 * Adds for whom one acts to a request: `useQuery(lees(getZaken, metNamens(namens)))`, and
 * `call(postVraag, metNamens(namens, { body }))`. Every request of the portal goes through it.
 */
export function metNamens<O extends object>(namens: string | undefined, opties: O): O {
  if (!namens) return opties
  const { query } = opties as { query?: object }
  return { ...opties, query: { ...query, namens } }
}

/** `useQuery` of one read of the portal, for whom one acts now. */
export function useLees<const E extends Endpoint & Pick<PortaalEndpoint, 'recht'>>(
  endpoint: E,
  ...[opties]: Arguments<E>
) {
  const namens = useNamens()
  return useQuery(lees(endpoint, ...([metNamens(namens, opties ?? {})] as unknown as Arguments<E>)))
}
