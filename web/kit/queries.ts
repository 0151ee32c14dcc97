import { keepPreviousData, QueryClient, queryOptions } from '@tanstack/react-query'
import type { Endpoint, ResponseOf } from '#contract/endpoint.ts'
import { type Arguments, call } from './api.ts'

/**
 * The options of one read, for `useQuery`, `ensureQueryData` and prefetching. Each slice has a `<slice>.queries.ts`
 * that names its reads. The key starts with the path of the endpoint, so that one line refreshes all of it.
 * @example useQuery(lees(getTaak, { params: { id } }))
 */
export function lees<const E extends Endpoint>(endpoint: E, ...[options]: Arguments<E>) {
  const given = (options ?? {}) as { params?: unknown; query?: unknown }
  return queryOptions<ResponseOf<E>>({
    queryKey: [endpoint.path, given.params ?? null, given.query ?? null],
    queryFn: async ({ signal }) => (await (call as LooseCall)(endpoint, { ...given, signal })) as ResponseOf<E>,
  })
}

type LooseCall = (endpoint: Endpoint, options: object) => Promise<unknown>

/** Marks what was read from these endpoints as out of date; what is on screen is fetched again at once. */
export async function ververs(client: QueryClient, ...endpoints: Endpoint[]): Promise<void> {
  await Promise.all(endpoints.map((endpoint) => client.invalidateQueries({ queryKey: [endpoint.path] })))
}

/** Keeps the previous page on screen while a filter changes: lists do not flash. */
export const houdVorige = keepPreviousData

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // `call` retries what is worth retrying; events tell when something changed.
        retry: false,
        staleTime: 15_000,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}
