import { afterAll, beforeAll, expect, it } from 'vitest'
import { seedInrichting } from '#server/beheer/index.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { tekening } from '../testing/tekening.ts'

let rondom: TestRondom
let anna: Client
let bram: Client

const bestanden = (team: string) => ({
  'proces.bpmn': tekening(`<bpmn:startEvent id="begin"/><bpmn:userTask id="werk" name="${team}" rondom:team="kcc"/>
  <bpmn:endEvent id="eind"/>
  begin -> werk
  werk -> eind`),
})

beforeAll(async () => {
  rondom = await startTestRondom()
  await rondom.write(seedInrichting)
  anna = await rondom.als('functioneel-beheerder', { naam: 'Anna' })
  bram = await rondom.als('functioneel-beheerder', { naam: 'Bram' })
})
afterAll(() => rondom.close())

type Versie = { id: string; versie: number }
const concept = async (wie: Client) =>
  (await wie.post('/api/beheer/processen/proef/concept', { bestanden: bestanden('Bellen') })).json()
const bewaar = async (wie: Client, { id, versie }: Versie, inhoud: object) =>
  (await wie.put(`/api/beheer/procesversies/${id}`, { bestanden: inhoud }, versie)).json()
const publiceer = (wie: Client, { id, versie }: Versie) =>
  wie.post(`/api/beheer/procesversies/${id}/publicatie`, { reden: 'Proef' }, { 'if-match': `"${versie}"` })
const vierOgen = async (waarde: boolean, wie = anna) => {
  const rijen = (await wie.get('/api/beheer/instellingen')).json().rijen as { sleutel: string; versie: number }[]
  const nu = rijen.find(({ sleutel }) => sleutel === 'procesVierOgen')
  const answer = await wie.put('/api/beheer/instellingen/procesVierOgen', { waarde }, nu?.versie ?? 0)
  expect(answer.statusCode, answer.body).toBe(200)
}

it('without the setting who wrote a draft may publish it', async () => {
  const draft = await concept(anna)
  expect(draft.publicatie).toEqual({ vierOgen: false, mag: true, anderen: [] })
  expect((await publiceer(anna, draft)).statusCode).toBe(200)
})

it('with it, who made a draft may not publish it; another may, and is named', async () => {
  await vierOgen(true)
  const draft = await concept(anna)
  expect(draft.publicatie).toMatchObject({ vierOgen: true, mag: false, anderen: [{ naam: 'Bram' }] })
  const geweigerd = await publiceer(anna, draft)
  expect([geweigerd.statusCode, geweigerd.json().code]).toEqual([403, 'tweede-paar-ogen'])

  const bijBram = (await bram.get(`/api/beheer/procesversies/${draft.id}`)).json()
  expect(bijBram.publicatie).toEqual({ vierOgen: true, mag: true, anderen: [] })
  expect((await publiceer(bram, draft)).json()).toMatchObject({
    status: 'gepubliceerd',
    gepubliceerdDoor: { naam: 'Bram' },
  })
})

it('who changed it last may not, also when somebody else made it; keeping it as it was changes nothing', async () => {
  const draft = await concept(anna)
  const gelijk = await bewaar(bram, draft, bestanden('Bellen'))
  expect(gelijk).toMatchObject({ gewijzigdDoor: null })
  expect((await publiceer(anna, gelijk)).statusCode).toBe(403)

  const anders = await bewaar(bram, gelijk, bestanden('Schrijven'))
  expect(anders).toMatchObject({
    gewijzigdDoor: { naam: 'Bram' },
    publicatie: { mag: false, anderen: [{ naam: 'Anna' }] },
  })
  expect((await publiceer(bram, anders)).statusCode).toBe(403)
  // Somebody changed it after she looked: she looks again.
  expect((await publiceer(anna, gelijk)).json().code).toBe('verouderd')
  expect((await publiceer(anna, anders)).statusCode).toBe(200)
})

it('is no way around the right to publish, nor around another organisatie, whose setting it does not touch', async () => {
  const draft = await concept(anna)
  const kcc = await rondom.als('klantcontactmedewerker')
  expect((await publiceer(kcc, draft)).json().code).toBe('geen-recht')
  const carla = await rondom.als('functioneel-beheerder', { bij: rondom.elders })
  expect((await publiceer(carla, draft)).statusCode).toBe(404)
  await rondom.write(seedInrichting, rondom.elders)
  expect((await publiceer(carla, await concept(carla))).statusCode).toBe(200)
})
