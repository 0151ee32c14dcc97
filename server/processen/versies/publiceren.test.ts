import { afterAll, beforeAll, expect, it } from 'vitest'
import { seedInrichting } from '#server/beheer/index.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { dmnMet } from '../testing/dmn.ts'
import { tekening } from '../testing/tekening.ts'
import { laadLevering } from './levering.ts'

let rondom: TestRondom
let beheerder: Client
const goed =
  tekening(`<bpmn:startEvent id="begin" name="Begin"/><bpmn:userTask id="werk" name="Werk" rondom:team="kcc"/>
  <bpmn:endEvent id="klaar" name="Klaar"/>
  begin -> werk
  werk -> klaar`)

beforeAll(async () => {
  rondom = await startTestRondom()
  await rondom.write(seedInrichting)
  beheerder = await rondom.als('functioneel-beheerder')
})
afterAll(() => rondom.close())

const concept = (proces: string, bestanden: Record<string, string>) =>
  beheerder.post(`/api/beheer/processen/${proces}/concept`, { bestanden })
const publiceer = ({ id, versie }: { id: string; versie: number }) =>
  beheerder.post(`/api/beheer/procesversies/${id}/publicatie`, { reden: 'Proef' }, { 'if-match': `"${versie}"` })

it('says everything that is wrong, with the place, and publishes nothing of it', async () => {
  const fout = (
    await concept('mis', {
      'proces.bpmn': goed.replace('userTask', 'scriptTask').replace('bpmn:userTask', 'bpmn:scriptTask'),
    })
  ).json()
  expect(fout.bevindingen).toMatchObject([{ ernst: 'fout', bestand: 'proces.bpmn', plek: 'werk' }])
  const answer = await publiceer(fout)

  expect(answer.statusCode).toBe(400)
  expect(answer.json().invalidParams).toMatchObject([
    { name: 'proces.bpmn#werk', reason: expect.stringContaining('ScriptTask') },
  ])
  const kcc = await rondom.als('klantcontactmedewerker')
  expect((await kcc.get('/api/processen')).json().rijen).toEqual([])
  expect((await kcc.post('/api/processen/mis/instanties', {})).statusCode).toBe(404)
})

it.each([
  ['a path out of the folder', { '../../etc/passwd': 'x' }],
  ['a file that no process has', { 'proces.exe': 'x' }],
  ['a folder in a folder', { 'formulieren/a/b.json': '{}' }],
  [
    'too many files',
    Object.fromEntries(Array.from({ length: 201 }, (_, nummer) => [`formulieren/f${nummer}.json`, '{}'])),
  ],
])('refuses %s', async (_, bestanden) => {
  expect((await concept('pad', bestanden)).statusCode).toBe(400)
})

it('a form that cannot be read is named, and so is a message that does not exist', async () => {
  const kapot = (await concept('kapot', { 'proces.bpmn': goed, 'formulieren/vraag.json': '{ kapot' })).json()
  expect(kapot.bevindingen).toMatchObject([
    { bestand: 'formulieren/vraag.json', melding: expect.stringContaining('JSON') },
  ])
})

const metBericht = tekening(`<bpmn:startEvent id="begin"/><bpmn:sendTask id="stuur" rondom:bericht="dank"/>
  begin -> stuur`)
const metRegel = tekening(`<bpmn:startEvent id="begin"/><bpmn:businessRuleTask id="beslis" rondom:beslissing="weg"/>
  begin -> beslis`)
const vraag = (zichtbaar: string) =>
  JSON.stringify({ titel: 'Vraag', velden: [{ naam: 'soort', soort: 'tekst', label: 'Soort', zichtbaar }] })

it.each([
  [
    'a message with a name that nobody fills in',
    { 'proces.bpmn': metBericht, 'berichten/dank.md': 'Beste {{ onbekend }}' },
    'berichten/dank.md',
    'onbekend',
  ],
  [
    'a message that cannot be read',
    { 'proces.bpmn': metBericht, 'berichten/dank.md': 'Beste {{#klant}}' },
    'berichten/dank.md',
    '',
  ],
  [
    'a message with a head that is wrong',
    { 'proces.bpmn': metBericht, 'berichten/dank.md': '---\nformeel: misschien\n---\nDag' },
    'berichten/dank.md',
    '',
  ],
  ['a decision that is not there', { 'proces.bpmn': metRegel }, 'proces.bpmn', 'beslis'],
  [
    'a form with FEEL that does not parse',
    { 'proces.bpmn': goed, 'formulieren/vraag.json': vraag('1 +') },
    'formulieren/vraag.json',
    'velden.0.zichtbaar',
  ],
])('finds %s', async (_, bestanden, bestand, plek) => {
  const { bevindingen } = (await concept('inhoud', bestanden)).json()
  const fouten = bevindingen.filter(({ ernst }: { ernst: string }) => ernst === 'fout')
  expect(fouten).toMatchObject([{ bestand, ...(plek && { plek }) }])
})

it('marks what is wrong with a table at the id of the cell, and says in words where that is', async () => {
  const dmn = dmnMet([
    {
      invoer: [{ naam: 'punten', type: 'number' }],
      uitkomsten: [{ naam: 'korting', type: 'number' }],
      regels: [
        [['> 10'], ['20']],
        [['-'], ['"veel"']],
      ],
    },
  ]).replace('<outputEntry><text>&quot;veel', '<outputEntry id="de-cel"><text>&quot;veel')
  const { bevindingen } = (await concept('tabel', { 'proces.bpmn': goed, 'regels.dmn': dmn })).json()
  expect(bevindingen).toMatchObject([
    { ernst: 'fout', bestand: 'regels.dmn', plek: 'de-cel', naam: 'Besluit, regel 2, "korting"' },
  ])
})

it('says what reads badly in a drawing, and publishes it all the same', async () => {
  const versie = (await concept('stil', { 'proces.bpmn': goed.replace('name="Werk"', '') })).json()
  expect(versie.bevindingen).toMatchObject([
    { ernst: 'waarschuwing', plek: 'werk', melding: expect.stringContaining('geen naam') },
  ])
  expect((await publiceer(versie)).statusCode).toBe(200)
})

it('only points at a name that may still come with a message', async () => {
  const xml =
    tekening(`<bpmn:startEvent id="begin"/><bpmn:exclusiveGateway id="kies" default="b"/><bpmn:endEvent id="x"/><bpmn:endEvent id="y"/>
    begin -> kies
    kies -> x [order.klaar]
    <bpmn:sequenceFlow id="b" sourceRef="kies" targetRef="y"/>`)
  const { bevindingen } = (await concept('naam', { 'proces.bpmn': xml })).json()
  expect(bevindingen).toContainEqual(
    expect.objectContaining({ ernst: 'waarschuwing', melding: expect.stringContaining('vult "order" in') }),
  )
  expect(bevindingen.filter(({ ernst }: { ernst: string }) => ernst === 'fout')).toEqual([])
})

it('keeps a version of the organisatie in force when a release brings another', async () => {
  const geldend = async () => {
    const rijen = (await beheerder.get('/api/beheer/processen')).json().rijen as {
      proces: string
      versies: { nummer: number; status: string; bron: string }[]
    }[]
    return rijen
      .find(({ proces }) => proces === 'service-en-contact')
      ?.versies.map(({ nummer, status, bron }) => [nummer, status, bron])
  }
  await rondom.write((w) => laadLevering(w))
  await rondom.write((w) => laadLevering(w))
  expect(await geldend()).toEqual([[1, 'gepubliceerd', 'levering']])

  const eigen = (await beheerder.post('/api/beheer/processen/service-en-contact/concept', {})).json()
  expect((await publiceer(eigen)).statusCode).toBe(200)
  await rondom.write((w) => laadLevering(w))
  expect(await geldend()).toEqual([
    [2, 'gepubliceerd', 'beheer'],
    [1, 'vervallen', 'levering'],
  ])
})

it('runs the scenarios of a version over HTTP, and nothing of it stays', async () => {
  const rijen = (await beheerder.get('/api/beheer/processen')).json().rijen
  const { versies } = rijen.find(({ proces }: { proces: string }) => proces === 'service-en-contact')
  const { bestanden } = (await beheerder.get(`/api/beheer/procesversies/${versies[0].id}`)).json()
  const [bestand = ''] = Object.keys(bestanden).filter((pad) => pad.startsWith('scenarios/'))
  const draai = (body: object) => beheerder.post(`/api/beheer/procesversies/${versies[0].id}/scenarios`, body)
  for (let nummer = 1, meer = true; meer; nummer++) {
    const antwoord = (await draai({ bestand, nummer })).json()
    expect(antwoord.uitslag).toMatchObject({ bestand, gelukt: true, verschillen: [] })
    expect(antwoord.uitslag.verloop.length).toBeGreaterThan(1)
    meer = antwoord.meer
  }
  expect((await draai({ bestand, nummer: 1000 })).statusCode).toBe(404)
  expect((await draai({ bestand: 'proces.bpmn' })).statusCode).toBe(404)
  const zaken = await rondom.db.selectFrom('zaak').selectAll().execute()
  expect(zaken).toEqual([])
}, 60_000)

it('tells who draws what every action takes and gives', async () => {
  const { rijen } = (await beheerder.get('/api/beheer/actiesoorten')).json()
  const afspraak = rijen.find(({ naam }: { naam: string }) => naam === 'afspraak.bevestigen')

  expect(rijen.map(({ naam }: { naam: string }) => naam)).toEqual(
    expect.arrayContaining([
      'taak.aanmaken',
      'bericht.versturen',
      'document.maken',
      'erp.lezen',
      'erp.muteren',
      'wachten.op',
    ]),
  )
  expect(afspraak).toMatchObject({
    buiten: true,
    fouten: [{ code: 'BEZET' }],
    invoer: { required: expect.arrayContaining(['verzoekId', 'optie']) },
  })
})
