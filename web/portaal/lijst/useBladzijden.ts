import { useInfiniteQuery } from '@tanstack/react-query'
import type { Endpoint, ResponseOf } from '#contract/endpoint.ts'
import { call } from '#kit/api.ts'
import { metNamens, useNamens } from '../namens.ts'

type Bladzijde = { rijen: readonly unknown[]; volgende?: string | undefined }
type Rij<E extends Endpoint> = ResponseOf<E> extends { rijen: (infer R)[] } ? R : never

export type Bladzijden<R> = {
  data: readonly R[] | undefined
  error: unknown
  refetch: () => unknown
  meer: boolean
  bezig: boolean
  haalMeer: () => void
}

/** A list of the portal, page after page, for whom one acts now. */
export function useBladzijden<const E extends Endpoint>(
  endpoint: E,
  query: Record<string, unknown> = {},
): Bladzijden<Rij<E>> {
  const namens = useNamens()
  const los = call as (endpoint: Endpoint, options: object) => Promise<unknown>
  const lijst = useInfiniteQuery({
    queryKey: [endpoint.path, 'bladzijden', query, namens],
    queryFn: async ({ pageParam, signal }) =>
      (await los(
        endpoint,
        metNamens(namens, { query: { ...query, ...(pageParam && { na: pageParam }) }, signal }),
      )) as Bladzijde,
    initialPageParam: '',
    getNextPageParam: (laatste) => laatste.volgende,
  })
  return {
    data: lijst.data?.pages.flatMap(({ rijen }) => rijen as Rij<E>[]),
    error: lijst.error,
    refetch: lijst.refetch,
    meer: lijst.hasNextPage,
    bezig: lijst.isFetchingNextPage,
    haalMeer: () => void lijst.fetchNextPage(),
  }
}
