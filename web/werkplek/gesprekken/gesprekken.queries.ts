import { listKanalen, listOnderwerpen, listTeams } from '#contract/beheer.ts'
import { getGesprek, listGesprekken } from '#contract/gesprekken.ts'
import { klantbeeld } from '#contract/klantbeeld.ts'
import { listSjablonen } from '#contract/klantcontacten.ts'
import { lees } from '#kit/queries.ts'

export const gesprekQuery = (id: string) => ({
  ...lees(getGesprek, { params: { id } }),
  // The reducer holds the text while it is being typed; events tell when another window saved.
  staleTime: Number.POSITIVE_INFINITY,
  refetchOnMount: 'always' as const,
  refetchOnWindowFocus: false,
})
export const gesprekkenQuery = lees(listGesprekken)

/** Set up by the administrator; `inrichting.gewijzigd` refreshes them. */
const halfUur = 30 * 60_000
export const sjablonenQuery = { ...lees(listSjablonen), staleTime: halfUur }
export const kanalenQuery = { ...lees(listKanalen), staleTime: halfUur }
export const onderwerpenQuery = { ...lees(listOnderwerpen), staleTime: halfUur }
export const teamsQuery = { ...lees(listTeams), staleTime: halfUur }

export const klantbeeldQuery = (id: string) => lees(klantbeeld, { params: { id } })
