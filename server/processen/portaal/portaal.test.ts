import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Formulierdefinitie } from '#contract/formulieren.ts'
import { seedInrichting } from '#server/beheer/index.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { tekening } from '../testing/tekening.ts'
import { leesMappen } from '../versies/levering.ts'
import { leesPortaal } from './definitie.ts'
import { zoalsKlant } from './zoalsKlant.ts'

let rondom: TestRondom
let beheerder: Client
beforeAll(async () => {
  rondom = await startTestRondom()
  await rondom.write(seedInrichting)
  beheerder = await rondom.als('functioneel-beheerder')
})
afterAll(() => rondom.close())

const xml = (taak: string) =>
  tekening(`<bpmn:startEvent id="begin" name="Begin"/><bpmn:userTask id="werk" name="Werk" rondom:team="kcc" ${taak}/>
  <bpmn:endEvent id="klaar" name="Klaar"/>
  begin -> werk
  werk -> klaar`)
const portaal = { naam: 'Proef', omschrijving: 'Een proef.', domein: 'contact' }
const bevindingen = async (taak: string, json?: object) => {
  const bestanden = { 'proces.bpmn': xml(taak), ...(json && { 'portaal.json': JSON.stringify(json) }) }
  const answer = await beheerder.post('/api/beheer/processen/proef/concept', { bestanden })
  return answer.json().bevindingen
}

describe('portaal.json', () => {
  it.each([
    ['a domain that does not exist', { ...portaal, domein: 'tuin' }, 'portaal.json#domein'],
    ['no name', { ...portaal, naam: '' }, 'portaal.json#naam'],
    ['something that it does not know', { ...portaal, verstop: true }, 'portaal.json'],
  ])('with %s is not published, with the place', async (_, json, bestand) => {
    expect(await bevindingen('', json)).toMatchObject([{ ernst: 'fout', bestand }])
  })

  it('that names a step or a message that is not there is not published, with what to do', async () => {
    const json = { ...portaal, stappen: { weg: { tekst: 'Weg' } }, acties: { intrekken: 'stop' } }
    expect(await bevindingen('', json)).toMatchObject([
      { ernst: 'fout', plek: 'stappen.weg', melding: expect.stringContaining('Haal hem hier weg') },
      { ernst: 'fout', plek: 'acties.intrekken', melding: expect.stringContaining('Teken een gebeurtenis') },
    ])
  })

  it('without words for a step of the customer is pointed at, and so is such a step without it', async () => {
    expect(await bevindingen('rondom:klant="ja"', portaal)).toMatchObject([
      { ernst: 'waarschuwing', plek: 'stappen.werk' },
    ])
    expect(await bevindingen('rondom:klant="ja"')).toMatchObject([{ ernst: 'waarschuwing', plek: 'werk' }])
  })

  it('is one of the folder: kept, exported and brought in with it', async () => {
    const bestanden = { 'proces.bpmn': xml(''), 'portaal.json': JSON.stringify(portaal) }
    const { id } = (await beheerder.post('/api/beheer/processen/proef/concept', { bestanden })).json()
    expect((await beheerder.get(`/api/beheer/procesversies/${id}`)).json().bestanden).toEqual(bestanden)
  })

  it('is there for every process that comes with Rondom, with nothing to say about it', async () => {
    for (const { proces, bestanden } of await leesMappen()) {
      const definitie = leesPortaal(bestanden['portaal.json'])
      expect(definitie?.naam.nl, proces).toBeTruthy()
      expect(definitie?.naam.en, proces).not.toBe(definitie?.naam.nl)
      expect(definitie?.daarna.length, proces).toBeGreaterThan(0)
    }
  })
})

it.each([
  ['rondom:klant="weg"', 'Schrijf bij klant "ja"'],
  ['rondom:klantpartij="huurder"', 'staat als expressie'],
  ['rondom:klant="ja" rondom:klantpartij="=1 +"', '1 +'],
])('a step with %s is refused', async (taak, melding) => {
  expect(await bevindingen(taak)).toContainEqual(
    expect.objectContaining({ ernst: 'fout', plek: 'werk', melding: expect.stringContaining(melding) }),
  )
})

describe('what a customer gets of the data of a case', () => {
  const formulier = Formulierdefinitie.parse({
    titel: 'Kies',
    velden: [
      {
        naam: 'moment',
        soort: 'keuze',
        label: 'Wanneer?',
        opties: 'for o in voorstel.opties return { waarde: o.id, label: o.label }',
      },
      { naam: 'oordeel', soort: 'tekst', label: 'Oordeel', voor: 'medewerker', standaard: 'advies.tekst' },
    ],
  })

  it('is what its questions name, at every depth, and nothing else', () => {
    const { gegevens } = zoalsKlant(formulier, {
      voorstel: { opties: [{ id: 'o1', label: 'ma', score: 90, uitvoerder: { naam: 'Ruud' } }], intern: 'nee' },
      klant: { naam: 'J. van den Berg', nummer: 1 },
      notitie: 'De klant is boos.',
      advies: { tekst: 'Weigeren' },
    })
    expect(gegevens).toEqual({ voorstel: { opties: [{ id: 'o1', label: 'ma' }] } })
  })
})
