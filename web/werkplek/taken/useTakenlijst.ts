import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { RequestOf } from '#contract/endpoint.ts'
import { listBeloften, listTaken } from '#contract/taken.ts'
import { call } from '#kit/api.ts'
import { ververs } from '#kit/queries.ts'
import { type Lijst, toon, voegToe, volg } from './levendeLijst.ts'
import { useBijblijven } from './useBijblijven.ts'

export type Lijstvraag =
  | { soort: 'taken'; query: RequestOf<typeof listTaken>['query'] }
  | { soort: 'beloften'; query: RequestOf<typeof listBeloften>['query'] }

const perBladzijde = 50

/** One page from the server, whichever of the two lists it is. */
function haal({ soort, query }: Lijstvraag, na: string | undefined, signal: AbortSignal) {
  const page = { ...query, aantal: perBladzijde, ...(na && { na }) }
  return soort === 'taken' ? call(listTaken, { query: page, signal }) : call(listBeloften, { query: page, signal })
}

/** A list that stays in step with what colleagues do, without moving under the pointer. */
export function useTakenlijst(vraag: Lijstvraag) {
  const client = useQueryClient()
  const key = JSON.stringify(vraag)
  const query = useInfiniteQuery({
    // Starts with the path, as `lees` does, so that `ververs` finds it.
    queryKey: [vraag.soort === 'taken' ? listTaken.path : listBeloften.path, 'doorlopend', key],
    queryFn: ({ pageParam, signal }) => haal(vraag, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.volgende,
    placeholderData: keepPreviousData,
  })
  const { data, isPlaceholderData, hasNextPage } = query
  const [lijst, setLijst] = useState<Lijst & { key: string; bladen: number }>()

  useEffect(() => {
    if (!data || isPlaceholderData) return
    const fresh = data.pages.flatMap((page) => page.rijen)
    const bladen = data.pages.length
    setLijst((shown) => {
      if (shown?.key !== key || shown.regels.length === 0) return { key, bladen, regels: toon(fresh), nieuw: 0 }
      const base = bladen > shown.bladen ? voegToe(shown.regels, data.pages.at(-1)?.rijen ?? []) : shown.regels
      return { key, bladen, ...volg(base, fresh, hasNextPage) }
    })
  }, [data, isPlaceholderData, hasNextPage, key])

  useBijblijven(['taak.*'], () => ververs(client, listTaken, listBeloften))

  return {
    query,
    lijst,
    /** Another list was asked for, and this is still the one before. */
    verouderd: lijst !== undefined && lijst.key !== key,
    /** Shows the list as it is now: new rows in, gone rows out. */
    bijwerken: () =>
      setLijst(
        (shown) => shown && data && { ...shown, regels: toon(data.pages.flatMap((page) => page.rijen)), nieuw: 0 },
      ),
    /** Only what is gone leaves; for when nobody looks. */
    ruimOp: () => setLijst((shown) => shown && { ...shown, regels: shown.regels.filter(({ weg }) => !weg) }),
  }
}
