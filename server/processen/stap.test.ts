import { afterAll, beforeAll, expect, it } from 'vitest'
import { findTeamByCode, seedInrichting } from '#server/beheer/index.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { addZaakrol } from '#server/zaken/index.ts'
import { beginProef, publiceerProef } from './testing/proefproces.ts'
import { tekening } from './testing/tekening.ts'

let rondom: TestRondom
let kcc: Client
const taak = (id: string, naam: string) => `<bpmn:userTask id="${id}" name="${naam}" rondom:team="kcc"/>`

beforeAll(async () => {
  rondom = await startTestRondom()
  await rondom.write(seedInrichting)
  kcc = await rondom.als('klantcontactmedewerker', { teamIds: [(await findTeamByCode(rondom.db, 'kcc'))?.id ?? ''] })
  await publiceerProef(rondom, 'stappen', {
    'proces.bpmn': tekening(
      `<bpmn:startEvent id="begin"/>${taak('a', 'Beoordelen')}${taak('b', 'Inplannen')}
      <bpmn:boundaryEvent id="tijd" name="Herinnering" attachedToRef="a" cancelActivity="false">
        <bpmn:timerEventDefinition><bpmn:timeDuration>P2D</bpmn:timeDuration></bpmn:timerEventDefinition>
      </bpmn:boundaryEvent>
      <bpmn:endEvent id="einde"/>
      begin -> a
      a -> b
      tijd -> einde`,
      { attributen: 'rondom:procesteam="kcc"' },
    ),
  })
})
afterAll(() => rondom.close())

const lijst = async (query: string, client = kcc) =>
  (await client.get(`/api/zaken?zaaktype=proef${query}`)).json().rijen as Record<string, unknown>[]

it('the list of zaken says at which step each stands and since when, filters by it, and so does its file', async () => {
  const een = await beginProef(kcc, 'stappen')
  const twee = await beginProef(kcc, 'stappen')
  const begonnen = rondom.clock.now.toISOString()
  expect(await lijst('&stap=Beoordelen')).toMatchObject([
    { id: een.zaakId, stap: 'Beoordelen', stapSinds: begonnen, stapDagen: 0 },
    { id: twee.zaakId },
  ])
  rondom.clock.now = new Date('2026-11-26T10:00:00Z')
  await kcc.post(`/api/zaken/${een.zaakId}/stappen/a`, {})

  expect(await lijst('&stap=Inplannen')).toMatchObject([
    { id: een.zaakId, stapSinds: rondom.clock.now.toISOString(), stapDagen: 0 },
  ])
  expect(await lijst('&stap=Beoordelen')).toMatchObject([{ id: twee.zaakId, stapSinds: begonnen, stapDagen: 3 }])
  expect((await kcc.get('/api/zaken/stappen?zaaktype=proef')).json().rijen).toEqual(['Beoordelen', 'Inplannen'])
  const csv = (await kcc.get('/api/zaken/export?zaaktype=proef&stap=Beoordelen')).body
  expect(csv).toMatch(/Stap.*Werkdagen in stap/)
  expect(csv).toMatch(/Beoordelen.*2026-11-23.*3/)
  expect(csv).not.toContain('Inplannen')

  await kcc.post(`/api/zaken/${een.zaakId}/stappen/b`, {})
  const [klaar] = await lijst('&status=gesloten')
  expect(klaar).toMatchObject({ id: een.zaakId, stap: '', stapSinds: null, stapDagen: null })
})

it('steps are named only to who may see a zaak that stands there', async () => {
  const zelf = await rondom.als('coordinator')
  const { zaakId } = await beginProef(kcc, 'stappen')
  await kcc.post(`/api/zaken/${zaakId}/stappen/a`, {})
  await rondom.write((w) => addZaakrol(w, zaakId, { rol: 'beklaagde', medewerkerId: zelf.actor.medewerkerId }))
  const elders = await rondom.als('coordinator', { bij: rondom.elders })
  const stappen = '/api/zaken/stappen?zaaktype=proef'

  expect((await zelf.get(stappen)).json().rijen).toEqual(['Beoordelen'])
  expect((await kcc.get(stappen)).json().rijen).toEqual(['Beoordelen', 'Inplannen'])
  expect((await elders.get(stappen)).json().rijen).toEqual([])
  expect((await (await rondom.als('redacteur')).get(stappen)).statusCode).toBe(403)
})
