import { queryOptions, useQuery } from '@tanstack/react-query'
import { getIk, type Ik } from '#contract/aanmelden.ts'
import type { Recht } from '#contract/rechten.ts'
import { call } from '#kit/api.ts'

/** A 401 here is an answer, not an interruption: nobody is signed in yet. */
export const ikQuery = queryOptions({
  queryKey: [getIk.path],
  queryFn: ({ signal }) => call(getIk, { signal, bijVerlopen: 'gooi' }),
  staleTime: 60_000,
  refetchOnWindowFocus: false,
})

/** Who is signed in. Inside the shell there always is somebody. */
export function useIk(): Ik {
  const { data } = useQuery(ikQuery)
  if (!data) throw new Error('useIk is only for screens inside the shell')
  return data
}

/** For showing and hiding; the server decides. */
export function useRecht(...rechten: Recht[]): boolean {
  const ik = useIk()
  return rechten.some((recht) => ik.rechten.includes(recht))
}
