import { afterAll, beforeAll, expect, it } from 'vitest'
import { seedInrichting } from '#server/beheer/index.ts'
import { newId } from '#server/platform/ids.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { dmnMet } from '../testing/dmn.ts'
import { tekening } from '../testing/tekening.ts'

let rondom: TestRondom
let beheerder: Client
let pad: string

const regels = (grens: string) =>
  dmnMet([
    {
      id: 'hoogte',
      naam: 'Hoogte',
      trefbeleid: 'FIRST',
      invoer: [{ naam: 'hek', type: 'number' }],
      uitkomsten: [{ naam: 'toets', type: 'string' }],
      regels: [
        [[grens], ['"mag"'], 'Laag genoeg'],
        [['-'], ['"kijken"'], 'Te hoog'],
      ],
    },
    {
      id: 'termijn',
      naam: 'Termijn',
      invoer: [{ naam: 'Hoogte' }, { naam: 'instellingen' }],
      uitkomsten: [{ naam: 'dagen', type: 'number' }],
      regels: [
        [['"mag"'], ['0']],
        [['"kijken"'], ['instellingen.dagen']],
      ].map(([cellen, uit]) => [[...(cellen as string[]), '-'], uit as string[]]) as [string[], string[]][],
    },
  ])

beforeAll(async () => {
  rondom = await startTestRondom()
  await rondom.write(seedInrichting)
  beheerder = await rondom.als('functioneel-beheerder')
  const bestanden = {
    'proces.bpmn': tekening('<bpmn:startEvent id="begin" name="Begin"/>'),
    'regels.dmn': regels('<= 100'),
    'instellingen.json': JSON.stringify({
      dagen: {
        label: 'Dagen',
        waarden: [
          { vanaf: '2020-01-01', waarde: 5 },
          { vanaf: '2999-01-01', waarde: 9 },
        ],
      },
    }),
  }
  const { id } = (await beheerder.post('/api/beheer/processen/hekken/concept', { bestanden })).json()
  pad = `/api/beheer/procesversies/${id}/beslissingen`
})
afterAll(() => rondom.close())

it('takes a decision with what it needs and the settings of today, and says by which rule', async () => {
  const answer = await beheerder.post(`${pad}/termijn`, { invoer: { hek: 180 } })

  expect(answer.statusCode, answer.body).toBe(200)
  expect(answer.json()).toMatchObject({
    besluiten: [
      { beslissing: 'hoogte', uitkomst: 'kijken', regels: [{ nummer: 2, opmerking: 'Te hoog' }] },
      { beslissing: 'termijn', uitkomst: 5, regels: [{ nummer: 2 }] },
    ],
    onbekend: [],
  })
})

it('takes it with the tables that one works on, and says what was not given', async () => {
  const anders = await beheerder.post(`${pad}/hoogte`, { invoer: { hek: 180 }, regels: regels('<= 200') })
  expect(anders.json().besluiten).toMatchObject([{ uitkomst: 'mag', regels: [{ nummer: 1 }] }])

  const zonder = await beheerder.post(`${pad}/hoogte`, { invoer: {} })
  expect(zonder.json()).toMatchObject({ besluiten: [{ uitkomst: 'kijken' }], onbekend: ['hek'] })
})

it.each([
  ['a value of another kind', { invoer: { hek: 'hoog' } }, 'getal'],
  ['tables that cannot be read', { invoer: {}, regels: '<kapot' }, 'DMN'],
  ['entities', { invoer: {}, regels: '<!DOCTYPE x [<!ENTITY a "b">]><x/>' }, 'DOCTYPE'],
])('refuses %s with a sentence', async (_, body, woord) => {
  const answer = await beheerder.post(`${pad}/hoogte`, body)

  expect(answer.statusCode).toBe(400)
  expect(answer.json().invalidParams[0].reason).toContain(woord)
})

it('knows no other decision or version, and is for who may change processes', async () => {
  expect((await beheerder.post(`${pad}/weg`, { invoer: {} })).statusCode).toBe(404)
  const ander = `/api/beheer/procesversies/${newId()}/beslissingen/hoogte`
  expect((await beheerder.post(ander, { invoer: {} })).statusCode).toBe(404)
  const kcc = await rondom.als('klantcontactmedewerker')
  expect((await kcc.post(`${pad}/hoogte`, { invoer: {} })).statusCode).toBe(403)
})
