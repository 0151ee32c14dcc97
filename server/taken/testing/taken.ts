import { afterAll, beforeAll } from 'vitest'
import type { Taak, TaakRij } from '#contract/taken.ts'
import { maakWereld, type Wereld } from '#server/klantcontacten/testing/wereld.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { createTaak, type NewTaak } from '../createTaak.ts'

export type Takenwereld = {
  rondom: TestRondom
  wereld: Wereld
  /** Two of the same team, somebody of another, and who divides the work. */
  planner: Client
  collega: Client
  ander: Client
  coordinator: Client
}

/** One per test file, filled before its first test. */
export function takenPerBestand(): Takenwereld {
  // Nothing reads it before the hook has filled it.
  const t = {} as Takenwereld
  beforeAll(async () => {
    t.rondom = await startTestRondom()
    t.wereld = await maakWereld(t.rondom)
    const { planning, klantcontact } = t.wereld
    t.planner = await t.rondom.als('vakspecialist', { naam: 'Piet Planner', teamIds: [planning] })
    t.collega = await t.rondom.als('vakspecialist', { naam: 'Bilal Collega', teamIds: [planning] })
    t.ander = await t.rondom.als('klantcontactmedewerker', { naam: 'Cora Ander', teamIds: [klantcontact] })
    t.coordinator = await t.rondom.als('coordinator', { naam: 'Daan Coördinator' })
  })
  afterAll(() => t.rondom.close())
  return t
}

/** A taak of the klant for planning, as the coördinator sees it. */
export async function nieuweTaak(
  { rondom, wereld, coordinator }: Takenwereld,
  input: Partial<NewTaak> = {},
): Promise<Taak> {
  const taak = await rondom.write((w) =>
    createTaak(w, {
      teamId: wereld.planning,
      onderwerp: 'Afspraak maken',
      partijId: wereld.klant.id,
      termijnWerkdagen: 2,
      ...input,
    }),
  )
  return (await coordinator.get(`/api/taken/${taak.id}`)).json()
}

/** POST, PUT or DELETE with the version that was read. */
export function act(client: Client, method: 'POST' | 'PUT' | 'DELETE', taak: Taak, path: string, body: object) {
  return client.request({
    method,
    url: `/api/taken/${taak.id}/${path}`,
    payload: body,
    headers: { 'if-match': `"${taak.versie}"` },
  })
}

export const claim = (client: Client, taak: Taak) => client.post(`/api/taken/${taak.id}/behandeling`)

export const listTaken = async (client: Client, query = '') =>
  ((await client.get(`/api/taken?aantal=100&${query}`)).json() as { rijen: TaakRij[]; volgende?: string }).rijen
