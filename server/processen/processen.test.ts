import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addTeamlid, findTeamByCode, seedInrichting } from '#server/beheer/index.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { persoonIn } from '#server/relaties/testing/partijen.ts'
import { beginProef, publiceerProef, standVan } from './testing/proefproces.ts'
import { tekening } from './testing/tekening.ts'

let rondom: TestRondom
let kcc: Client
let planner: Client
let partijId: string

const vraagProces = tekening(
  `<bpmn:startEvent id="begin" rondom:formulier="start"/>
  <bpmn:userTask id="beoordeel" name="Vraag beoordelen" rondom:team="kcc" rondom:formulier="oordeel" rondom:termijn="2" rondom:status="INB">
    <bpmn:documentation>Lees de vraag en kies.</bpmn:documentation>
  </bpmn:userTask>
  <bpmn:exclusiveGateway id="kies" default="kies_plan"/>
  <bpmn:serviceTask id="noteer" name="Vastleggen" rondom:actie="zaak.status">
    <bpmn:extensionElements>
      <rondom:invoer naam="resultaat" waarde="AFGEWEZEN"/>
      <rondom:invoer naam="resultaatNaam" waarde="=&quot;Afgewezen: &quot; + reden"/>
    </bpmn:extensionElements>
  </bpmn:serviceTask>
  <bpmn:userTask id="plan" name="Inplannen" rondom:team="planning" rondom:status="INU:Ingepland"/>
  <bpmn:endEvent id="einde"/>
  begin -> beoordeel
  beoordeel -> kies
  kies -> noteer [oordeel = "nee"]
  <bpmn:sequenceFlow id="kies_plan" sourceRef="kies" targetRef="plan"/>
  noteer -> einde
  plan -> einde`,
  { attributen: 'rondom:procesteam="kcc" rondom:servicenorm="10" rondom:omschrijving="=vraag"' },
)
const formulier = (...velden: [naam: string, soort: string, verplicht?: boolean][]) =>
  JSON.stringify({
    titel: 'Formulier',
    velden: velden.map(([naam, soort, verplicht = true]) => ({ naam, soort, label: naam, verplicht })),
  })
const bestanden = {
  'proces.bpmn': vraagProces,
  'formulieren/start.json': formulier(['vraag', 'tekst']),
  'formulieren/oordeel.json': formulier(['oordeel', 'tekst'], ['reden', 'tekst', false]),
}

beforeAll(async () => {
  rondom = await startTestRondom()
  await rondom.write(seedInrichting)
  kcc = await lid('kcc')
  planner = await lid('planning')
  partijId = (await persoonIn(rondom)).id
  await publiceerProef(rondom, 'vraag', bestanden)
})
afterAll(() => rondom.close())

async function lid(
  code: string,
  rol: 'klantcontactmedewerker' | 'vakspecialist' = 'klantcontactmedewerker',
): Promise<Client> {
  const client = await rondom.als(rol)
  const team = await findTeamByCode(rondom.db, code)
  await rondom.write((w) => addTeamlid(w, team?.id ?? '', client.actor.medewerkerId))
  return client
}

const takenVan = async (zaakId: string) =>
  (
    await sql<{
      id: string
      onderwerp: string
      status: string
      deadline: string | null
      versie: number
      uitkomst: string
    }>`
      select id, onderwerp, status, deadline::text, versie, uitkomst from taak where zaak_id = ${zaakId} order by aangemaakt_op, id`.execute(
      rondom.db,
    )
  ).rows
const zaakVan = async (id: string) =>
  (await sql<Record<string, unknown>>`select * from zaak where id = ${id}`.execute(rondom.db)).rows[0]

describe('from start to end', () => {
  it('opens a zaak, makes a taak for the team, and waits', async () => {
    const { zaakId, nummer } = await beginProef(kcc, 'vraag', {
      partijId,
      antwoorden: { vraag: 'Mag ik een hek?', stiekem: 1 },
    })

    expect(nummer).toMatch(/^Z2026-\d+$/)
    expect(await zaakVan(zaakId)).toMatchObject({
      zaaktype: 'proef',
      status: 'INB',
      omschrijving: 'Mag ik een hek?',
      partij_id: partijId,
    })
    expect(await takenVan(zaakId)).toMatchObject([
      { onderwerp: 'Vraag beoordelen', status: 'niet_gestart', deadline: '2026-11-25' },
    ])
    const stand = await standVan(kcc, zaakId)
    expect(stand).toMatchObject({ status: 'wacht', gegevens: { vraag: 'Mag ik een hek?' }, versieNummer: 1 })
    expect(stand.gegevens.stiekem).toBeUndefined()
    expect(stand.wacht).toMatchObject([
      { element: 'beoordeel', soort: 'taak', mag: true, formulier: { titel: 'Formulier' } },
    ])
    expect(stand.daarna.map(({ naam }: { naam: string }) => naam)).toEqual(['Vastleggen', 'Inplannen'])
    expect(stand.bpmn).toContain('<bpmn:process')
  })

  it('goes on by the form of a step, and closes the zaak at its end', async () => {
    const { zaakId } = await beginProef(kcc, 'vraag', { antwoorden: { vraag: 'Hek' } })
    const stap = await kcc.post(`/api/zaken/${zaakId}/stappen/beoordeel`, {
      antwoorden: { oordeel: 'nee', reden: 'te hoog' },
    })

    expect(stap.statusCode, stap.body).toBe(200)
    expect(stap.json()).toMatchObject({ status: 'klaar', wacht: [] })
    expect(await takenVan(zaakId)).toMatchObject([{ status: 'afgerond' }])
    expect(await zaakVan(zaakId)).toMatchObject({
      status: 'AFG',
      resultaat: 'AFGEWEZEN',
      resultaat_naam: 'Afgewezen: te hoog',
    })
    expect(
      stap.json().stappen.map(({ element, door }: { element: string; door: { naam: string } }) => [element, door.naam]),
    ).toEqual([
      ['begin', 'Test Medewerker'],
      ['beoordeel', 'Test Medewerker'],
      ['kies', 'Test Medewerker'],
      ['noteer', 'Test Medewerker'],
      ['einde', 'Test Medewerker'],
    ])
  })

  it('goes on when the taak of a step is finished in the list of taken', async () => {
    const { zaakId } = await beginProef(kcc, 'vraag', { antwoorden: { vraag: 'Hek' } })
    await kcc.post(`/api/zaken/${zaakId}/stappen/beoordeel`, { antwoorden: { oordeel: 'ja' } })
    const taak = (await takenVan(zaakId))[1]
    expect(await zaakVan(zaakId)).toMatchObject({ status: 'INU', status_naam: 'Ingepland' })

    await planner.post(`/api/taken/${taak?.id}/behandeling`)
    const klaar = await planner.post(
      `/api/taken/${taak?.id}/afronding`,
      { uitkomst: 'Staat gepland', terugkoppeling: null },
      { 'if-match': '"2"' },
    )

    expect(klaar.statusCode, klaar.body).toBe(200)
    expect(await zaakVan(zaakId)).toMatchObject({ status: 'AFG' })
    expect(await standVan(kcc, zaakId)).toMatchObject({ status: 'klaar' })
  })

  it('sends who finishes a taak with a form to the zaak, and does not let it be cancelled', async () => {
    const { zaakId } = await beginProef(kcc, 'vraag', { antwoorden: { vraag: 'Hek' } })
    const taak = (await takenVan(zaakId))[0]
    await kcc.post(`/api/taken/${taak?.id}/behandeling`)
    const klaar = await kcc.post(
      `/api/taken/${taak?.id}/afronding`,
      { uitkomst: 'Klaar', terugkoppeling: null },
      { 'if-match': '"2"' },
    )
    const weg = await kcc.post(`/api/taken/${taak?.id}/annulering`, { reden: 'Weg ermee' }, { 'if-match': '"2"' })

    expect([klaar.statusCode, klaar.json().code]).toEqual([409, 'formulier-nodig'])
    expect([weg.statusCode, weg.json().code]).toEqual([409, 'hoort-bij-zaak'])
    expect(await takenVan(zaakId)).toMatchObject([{ status: 'in_uitvoering' }])
  })
})

describe('who may', () => {
  it('starting is not for everybody', async () => {
    for (const rol of ['redacteur', 'functioneel-beheerder', 'privacy-officer'] as const)
      expect((await (await rondom.als(rol)).post('/api/processen/vraag/instanties', {})).statusCode).toBe(403)
  })

  it('a step is done by who is in the team; the other sees why not', async () => {
    const { zaakId } = await beginProef(kcc, 'vraag', { antwoorden: { vraag: 'Hek' } })
    const ander = await planner.post(`/api/zaken/${zaakId}/stappen/beoordeel`, { antwoorden: { oordeel: 'ja' } })

    expect(ander.statusCode).toBe(404)
    expect((await standVan(planner, zaakId)).wacht).toMatchObject([{ mag: false }])
    expect((await standVan(kcc, zaakId)).wacht).toMatchObject([{ element: 'beoordeel' }])
  })

  it('another organisatie sees none of it', async () => {
    const { zaakId } = await beginProef(kcc, 'vraag', { antwoorden: { vraag: 'Hek' } })
    const elders = await rondom.als('coordinator', { bij: rondom.elders })

    expect((await elders.get(`/api/zaken/${zaakId}/proces`)).statusCode).toBe(404)
    expect((await elders.post(`/api/zaken/${zaakId}/stappen/beoordeel`, {})).statusCode).toBe(404)
    expect((await elders.post('/api/processen/vraag/instanties', {})).statusCode).toBe(404)
  })
})

describe('two at once', () => {
  it('of two who do the same step one wins, and the other hears it', async () => {
    const tweede = await lid('kcc')
    const { zaakId } = await beginProef(kcc, 'vraag', { antwoorden: { vraag: 'Hek' } })
    const antwoorden = await Promise.all(
      [kcc, tweede].map((wie) => wie.post(`/api/zaken/${zaakId}/stappen/beoordeel`, { antwoorden: { oordeel: 'ja' } })),
    )

    expect(antwoorden.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    expect(antwoorden.find(({ statusCode }) => statusCode === 409)?.json().code).toBe('stap-voorbij')
    expect((await takenVan(zaakId)).filter(({ onderwerp }) => onderwerp === 'Inplannen')).toHaveLength(1)
  })
})

describe('versions', () => {
  it('running cases keep theirs, new ones get the new', async () => {
    const oud = await beginProef(kcc, 'vraag', { antwoorden: { vraag: 'Oud' } })
    await publiceerProef(rondom, 'vraag', {
      ...bestanden,
      'proces.bpmn': vraagProces.replace('Vraag beoordelen', 'Nieuwe beoordeling'),
    })
    const nieuw = await beginProef(kcc, 'vraag', { antwoorden: { vraag: 'Nieuw' } })

    expect((await standVan(kcc, oud.zaakId)).wacht[0].naam).toBe('Vraag beoordelen')
    expect((await standVan(kcc, nieuw.zaakId)).wacht[0].naam).toBe('Nieuwe beoordeling')
    const verder = await kcc.post(`/api/zaken/${oud.zaakId}/stappen/beoordeel`, {
      antwoorden: { oordeel: 'nee', reden: 'x' },
    })
    expect(verder.json().status).toBe('klaar')
  })

  it('a draft is changed by version, and what was published is not changed at all', async () => {
    const beheerder = await rondom.als('functioneel-beheerder')
    const { id, versie } = (await beheerder.post('/api/beheer/processen/vraag/concept', {})).json()
    const goed = await beheerder.put(`/api/beheer/procesversies/${id}`, { bestanden }, versie)
    const oud = await beheerder.put(`/api/beheer/procesversies/${id}`, { bestanden }, versie)
    const [{ versies }] = (await beheerder.get('/api/beheer/processen')).json().rijen
    const geldend = versies.find(({ status }: { status: string }) => status === 'gepubliceerd')
    const vast = await beheerder.put(`/api/beheer/procesversies/${geldend.id}`, { bestanden }, geldend.versie)

    expect(goed.statusCode).toBe(200)
    expect([oud.statusCode, oud.json().code]).toEqual([409, 'verouderd'])
    expect([vast.statusCode, vast.json().code]).toEqual([409, 'gepubliceerd'])
  })
})
