import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seedInrichting } from '#server/beheer/index.ts'
import { newId } from '#server/platform/ids.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { tekening } from '../testing/tekening.ts'

let rondom: TestRondom
let beheerder: Client
let id: string

const bestanden = {
  'proces.bpmn': tekening(`<bpmn:startEvent id="begin" rondom:formulier="vraag"/>
  <bpmn:businessRuleTask id="toets" rondom:beslissing="weg" rondom:resultaat="oordeel"/>
  <bpmn:endEvent id="eind"/>
  begin -> toets
  toets -> eind`),
  'formulieren/vraag.json': JSON.stringify({
    titel: 'Vraag',
    velden: [
      { naam: 'hoogte', soort: 'getal', label: 'Hoogte', min: 80 },
      { naam: 'soort', soort: 'keuze', label: 'Soort', opties: [{ waarde: 'hout', label: 'Hout' }] },
    ],
  }),
  'instellingen.json': JSON.stringify({
    norm: { label: 'Norm', waarden: [{ vanaf: '2020-01-01', waarde: 5 }] },
  }),
}

beforeAll(async () => {
  rondom = await startTestRondom()
  await rondom.write(seedInrichting)
  beheerder = await rondom.als('functioneel-beheerder', { naam: 'Peter' })
  id = (await beheerder.post('/api/beheer/processen/hek/concept', { bestanden })).json().id
})
afterAll(() => rondom.close())

const pad = 'berichten/dank.md'
const toon = (tekst: string, over: object = {}, wie = beheerder) =>
  wie.post(`/api/beheer/procesversies/${id}/berichtvoorbeeld`, { pad, tekst, ...over })
const stuur = (tekst: string, wie = beheerder) =>
  wie.post(`/api/beheer/procesversies/${id}/proefbericht`, { pad, tekst })

it('names what forms and messages may use, with an example of each and the lists', async () => {
  const { namen, voorbeeld, lijsten } = (await beheerder.get(`/api/beheer/procesversies/${id}/namen`)).json()
  const van = (herkomst: string) =>
    namen.filter((each: { herkomst: string }) => each.herkomst === herkomst).map(({ naam }: { naam: string }) => naam)

  expect(van('vast')).toEqual(expect.arrayContaining(['klant', 'zaak', 'instellingen']))
  expect(van('formulier')).toEqual(['hoogte', 'soort'])
  expect(van('beslissing')).toEqual(['oordeel'])
  expect(voorbeeld).toMatchObject({ hoogte: 80, soort: 'hout', oordeel: null, instellingen: { norm: 5 } })
  expect(lijsten['vera:DEFECTSOORT'].length).toBeGreaterThan(5)
})

it('names what is always there of a draft that cannot be read', async () => {
  const kapot = (
    await beheerder.post('/api/beheer/processen/kapot/concept', { bestanden: { 'proces.bpmn': '<' } })
  ).json()
  const { namen } = (await beheerder.get(`/api/beheer/procesversies/${kapot.id}/namen`)).json()

  expect(namen).toContainEqual({ naam: 'klant', herkomst: 'vast' })
})

it('shows a message with an example filled in, for each channel', async () => {
  const tekst = '---\nonderwerp: Uw hek ({{ zaak.nummer }})\n---\n{{ klant.aanhef }},\n\nHoogte: **{{ hoogte }}** cm.'
  const gezien = (await toon(tekst)).json()

  expect(gezien).toMatchObject({ onderwerp: 'Uw hek (Z2026-100123)', brief: null, fout: null })
  expect(gezien.html).toContain('<strong>80</strong>')
  expect(gezien.tekst).toContain('Geachte mevrouw De Vries')
  expect(gezien.sms).toContain('er staat een bericht voor u klaar')
  const formeel = (await toon(`---\nformeel: true\nonderwerp: Besluit\n---\nDag`, { brief: true })).json()
  expect(formeel.sms).toBeNull()
  expect(Buffer.from(formeel.brief, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
})

it.each([
  ['a name that does not exist', 'Beste {{ klnt.naam }}', 'klnt.naam'],
  ['a section that does not end', '{{#klant}}Dag', 'niet afgesloten'],
  ['a head that is wrong', '---\nformeel: misschien\n---\nDag', 'kop van berichten/dank.md'],
])('says what is wrong with %s, and does not send it', async (_, tekst, melding) => {
  expect((await toon(tekst)).json().fout).toContain(melding)
  const gestuurd = await stuur(tekst)
  expect([gestuurd.statusCode, gestuurd.json().code]).toEqual([409, 'bericht-fout'])
  expect((await sql`select 1 from bericht`.execute(rondom.db)).rows).toEqual([])
})

it('sends a test to who asks for it, and to nobody else', async () => {
  const answer = await stuur('---\nonderwerp: Dank\n---\n{{ klant.aanhef }}, dank u wel.')
  expect(answer.json()).toEqual({ aan: `${beheerder.actor.medewerkerId}@voorbeeld.nl` })

  const { rows } = await sql`select * from bericht`.execute(rondom.db)
  expect(rows).toMatchObject([
    {
      kanaal: 'email',
      aan: `${beheerder.actor.medewerkerId}@voorbeeld.nl`,
      onderwerp: '[Proef] Dank',
      tekst: expect.stringContaining('Dit is een proefbericht'),
      status: 'klaar',
      partij_id: null,
    },
  ])
})

it('is for who sets up processes, of his own organisatie', async () => {
  const kcc = await rondom.als('klantcontactmedewerker')
  const elders = await rondom.als('functioneel-beheerder', { bij: rondom.elders })
  for (const [wie, status] of [
    [kcc, 403],
    [elders, 404],
  ] as const) {
    expect((await toon('Dag', {}, wie)).statusCode).toBe(status)
    expect((await stuur('Dag', wie)).statusCode).toBe(status)
    expect((await wie.get(`/api/beheer/procesversies/${id}/namen`)).statusCode).toBe(status)
  }
  expect((await beheerder.get(`/api/beheer/procesversies/${newId()}/namen`)).statusCode).toBe(404)
  expect((await toon('Dag', { pad: '../geheim.md' })).statusCode).toBe(400)
  expect((await toon('x'.repeat(100_001))).statusCode).toBe(400)
})
