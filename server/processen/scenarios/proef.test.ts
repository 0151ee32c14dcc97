import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { type Proefstand, Proefverzoek } from '#contract/procesproef.ts'
import { seedInrichting } from '#server/beheer/index.ts'
import { newId } from '#server/platform/ids.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { publiceerProef } from '../testing/proefproces.ts'
import { tekening } from '../testing/tekening.ts'
import { stapVoorStap } from './stapVoorStap.ts'

let rondom: TestRondom
let beheerder: Client
let versieId: string

/** A form, a term with its alarm, a question outside that may fail, a message. */
const bpmn = tekening(
  `<bpmn:startEvent id="begin" name="Gevraagd" rondom:formulier="vraag"/>
  <bpmn:userTask id="bel" name="Bellen" rondom:team="kcc" rondom:formulier="bellen" rondom:status="INB:In behandeling"/>
  <bpmn:boundaryEvent id="stil" name="Drie dagen stil" attachedToRef="bel"><bpmn:timerEventDefinition><bpmn:timeDuration>P3D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>
  <bpmn:serviceTask id="lees" name="Lezen in het ERP" rondom:actie="erp.lezen" rondom:resultaat="gelezen">
    <bpmn:extensionElements><rondom:invoer naam="wat" waarde="eenheid"/><rondom:invoer naam="id" waarde="E1"/></bpmn:extensionElements>
  </bpmn:serviceTask>
  <bpmn:boundaryEvent id="weg" attachedToRef="lees"><bpmn:errorEventDefinition errorRef="Weg"/></bpmn:boundaryEvent>
  <bpmn:intermediateCatchEvent id="antwoord" name="Antwoord"><bpmn:messageEventDefinition messageRef="reactie"/></bpmn:intermediateCatchEvent>
  <bpmn:sendTask id="dank" name="Bedanken" rondom:bericht="dank"/>
  <bpmn:endEvent id="klaar"/>
  <bpmn:endEvent id="gestopt"/>
  <bpmn:endEvent id="onbekend"/>
  begin -> bel
  bel -> lees
  stil -> gestopt
  lees -> antwoord
  weg -> onbekend
  antwoord -> dank
  dank -> klaar`,
  {
    wortels: '<bpmn:message id="reactie" name="reactie"/><bpmn:error id="Weg" name="Weg" errorCode="ERP_WEG"/>',
  },
)
const formulier = (naam: string, label: string) =>
  JSON.stringify({ titel: label, velden: [{ naam, soort: 'tekst', label, verplicht: true }] })
const bestanden = {
  'proces.bpmn': bpmn,
  'formulieren/vraag.json': formulier('vraag', 'Wat wil de klant?'),
  'formulieren/bellen.json': formulier('gesprek', 'Wat is er afgesproken?'),
  'berichten/dank.md': '---\nonderwerp: Dank\n---\n{{ klant.aanhef }}, u vroeg: {{ vraag }}',
  'scenarios/gewoon.yaml': [
    'naam: Niemand belt',
    'gegeven: { nu: "2026-11-23T10:00:00+01:00", antwoorden: { vraag: Een hek } }',
    'stappen:',
    '  - verwacht: { wacht: [bel] }',
    '  - tijd: P3D',
    'verwacht: { klaar: true, stappen: [begin, bel, stil, gestopt] }',
  ].join('\n'),
}

beforeAll(async () => {
  rondom = await startTestRondom()
  await rondom.write(seedInrichting)
  beheerder = await rondom.als('functioneel-beheerder')
  versieId = await publiceerProef(rondom, 'bellen', bestanden)
})
afterAll(() => rondom.close())

const start = { nu: '2026-11-23T10:00:00+01:00', antwoorden: { vraag: 'Een hek' } }
const proef = (body: object, wie = beheerder) => wie.post(`/api/beheer/procesversies/${versieId}/proef`, body)
const stand = async (...stappen: object[]): Promise<Proefstand> => {
  const answer = await proef({ start, stappen })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}
const wachtend = ({ proces }: Proefstand) => proces?.wacht.map(({ element }) => element).sort()
const bellen = { stap: 'bel', antwoorden: { gesprek: 'Hij krijgt een hek.' } }
const gelezen = { actie: 'lees', uitvoer: { gegevens: { id: 'E1' } } }

describe('an example, step by step', () => {
  it('tells where it stands after each step, and nothing of it stays', async () => {
    const begin = await stand()
    expect(begin).toMatchObject({ gedaan: 0, fout: null, zaak: { status: 'INB' }, taken: [{ onderwerp: 'Bellen' }] })
    expect(wachtend(begin)).toEqual(['bel', 'stil'])
    expect(begin.proces?.wacht.find(({ element }) => element === 'bel')?.formulier?.titel).toBe(
      'Wat is er afgesproken?',
    )

    const gebeld = await stand(bellen)
    expect(gebeld.acties).toMatchObject([
      { element: 'lees', soort: 'erp.lezen', status: 'klaar_te_staan', invoer: { wat: 'eenheid', id: 'E1' } },
    ])
    const wacht = await stand(bellen, gelezen)
    expect(wacht.proces?.wacht).toMatchObject([{ element: 'antwoord', soort: 'bericht', op: 'reactie' }])
    expect(wacht.proces?.gegevens['gelezen']).toEqual({ gegevens: { id: 'E1' } })

    const klaar = await stand(bellen, gelezen, { bericht: 'reactie' })
    expect(klaar).toMatchObject({ zaak: { status: 'AFG' }, proces: { status: 'klaar' } })
    expect(klaar.berichten).toMatchObject([
      { kanaal: 'email', aan: 'proef@voorbeeld.nl', onderwerp: 'Dank', tekst: expect.stringContaining('Een hek') },
    ])
    for (const tabel of ['zaak', 'bericht', 'taak', 'partij', 'proces_instantie'])
      expect((await sql`select 1 from ${sql.table(tabel)}`.execute(rondom.db)).rows, tabel).toEqual([])
    expect((await sql`select 1 from proces_versie`.execute(rondom.db)).rows).toHaveLength(1)
  })

  it('moves the clock by a duration or to a moment, and timers go off at their own time', async () => {
    const net = await stand({ tijd: 'P2DT23H' })
    expect([net.nu, wachtend(net)]).toEqual(['2026-11-26T08:00:00.000Z', ['bel', 'stil']])
    const over = await stand({ tijd: 'P2D' }, { tot: '2026-11-27T00:00:00+01:00' })
    expect(over).toMatchObject({ nu: '2026-11-26T23:00:00.000Z', proces: { status: 'klaar' } })
    expect(over.proces?.stappen.find(({ element }) => element === 'stil')?.eindOp).toBe('2026-11-26T09:00:00.000Z')
  })

  it('takes an error as the answer of an action', async () => {
    const fout = { actie: 'lees', fout: { code: 'ERP_WEG', melding: 'Het ERP is weg' } }
    const na = await stand(bellen, fout)
    expect(na.proces?.stappen.map(({ element }) => element)).toContain('onbekend')
    expect(na.acties).toMatchObject([{ status: 'vervallen', foutCode: 'ERP_WEG' }])
  })
})

describe('what is refused', () => {
  it('a start or step with wrong answers: the fields are named, and it stands as it was before', async () => {
    const leeg = (await proef({ start: { ...start, antwoorden: {} } })).json()
    expect(leeg).toMatchObject({ gedaan: 0, proces: null, fout: { velden: [{ naam: 'vraag' }] } })

    const stap = await stand({ tijd: 'P1D' }, { stap: 'bel', antwoorden: {} }, { tijd: 'P5D' })
    expect(stap).toMatchObject({ gedaan: 1, nu: '2026-11-24T09:00:00.000Z', fout: { velden: [{ naam: 'gesprek' }] } })
    expect(wachtend(stap)).toEqual(['bel', 'stil'])
  })

  it.each([
    ['a step that does not wait', { stap: 'dank' }, 'wacht "dank" niet'],
    ['a message that nobody waits for', { bericht: 'reactie' }, 'wacht niets op bericht "reactie"'],
    ['an action that is not there', { actie: 'lees', uitvoer: {} }, 'geen actie klaar bij "lees"'],
    ['a clock that goes back', { tot: '2026-11-01T00:00:00Z' }, 'alleen vooruit'],
  ])('%s', async (_, stap, melding) => {
    const na = await stand(stap)
    expect(na.gedaan).toBe(0)
    expect(na.fout?.melding).toContain(melding)
    expect(wachtend(na)).toEqual(['bel', 'stil'])
  })

  it.each([
    ['more than two hundred steps', { start, stappen: Array.from({ length: 201 }, () => ({ tijd: 'PT1H' })) }],
    ['a time that is none', { start: { ...start, nu: 'gisteren' } }],
    ['a duration that is none', { start, stappen: [{ tijd: 'morgen' }] }],
    ['a step that is two', { start, stappen: [{ tijd: 'P1D', tot: '2026-12-01T00:00:00Z' }] }],
  ])('%s', async (_, body) => {
    expect((await proef(body)).statusCode).toBe(400)
  })

  it('what no database keeps', async () => {
    const na = await stand(bellen, { actie: 'lees', uitvoer: { gegevens: 'a\u0000b' } })
    expect(na).toMatchObject({ gedaan: 1, fout: { melding: expect.stringContaining('teken') } })
    expect(wachtend(na)).toEqual(['lees'])
  })

  it('what takes too long: it stands as it was before', async () => {
    let seconden = 0
    class Terug extends Error {}
    let gezien: Proefstand | undefined
    const verzoek = Proefverzoek.parse({ start, stappen: Array.from({ length: 30 }, () => ({ tijd: 'PT1H' })) })
    await rondom
      .write(async (w) => {
        const map = { proces: 'bellen', bestanden }
        // Half a second for each look at the clock.
        const klok = () => {
          seconden += 0.5
          return seconden * 1000
        }
        gezien = (await stapVoorStap(w, map, verzoek, [], klok)).stand
        throw new Terug()
      })
      .catch((error) => {
        if (!(error instanceof Terug)) throw error
      })
    expect(gezien?.fout?.melding).toContain('te lang')
    expect(gezien?.gedaan).toBeGreaterThan(0)
    expect(gezien?.gedaan).toBeLessThan(30)
  })

  it('who may not, a version of elsewhere, and one that does not exist', async () => {
    const kcc = await rondom.als('klantcontactmedewerker')
    expect((await proef({ start }, kcc)).statusCode).toBe(403)
    expect((await kcc.get(`/api/beheer/procesversies/${versieId}/proef`)).statusCode).toBe(403)
    const elders = await rondom.als('functioneel-beheerder', { bij: rondom.elders })
    expect((await proef({ start }, elders)).statusCode).toBe(404)
    expect((await elders.get(`/api/beheer/procesversies/${versieId}/proef`)).statusCode).toBe(404)
    expect((await beheerder.post(`/api/beheer/procesversies/${newId()}/proef`, { start })).statusCode).toBe(404)
  })
})

it('begins with the form of the process, or with one of its scenarios', async () => {
  const begin = (await beheerder.get(`/api/beheer/procesversies/${versieId}/proef`)).json()
  expect(begin.formulier.titel).toBe('Wat wil de klant?')
  expect(begin.scenarios).toMatchObject([
    { bestand: 'scenarios/gewoon.yaml', nummer: 1, naam: 'Niemand belt', stappen: [{ tijd: 'P3D' }] },
  ])
  const [{ start: eigen, stappen }] = begin.scenarios
  expect((await proef({ start: eigen, stappen })).json()).toMatchObject({ fout: null, proces: { status: 'klaar' } })
})

describe('kept as a scenario', () => {
  const concept = async () => (await beheerder.post('/api/beheer/processen/bellen/concept', {})).json()
  const bewaar = (
    { id, versie }: { id: string; versie: number },
    body: Partial<Proefverzoek> & { naam: string },
    wie = beheerder,
  ) => wie.post(`/api/beheer/procesversies/${id}/proef/scenario`, { start, ...body }, { 'if-match': `"${versie}"` })
  const stappen = [bellen, gelezen, { bericht: 'reactie' }] as never

  it('expects what was seen, and holds when it is run; a second one comes after it', async () => {
    const een = await bewaar(await concept(), { naam: 'Alles gaat goed', stappen })
    expect(een.statusCode, een.body).toBe(200)
    const twee = await bewaar(een.json(), { naam: 'Nog niets gedaan' })
    const tekst = twee.json().bestanden['scenarios/eigen.yaml']
    expect(parseAllDocuments(tekst).map((document) => document.toJS())).toMatchObject([
      {
        naam: 'Alles gaat goed',
        stappen,
        verwacht: { klaar: true, status: 'AFG', wacht: [], berichten: ['dank'] },
      },
      { naam: 'Nog niets gedaan', verwacht: { klaar: false, wacht: ['bel'], stappen: ['begin', 'bel'] } },
    ])
    for (const nummer of [1, 2]) {
      const draai = await beheerder.post(`/api/beheer/procesversies/${een.json().id}/scenarios`, {
        bestand: 'scenarios/eigen.yaml',
        nummer,
      })
      expect(draai.json().uitslag).toMatchObject({ gelukt: true, verschillen: [] })
    }
    expect((await sql`select 1 from zaak`.execute(rondom.db)).rows).toEqual([])
  })

  it('not one that gets stuck, nor in a version that is published, changed or elsewhere', async () => {
    const draft = await concept()
    const vast = await bewaar(draft, { naam: 'Loopt vast', stappen: [{ bericht: 'reactie' }] as never })
    expect([vast.statusCode, vast.json().code]).toEqual([409, 'proef-loopt-vast'])
    expect((await bewaar({ ...draft, versie: 9 }, { naam: 'Verouderd' })).json().code).toBe('verouderd')
    const geldend = (await beheerder.get(`/api/beheer/procesversies/${versieId}`)).json()
    expect((await bewaar(geldend, { naam: 'Gepubliceerd' })).json().code).toBe('gepubliceerd')
    expect((await bewaar(draft, { naam: 'Mag niet' }, await rondom.als('klantcontactmedewerker'))).statusCode).toBe(403)
    const elders = await rondom.als('functioneel-beheerder', { bij: rondom.elders })
    expect((await bewaar(draft, { naam: 'Elders' }, elders)).statusCode).toBe(404)
    expect((await beheerder.get(`/api/beheer/procesversies/${draft.id}`)).json().versie).toBe(draft.versie)
  })
})
