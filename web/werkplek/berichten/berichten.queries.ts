import { type InfiniteData, infiniteQueryOptions } from '@tanstack/react-query'
import { getBericht, listBerichten, listPostbus } from '#contract/berichten.ts'
import type { ResponseOf } from '#contract/endpoint.ts'
import { call } from '#kit/api.ts'
import { lees } from '#kit/queries.ts'

export const berichtQuery = (id: string) => lees(getBericht, { params: { id } })

const bladzijde = (na: string | undefined) => ({ aantal: 30, ...(na && { na }) })

export type Blad = 'mislukt' | 'brieven' | 'terug'

const filters = {
  mislukt: { status: 'mislukt' },
  brieven: { status: 'klaar', kanaal: 'brief' },
  terug: { terug: 'ja' },
} as const

/** What a person has to do something about: not arrived, a letter to be posted, or an address that does not work. */
export const werkQuery = (blad: Blad) =>
  infiniteQueryOptions<
    ResponseOf<typeof listBerichten>,
    Error,
    InfiniteData<ResponseOf<typeof listBerichten>>,
    readonly unknown[],
    string | undefined
  >({
    queryKey: [listBerichten.path, 'doorlopend', blad],
    queryFn: ({ pageParam, signal }) =>
      call(listBerichten, {
        query: {
          ...bladzijde(pageParam),
          ...filters[blad],
        },
        signal,
      }),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.volgende,
  })

export const postbusQuery = infiniteQueryOptions<
  ResponseOf<typeof listPostbus>,
  Error,
  InfiniteData<ResponseOf<typeof listPostbus>>,
  readonly unknown[],
  string | undefined
>({
  queryKey: [listPostbus.path, 'doorlopend'],
  queryFn: ({ pageParam, signal }) => call(listPostbus, { query: bladzijde(pageParam), signal }),
  initialPageParam: undefined,
  getNextPageParam: (last) => last.volgende,
})
