import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findTeamByCode, seedInrichting } from '#server/beheer/index.ts'
import { mayHear } from '#server/platform/events/hear.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { addZaakrol } from '#server/zaken/index.ts'
import { procesJobs } from '../jobs.ts'
import { maakProeferp } from '../testing/proeferp.ts'
import { beginProef, publiceerProef } from '../testing/proefproces.ts'
import { tekening } from '../testing/tekening.ts'

const proeferp = maakProeferp()
let rondom: TestRondom
let kcc: Client
let coordinator: Client
let beheerder: Client

const meldproces = (attributen: string) =>
  tekening(
    `<bpmn:startEvent id="begin"/>
    <bpmn:serviceTask id="meld" name="Melden in het ERP" rondom:actie="erp.muteren">
      <bpmn:extensionElements>
        <rondom:invoer naam="wat" waarde="onderhoudsverzoek maken"/>
        <rondom:invoer naam="gegevens" waarde="={ omschrijving: &quot;Kraan lekt&quot;, gemeldOp: zaak.ontvangenOp, defecten: [] }"/>
      </bpmn:extensionElements>
    </bpmn:serviceTask>
    <bpmn:userTask id="klaar" name="Bellen" rondom:team="kcc"/>
    begin -> meld
    meld -> klaar`,
    { attributen: `rondom:procesteam="kcc" ${attributen}` },
  )

beforeAll(async () => {
  rondom = await startTestRondom({ erp: proeferp.erp })
  await rondom.write(seedInrichting)
  const team = await findTeamByCode(rondom.db, 'kcc')
  kcc = await rondom.als('klantcontactmedewerker', { teamIds: [team?.id ?? ''] })
  coordinator = await rondom.als('coordinator')
  beheerder = await rondom.als('functioneel-beheerder')
  await publiceerProef(rondom, 'melden', { 'proces.bpmn': meldproces('') })
  await publiceerProef(rondom, 'geheim', { 'proces.bpmn': meldproces('rondom:vertrouwelijk="true"') })
})
afterAll(() => rondom.close())

const actieVan = async (zaakId: string) =>
  (
    await sql<{ id: string; status: string }>`
      select a.id, a.status from proces_actie a join proces_instantie i on i.id = a.instantie_id
      where i.zaak_id = ${zaakId}`.execute(rondom.db)
  ).rows[0]
const doe = async (zaakId: string) =>
  procesJobs(rondom.services)['processen.actie']?.run(rondom.context(), {
    actieId: (await actieVan(zaakId))?.id,
  } as never)

async function mislukt(proces: string) {
  const { zaakId, nummer } = await beginProef(kcc, proces)
  proeferp.volgende.push('geweigerd')
  await doe(zaakId)
  const actie = await actieVan(zaakId)
  expect(actie?.status).toBe('mislukt')
  return { zaakId, nummer, id: actie?.id ?? '' }
}

/** The events that this made, and who of these hears them. */
async function gehoord(doe: () => Promise<unknown>, ...wie: Client[]): Promise<string[][]> {
  const na = (await sql<{ n: number }>`select coalesce(max(id), 0)::int as n from gebeurtenis`.execute(rondom.db))
    .rows[0]
  await doe()
  const { rows } = await sql<{ soort: string; onderwerpen: string[] }>`
    select soort, onderwerpen from gebeurtenis where id > ${na?.n ?? 0} and soort like 'proces.%' order by id`.execute(
    rondom.db,
  )
  return wie.map(({ actor }) => rows.filter((each) => mayHear(actor, each.onderwerpen)).map(({ soort }) => soort))
}

describe('what others hear of an action', () => {
  it('that fails, is tried again or is skipped, reaches the page of the zaak and the list of what failed', async () => {
    const { zaakId } = await beginProef(kcc, 'melden')
    proeferp.volgende.push('storing', 'storing', 'geweigerd')
    const begint = await gehoord(() => doe(zaakId), kcc, beheerder)
    const weer = await gehoord(() => doe(zaakId), kcc, beheerder)
    const geeftOp = await gehoord(() => doe(zaakId), kcc, beheerder)
    const id = (await actieVan(zaakId))?.id
    const herkanst = await gehoord(() => coordinator.post(`/api/acties/${id}/opnieuw`), kcc, beheerder)
    const gelukt = await gehoord(() => doe(zaakId), kcc, beheerder)

    const beide = [['proces.gewijzigd', 'proces.acties-gewijzigd'], ['proces.acties-gewijzigd']]
    expect(begint).toEqual(beide)
    expect(weer).toEqual([[], []])
    expect(geeftOp).toEqual(beide)
    expect(herkanst).toEqual(beide)
    expect(gelukt[1]).toEqual(['proces.acties-gewijzigd'])
    expect(gelukt[0]).toContain('proces.gewijzigd')
  })

  it('of a confidential zaak: only who handles it hears of the zaak', async () => {
    const ander = await rondom.als('klantcontactmedewerker')
    const [hunne, zijne] = await gehoord(() => mislukt('geheim'), kcc, ander)

    expect(hunne).toContain('proces.gewijzigd')
    expect(zijne).toEqual(['proces.acties-gewijzigd'])
  })

  it('about himself: nothing at all, neither as an event nor on the list', async () => {
    const zelf = await rondom.als('coordinator')
    const { zaakId, id } = await mislukt('melden')
    await rondom.write((w) => addZaakrol(w, zaakId, { rol: 'beklaagde', medewerkerId: zelf.actor.medewerkerId }))
    const afgeschermd = { ...zelf, actor: { ...zelf.actor, afgeschermd: new Set([zaakId]) } }
    const [hij, collega] = await gehoord(() => coordinator.post(`/api/acties/${id}/opnieuw`), afgeschermd, coordinator)
    await doe(zaakId)

    expect([hij, collega]).toEqual([[], ['proces.gewijzigd', 'proces.acties-gewijzigd']])
    const tweede = await mislukt('melden')
    await rondom.write((w) => addZaakrol(w, tweede.zaakId, { rol: 'beklaagde', medewerkerId: zelf.actor.medewerkerId }))
    expect((await zelf.get('/api/acties?status=alles')).body).not.toContain(tweede.nummer)
    expect((await coordinator.get('/api/acties?status=alles')).body).toContain(tweede.nummer)
    expect((await zelf.post(`/api/acties/${tweede.id}/overslaan`, { reden: 'Weg' })).statusCode).toBe(404)
  })
})

describe('corrected data', () => {
  it('that are wrong are refused by field', async () => {
    const { id } = await mislukt('melden')
    const fout = await coordinator.post(`/api/acties/${id}/invoer`, { invoer: { wat: 'iets anders', extra: 1 } })

    expect(fout.statusCode).toBe(400)
    expect(fout.json().invalidParams.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(['invoer.wat', 'invoer.extra']),
    )
    const elders = await rondom.als('coordinator', { bij: rondom.elders })
    for (const wie of [elders, beheerder])
      expect((await wie.post(`/api/acties/${id}/invoer`, { invoer: {} })).statusCode).toBe(404)
    expect((await kcc.post(`/api/acties/${id}/invoer`, { invoer: {} })).statusCode).toBe(403)
  })
})
