import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beginGesprek, rondAf } from '#server/gesprekken/testing/gesprek.ts'
import { maakWereld, type Wereld } from '#server/klantcontacten/testing/wereld.ts'
import { fileStoreOf } from '#server/platform/files/fileStore.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { beginProef, publiceerProef, standVan } from '../testing/proefproces.ts'
import { tekening } from '../testing/tekening.ts'
import { bestandJobs, ruimBestandenOp } from './jobs.ts'

let rondom: TestRondom
let wereld: Wereld
let agent: Client
let collega: Client

const bestanden = {
  'proces.bpmn': tekening(
    `<bpmn:startEvent id="begin" rondom:formulier="melding"/>
    <bpmn:userTask id="bekijk" name="Bekijken" rondom:team="klantcontact" rondom:formulier="rapport"/>
    <bpmn:userTask id="klaar" name="Klaar" rondom:team="klantcontact"/>
    begin -> bekijk
    bekijk -> klaar`,
    { attributen: 'rondom:procesteam="klantcontact"' },
  ),
  'formulieren/melding.json': JSON.stringify({
    titel: 'Melding',
    velden: [{ naam: 'fotos', soort: 'foto', label: 'Foto’s' }],
  }),
  'formulieren/rapport.json': JSON.stringify({
    titel: 'Rapport',
    velden: [{ naam: 'rapport', soort: 'bestand', label: 'Het rapport', verplicht: true }],
  }),
}

beforeAll(async () => {
  rondom = await startTestRondom()
  wereld = await maakWereld(rondom)
  agent = await rondom.als('klantcontactmedewerker', { teamIds: [wereld.klantcontact] })
  collega = await rondom.als('klantcontactmedewerker', { teamIds: [wereld.klantcontact] })
  await publiceerProef(rondom, 'melding', bestanden)
})
afterAll(() => rondom.close())

const pdf = '%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'
const grens = 'proef'
const stuur = (url: string, client = agent, { naam = 'rapport.pdf', inhoud = pdf } = {}) =>
  client.request({
    method: 'POST',
    url,
    headers: { 'content-type': `multipart/form-data; boundary=${grens}` },
    payload: `--${grens}\r\nContent-Disposition: form-data; name="bestand"; filename="${naam}"\r\n\r\n${inhoud}\r\n--${grens}--\r\n`,
  })
const start = '/api/processen/melding/bestanden'
const stap = (zaakId: string, element = 'bekijk') => `/api/zaken/${zaakId}/stappen/${element}/bestanden`
const documentenVan = async (zaakId: string) => (await agent.get(`/api/zaken/${zaakId}`)).json().documenten
const losse = async () =>
  (await sql<{ n: number }>`select count(*)::int as n from proces_bestand`.execute(rondom.db)).rows[0]?.n

describe('a file with the form that starts a process', () => {
  it('becomes a document of the zaak, that its answer names', async () => {
    const gestuurd = await stuur(start)
    expect(gestuurd.statusCode, gestuurd.body).toBe(201)
    const { id, naam } = gestuurd.json()
    const { zaakId } = await beginProef(agent, 'melding', { antwoorden: { fotos: [{ id, naam }] } })

    const [document] = await documentenVan(zaakId)
    expect(document).toMatchObject({ bestandsnaam: 'rapport.pdf', mediatype: 'application/pdf' })
    expect((await standVan(agent, zaakId)).gegevens.fotos).toEqual([{ id: document.id, naam: 'rapport.pdf' }])
    expect((await agent.get(`/api/zaken/${zaakId}/documenten/${document.id}/inhoud`)).body).toBe(pdf)
    expect(await losse()).toBe(0)
  })

  it('can be taken once, and only by who sent it', async () => {
    const { id, naam } = (await stuur(start)).json()
    const met = (client: Client) =>
      client.post('/api/processen/melding/instanties', { antwoorden: { fotos: [{ id, naam }] } })
    const ander = await met(collega)
    const zelf = await met(agent)
    const weer = await met(agent)

    expect([ander.statusCode, zelf.statusCode, weer.statusCode]).toEqual([400, 201, 400])
    expect(ander.json().invalidParams).toMatchObject([{ name: 'antwoorden.fotos', code: 'onbekend' }])
    expect(
      (await sql`select 1 from zaak where geopend_door = ${collega.actor.medewerkerId}`.execute(rondom.db)).rows,
    ).toEqual([])
  })

  it('is judged by its content, and not for everybody', async () => {
    expect((await stuur(start, agent, { naam: 'foto.jpg', inhoud: 'MZ' })).statusCode).toBe(415)
    expect((await stuur('/api/processen/onbekend/bestanden')).statusCode).toBe(404)
    expect((await stuur(start, await rondom.als('redacteur'))).statusCode).toBe(403)
    expect((await stuur(start, await rondom.als('coordinator', { bij: rondom.elders }))).statusCode).toBe(404)
    expect(await losse()).toBe(0)
  })
})

describe('a file with the form of a step', () => {
  it('belongs to that zaak, and to no other', async () => {
    const { zaakId } = await beginProef(agent, 'melding')
    const ander = await beginProef(agent, 'melding')
    const { id, naam } = (await stuur(stap(zaakId))).json()
    const doe = (zaak: string) =>
      agent.post(`/api/zaken/${zaak}/stappen/bekijk`, { antwoorden: { rapport: [{ id, naam }] } })

    expect((await doe(ander.zaakId)).statusCode).toBe(400)
    const goed = await doe(zaakId)
    expect(goed.statusCode, goed.body).toBe(200)
    expect(await documentenVan(zaakId)).toMatchObject([{ bestandsnaam: 'rapport.pdf' }])
    expect((await stuur(stap(zaakId))).json().code).toBe('stap-voorbij')
  })

  it('may be a document that the zaak has, but not one of another', async () => {
    const { zaakId } = await beginProef(agent, 'melding')
    const ander = await beginProef(agent, 'melding')
    const van = async (zaak: string) => (await stuur(`/api/zaken/${zaak}/documenten`)).json().id
    const doe = (id: string) =>
      agent.post(`/api/zaken/${zaakId}/stappen/bekijk`, { antwoorden: { rapport: [{ id, naam: 'x' }] } })

    expect((await doe(await van(ander.zaakId))).statusCode).toBe(400)
    expect((await doe(await van(zaakId))).statusCode).toBe(200)
    expect(await documentenVan(zaakId)).toHaveLength(1)
  })

  it('is not for who may not see the zaak', async () => {
    const { zaakId } = await beginProef(agent, 'melding')
    expect((await stuur(stap(zaakId), await rondom.als('functioneel-beheerder'))).statusCode).toBe(403)
    expect((await stuur(stap(zaakId), await rondom.als('coordinator', { bij: rondom.elders }))).statusCode).toBe(404)
    expect((await stuur(stap(zaakId, 'klaar'))).statusCode).toBe(409)
  })
})

describe('a file of a running contact', () => {
  it('is copied to the zaak, once, and stays with the contact', async () => {
    const gesprek = await beginGesprek(agent, { partijId: wereld.klant.id })
    const bijlage = (await stuur(`/api/gesprekken/${gesprek.id}/bijlagen`)).json()
    const antwoorden = { fotos: [{ id: bijlage.id, naam: 'rapport.pdf' }] }
    const vreemd = await collega.post('/api/processen/melding/instanties', { antwoorden })
    const { zaakId } = await beginProef(agent, 'melding', { partijId: wereld.klant.id, antwoorden })
    const kopieer = () =>
      bestandJobs(rondom.services)['processen.bijlage']?.run(rondom.context(), { zaakId, bijlageId: bijlage.id })
    await kopieer()
    await kopieer()
    const { klantcontacten } = await rondAf(agent, gesprek, {
      vraag: 'Kijk eens',
      directBeantwoord: true,
      antwoord: 'Doen we',
      bijlageIds: [bijlage.id],
      koppelingen: [{ soort: 'zaak', objectId: zaakId, omschrijving: '' }],
    })

    expect(vreemd.statusCode).toBe(400)
    const [document, ...meer] = await documentenVan(zaakId)
    expect(meer).toEqual([])
    expect((await agent.get(`/api/zaken/${zaakId}/documenten/${document.id}/inhoud`)).body).toBe(pdf)
    expect((await agent.get(`/api/bijlagen/${bijlage.id}/inhoud`)).body).toBe(pdf)
    expect((await agent.get(`/api/zaken/${zaakId}`)).json().klantcontacten).toMatchObject([
      { id: klantcontacten[0]?.id, vraag: 'Kijk eens' },
    ])
  })
})

describe('what no form took', () => {
  it('goes after a week, bytes and all', async () => {
    const { id } = (await stuur(start)).json()
    const { rows } = await sql<{ opslagsleutel: string }>`
      select opslagsleutel from proces_bestand where id = ${id}`.execute(rondom.db)
    const files = fileStoreOf(rondom.services.config)
    await ruimBestandenOp(rondom.context(), { files })
    expect(await losse()).toBe(1)

    rondom.clock.now = new Date(rondom.clock.now.getTime() + 8 * 24 * 60 * 60_000)
    await ruimBestandenOp(rondom.context(), { files })
    expect(await losse()).toBe(0)
    await expect(files.open(rows[0]?.opslagsleutel ?? '')).rejects.toThrow()
  })
})
