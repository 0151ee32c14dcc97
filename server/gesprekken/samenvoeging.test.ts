import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Gesprek, VoltooidGesprek } from '#contract/gesprekken.ts'
import type { Klantcontact } from '#contract/klantcontacten.ts'
import type { Samenvoeging } from '#contract/samenvoegen.ts'
import type { Taak } from '#contract/taken.ts'
import { maakWereld, persoon, type Wereld } from '#server/klantcontacten/testing/wereld.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { registerPartij } from '#server/relaties/index.ts'
import { beginGesprek, rondAf } from './testing/gesprek.ts'

let rondom: TestRondom
let wereld: Wereld
let agent: Client
beforeAll(async () => {
  rondom = await startTestRondom()
  wereld = await maakWereld(rondom)
  agent = await rondom.als('coordinator', { teamIds: [wereld.planning] })
})
afterAll(() => rondom.close())

async function contactMetTaak(partijId: string, vraag: string): Promise<VoltooidGesprek['klantcontacten'][number]> {
  const taak = { aanmaken: true, teamId: wereld.planning }
  const [post] = (await rondAf(agent, await beginGesprek(agent, { partijId }), { vraag, taak })).klantcontacten
  if (!post) throw new Error('no post was made')
  return post
}

const klantVan = async (postId: string) =>
  ((await agent.get(`/api/klantcontacten/${postId}`)).json() as Klantcontact).betrokkenen.find(
    (each) => each.rol === 'klant',
  )?.partijId
const taakKlant = async (taakId = '') => ((await agent.get(`/api/taken/${taakId}`)).json() as Taak).partij?.id
const opTijdlijn = async (partijId: string) =>
  (
    await sql<{ verwijzing_id: string }>`select verwijzing_id from tijdlijn_item where partij_id = ${partijId}`.execute(
      rondom.db,
    )
  ).rows.map((row) => row.verwijzing_id)

it('contacts, taken and running conversations follow a merged klant, and go back when it is undone', async () => {
  const doel = wereld.klant.id
  const bron = (await rondom.write((w) => registerPartij(w, persoon('Berg', 'van den')))).id
  const vraag = await contactMetTaak(bron, 'Van de dubbele')
  const lopend: Gesprek = (await agent.post('/api/gesprekken', { partijId: bron, kanaalCode: 'telefoon' })).json()

  const samenvoeging: Samenvoeging = (
    await agent.post(`/api/partijen/${doel}/samenvoeging`, { bronId: bron, bevestigd: true })
  ).json()

  expect(await klantVan(vraag.id)).toBe(doel)
  expect(await taakKlant(vraag.taak?.id)).toBe(doel)
  expect(await opTijdlijn(doel)).toEqual(expect.arrayContaining([vraag.id, vraag.taak?.id]))
  const running: Gesprek = (await agent.get(`/api/gesprekken/${lopend.id}`)).json()
  expect(running.partij?.id).toBe(doel)
  // The window still knows the old klant: its next save lands on the one who stayed.
  const saved = await agent.put(`/api/gesprekken/${lopend.id}`, { partijId: bron, inhoud: lopend.inhoud }, 1)
  expect((saved.json() as Gesprek).partij?.id).toBe(doel)
  const later = await contactMetTaak(doel, 'Na het samenvoegen')

  expect((await agent.delete(`/api/samenvoegingen/${samenvoeging.id}`)).statusCode).toBe(200)

  expect(await klantVan(vraag.id)).toBe(bron)
  expect(await taakKlant(vraag.taak?.id)).toBe(bron)
  expect(await opTijdlijn(bron)).toEqual(expect.arrayContaining([vraag.id, vraag.taak?.id]))
  expect(await klantVan(later.id)).toBe(doel)
  expect(await taakKlant(later.taak?.id)).toBe(doel)
  const finish = await agent.post(`/api/taken/${vraag.taak?.id}/behandeling`)
  expect(finish.statusCode).toBe(200)
})
