import { type InfiniteData, infiniteQueryOptions, keepPreviousData, type QueryClient } from '@tanstack/react-query'
import { listTeams } from '#contract/beheer.ts'
import type { RequestOf, ResponseOf } from '#contract/endpoint.ts'
import { klantbeeld, tijdlijn } from '#contract/klantbeeld.ts'
import { getZaak, listTermijnen, listZaakstappen, listZaaktypen, listZaken, type Zaak } from '#contract/zaken.ts'
import { call } from '#kit/api.ts'
import { lees, ververs } from '#kit/queries.ts'
import type { ZaakKeuze } from './routes.tsx'

const halfUur = 30 * 60_000
const perBladzijde = 50

export const zaakQuery = (id: string) => lees(getZaak, { params: { id } })
export const teamsQuery = { ...lees(listTeams), staleTime: halfUur }
export const zaakstappenQuery = (zaaktype: string) => lees(listZaakstappen, { query: { zaaktype } })
export const zaaktypenQuery = { ...lees(listZaaktypen), staleTime: halfUur }

/** What the list asks of the server; the export asks the same. */
export function filterVan({ status, team, mijn, q, ...rest }: ZaakKeuze) {
  return {
    ...rest,
    status: status ?? 'lopend',
    teamId: team,
    mijn: mijn ? ('true' as const) : undefined,
    q: q?.trim() || undefined,
    // A term says nothing of what is closed.
    termijn: status === 'gesloten' ? undefined : rest.termijn,
    wachtOp: status === 'gesloten' ? undefined : rest.wachtOp,
    // Of a kind that is not chosen, steps with the same name would be mixed up.
    stap: status === 'gesloten' || !rest.zaaktype ? undefined : rest.stap,
  } satisfies RequestOf<typeof listZaken>['query']
}

export const zakenQuery = (keuze: ZaakKeuze) =>
  doorlopend(listZaken.path, filterVan(keuze), (query, signal) => call(listZaken, { query, signal }))

export const termijnenQuery = (teamId: string | undefined) =>
  doorlopend(listTermijnen.path, { teamId }, (query, signal) => call(listTermijnen, { query, signal }))

type Bladzijde = { volgende?: string | undefined }

/** Page after page; the key starts with the path, as `lees` does, so that `ververs` finds it. */
function doorlopend<Q extends object, B extends Bladzijde>(
  path: string,
  query: Q,
  haal: (query: Q & { aantal: number; na?: string }, signal: AbortSignal) => Promise<B>,
) {
  return infiniteQueryOptions<B, Error, InfiniteData<B>, readonly unknown[], string | undefined>({
    queryKey: [path, 'doorlopend', query],
    queryFn: ({ pageParam, signal }) =>
      haal({ ...query, aantal: perBladzijde, ...(pageParam && { na: pageParam }) }, signal),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.volgende,
    placeholderData: keepPreviousData,
  })
}

/** What I changed is on my screen at once; lists follow. */
export function neemOver(client: QueryClient, zaak: Zaak): void {
  client.setQueryData<ResponseOf<typeof getZaak>>(zaakQuery(zaak.id).queryKey, zaak)
  void ververs(client, listZaken, listTermijnen, klantbeeld, tijdlijn)
}
