import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addTeamlid, findTeamByCode, seedInrichting } from '#server/beheer/index.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { procesJobs } from '../jobs.ts'
import { maakProeferp } from '../testing/proeferp.ts'
import { beginProef, publiceerProef, standVan } from '../testing/proefproces.ts'
import { tekening } from '../testing/tekening.ts'

const proeferp = maakProeferp()
let rondom: TestRondom
let kcc: Client
let coordinator: Client

const verzoekProces = tekening(
  `<bpmn:startEvent id="begin"/>
  <bpmn:serviceTask id="meld" name="Melden in het ERP" rondom:actie="erp.muteren" rondom:resultaat="verzoek">
    <bpmn:extensionElements>
      <rondom:invoer naam="wat" waarde="onderhoudsverzoek maken"/>
      <rondom:invoer naam="gegevens" waarde="={ omschrijving: &quot;Kraan lekt&quot;, gemeldOp: zaak.ontvangenOp, defecten: [] }"/>
    </bpmn:extensionElements>
  </bpmn:serviceTask>
  <bpmn:serviceTask id="boek" name="Afspraak boeken" rondom:actie="afspraak.bevestigen" rondom:resultaat="boeking">
    <bpmn:extensionElements>
      <rondom:invoer naam="verzoekId" waarde="=verzoek.gegevens.id"/>
      <rondom:invoer naam="optie" waarde="={ id: &quot;o1&quot;, begin: &quot;2026-11-24T08:00:00Z&quot;, eind: &quot;2026-11-24T10:00:00Z&quot; }"/>
    </bpmn:extensionElements>
  </bpmn:serviceTask>
  <bpmn:boundaryEvent id="bezet" attachedToRef="boek"><bpmn:errorEventDefinition errorRef="Bezet"/></bpmn:boundaryEvent>
  <bpmn:userTask id="opnieuw" name="Ander moment kiezen" rondom:team="kcc"/>
  <bpmn:userTask id="klaar" name="Bellen" rondom:team="kcc"/>
  begin -> meld
  meld -> boek
  boek -> klaar
  bezet -> opnieuw`,
  { wortels: '<bpmn:error id="Bezet" name="Bezet" errorCode="BEZET"/>' },
)

beforeAll(async () => {
  rondom = await startTestRondom({ erp: proeferp.erp })
  await rondom.write(seedInrichting)
  kcc = await rondom.als('klantcontactmedewerker')
  const team = await findTeamByCode(rondom.db, 'kcc')
  await rondom.write((w) => addTeamlid(w, team?.id ?? '', kcc.actor.medewerkerId))
  coordinator = await rondom.als('coordinator')
  await publiceerProef(rondom, 'verzoek', { 'proces.bpmn': verzoekProces })
})
afterAll(() => rondom.close())
beforeEach(() => {
  proeferp.gedaan.length = 0
  proeferp.volgende.length = 0
})

const run = (naam: string, payload: object) =>
  procesJobs(rondom.services)[naam]?.run(rondom.context(), payload as never)
const actieVan = async (zaakId: string) =>
  (
    await sql<{
      id: string
      element: string
      status: string
      pogingen: number
      fout: string
      volgende_poging: Date | null
    }>`
      select a.* from proces_actie a join proces_instantie i on i.id = a.instantie_id
      where i.zaak_id = ${zaakId} order by a.aangemaakt_op desc, a.id desc limit 1`.execute(rondom.db)
  ).rows[0]
const doe = async (zaakId: string) => run('processen.actie', { actieId: (await actieVan(zaakId))?.id })
const opLijst = async (wie: Client, query = '') =>
  (await wie.get(`/api/acties${query}`)).json().rijen as Record<string, unknown>[]
const minuut = 60_000
const later = (minuten: number) => {
  rondom.clock.now = new Date(rondom.clock.now.getTime() + minuten * minuut)
}

describe('an action outside', () => {
  it('is only put in the queue by the step, and brings the process further when it is done', async () => {
    const { zaakId } = await beginProef(kcc, 'verzoek')
    expect(proeferp.gedaan).toEqual([])
    expect((await standVan(kcc, zaakId)).wacht).toMatchObject([{ element: 'meld', soort: 'actie' }])

    await doe(zaakId)
    await doe(zaakId)

    const stand = await standVan(kcc, zaakId)
    expect(stand.wacht).toMatchObject([{ element: 'klaar' }])
    expect(stand.gegevens.verzoek.gegevens.nummer).toBe('OV1')
    expect(proeferp.gedaan.map(({ wat }) => wat)).toEqual(['verzoek', 'afspraak'])
  })

  it('is tried again later when the other side is away, with the same key, and visible in the meantime', async () => {
    const { zaakId } = await beginProef(kcc, 'verzoek')
    proeferp.volgende.push('storing', 'storing')
    await doe(zaakId)
    const eerst = await actieVan(zaakId)
    expect(eerst).toMatchObject({ status: 'klaar_te_staan', pogingen: 1, fout: 'Het ERP is niet bereikbaar.' })
    expect(eerst?.volgende_poging?.getTime()).toBe(rondom.clock.now.getTime() + 5_000)
    await doe(zaakId)
    expect((await actieVan(zaakId))?.volgende_poging?.getTime()).toBe(rondom.clock.now.getTime() + 15_000)
    expect(await opLijst(coordinator)).toEqual([])
    expect(await opLijst(coordinator, '?status=wacht')).toMatchObject([{ zaakId, fout: 'Het ERP is niet bereikbaar.' }])

    await doe(zaakId)
    expect(proeferp.gedaan).toHaveLength(1)
    expect((await standVan(kcc, zaakId)).wacht).toMatchObject([{ element: 'boek' }])
    await doe(zaakId)
  })

  it('that was cut off is done again with the same key, and counts once', async () => {
    const { zaakId } = await beginProef(kcc, 'verzoek')
    const actie = await actieVan(zaakId)
    // As a worker leaves it that dies between the deed and the transaction after it.
    await sql`update proces_actie set status = 'bezig', begonnen_op = ${rondom.clock.now}, pogingen = 1 where id = ${actie?.id}`.execute(
      rondom.db,
    )
    proeferp.gedaan.push({ wat: 'verzoek', sleutel: 'eerder' })
    later(20)
    await run('processen.vangnet', {})
    const gepland = await sql<{ n: number }>`
      select count(*)::int as n from graphile_worker._private_jobs where key = ${`hier:actie:${actie?.id}`}`.execute(
      rondom.db,
    )
    expect(gepland.rows[0]?.n).toBe(1)
    await doe(zaakId)
    await doe(zaakId)

    expect((await standVan(kcc, zaakId)).wacht).toMatchObject([{ element: 'klaar' }])
    expect(new Set(proeferp.gedaan.map(({ sleutel }) => sleutel)).size).toBe(3)
  })

  it('that runs twice at once goes on once', async () => {
    const { zaakId } = await beginProef(kcc, 'verzoek')
    const actieId = (await actieVan(zaakId))?.id
    await Promise.all([run('processen.actie', { actieId }), run('processen.actie', { actieId })])

    expect(new Set(proeferp.gedaan.map(({ sleutel }) => sleutel)).size).toBe(1)
    expect((await standVan(kcc, zaakId)).wacht).toMatchObject([{ element: 'boek' }])
    await doe(zaakId)
  })

  it('refused with a code that the diagram catches, takes the other way with what is free', async () => {
    const { zaakId } = await beginProef(kcc, 'verzoek')
    await doe(zaakId)
    proeferp.volgende.push('bezet')
    await doe(zaakId)

    const stand = await standVan(kcc, zaakId)
    expect(stand.wacht).toMatchObject([{ element: 'opnieuw', soort: 'taak' }])
    expect(stand.gegevens.fout).toMatchObject({ code: 'BEZET', opties: [{ id: 'o1' }] })
    expect(await opLijst(coordinator)).toEqual([])
  })
})

describe('an action that failed', () => {
  async function mislukt() {
    const { zaakId } = await beginProef(kcc, 'verzoek')
    proeferp.volgende.push('geweigerd')
    await doe(zaakId)
    const actie = await actieVan(zaakId)
    expect(actie).toMatchObject({ status: 'mislukt', fout: 'Dit vak kent het ERP niet.' })
    return { zaakId, id: actie?.id ?? '' }
  }

  it('is on the list; who may not see customers sees no data of customers', async () => {
    const { id } = await mislukt()
    const beheerder = await rondom.als('functioneel-beheerder')

    expect(await opLijst(coordinator)).toMatchObject([{ id, stap: 'Melden in het ERP', foutCode: 'VAK-ONBEKEND' }])
    expect((await opLijst(coordinator))[0]?.['invoer']).toMatchObject({ wat: 'onderhoudsverzoek maken' })
    expect((await opLijst(beheerder))[0]).toMatchObject({ id, invoer: null, zaakId: null })
    expect((await kcc.get('/api/acties')).statusCode).toBe(403)
    await coordinator.post(`/api/acties/${id}/overslaan`, { reden: 'Proef' })
  })

  it('is tried again on request', async () => {
    const { zaakId, id } = await mislukt()
    expect((await coordinator.post(`/api/acties/${id}/opnieuw`)).json()).toMatchObject({ status: 'klaar_te_staan' })
    await doe(zaakId)

    expect((await standVan(kcc, zaakId)).wacht).toMatchObject([{ element: 'boek' }])
    expect((await coordinator.post(`/api/acties/${id}/opnieuw`)).json().code).toBe('afgehandeld')
  })

  it('is skipped with a reason, and the process goes on with what was said', async () => {
    const { zaakId, id } = await mislukt()
    expect((await coordinator.post(`/api/acties/${id}/overslaan`, { reden: '' })).statusCode).toBe(400)
    const over = await coordinator.post(`/api/acties/${id}/overslaan`, {
      reden: 'Met de hand ingevoerd',
      uitvoer: { gegevens: { id: 'v9', nummer: 'OV9' } },
    })

    expect(over.json()).toMatchObject({ status: 'overgeslagen' })
    const stand = await standVan(kcc, zaakId)
    expect(stand.gegevens.verzoek.gegevens.nummer).toBe('OV9')
    expect(stand.wacht).toMatchObject([{ element: 'boek' }])
    expect(proeferp.gedaan).toEqual([])
  })

  it('gets other data, when they are right', async () => {
    const { zaakId, id } = await mislukt()
    const fout = await coordinator.post(`/api/acties/${id}/invoer`, { invoer: { wat: 'iets anders' } })
    const goed = await coordinator.post(`/api/acties/${id}/invoer`, {
      invoer: { wat: 'onderhoudsverzoek maken', gegevens: { omschrijving: 'Anders', gemeldOp: '', defecten: [] } },
    })
    expect([fout.statusCode, goed.statusCode]).toEqual([400, 200])
    await doe(zaakId)

    expect((await standVan(kcc, zaakId)).gegevens.verzoek.gegevens.omschrijving).toBe('Anders')
  })
})
