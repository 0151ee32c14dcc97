import type { QueryClient } from '@tanstack/react-query'
import { listKanalen, listTeams } from '#contract/beheer.ts'
import { klantbeeld, tijdlijn } from '#contract/klantbeeld.ts'
import { countTaken, getTaak, listBeloften, listTaken, type Taak } from '#contract/taken.ts'
import { lees, ververs } from '#kit/queries.ts'

export const taakQuery = (id: string) => lees(getTaak, { params: { id } })

const halfUur = 30 * 60_000
export const teamsQuery = { ...lees(listTeams), staleTime: halfUur }
export const kanalenQuery = { ...lees(listKanalen), staleTime: halfUur }

/** What I changed is on my screen at once; lists and counts follow. */
export function neemOver(client: QueryClient, taak: Taak): void {
  client.setQueryData(taakQuery(taak.id).queryKey, taak)
  void ververs(client, listTaken, listBeloften, countTaken, klantbeeld, tijdlijn)
}
