import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findTeamByCode, seedInrichting } from '#server/beheer/index.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { procesJobs } from '../jobs.ts'
import { beginProef, publiceerProef, standVan } from '../testing/proefproces.ts'
import { tekening } from '../testing/tekening.ts'

let rondom: TestRondom
let kcc: Client
/** Sets up processes, and may see cases too. */
let chef: Client

const attributen = 'rondom:procesteam="kcc"'
const taak = (id: string, naam = id) => `<bpmn:userTask id="${id}" name="${naam}" rondom:team="kcc"/>`
const wekker = (id: string, bij: string, duur = 'P2D') =>
  `<bpmn:boundaryEvent id="${id}" name="${id}" attachedToRef="${bij}" cancelActivity="false">
    <bpmn:timerEventDefinition><bpmn:timeDuration>${duur}</bpmn:timeDuration></bpmn:timerEventDefinition>
  </bpmn:boundaryEvent>`
const begin = '<bpmn:startEvent id="begin"/>'
const map = (elementen: string, wortels = '') => ({ 'proces.bpmn': tekening(elementen, { attributen, wortels }) })

const eerste = map(`${begin}${taak('a')}${wekker('herinner', 'a')}${taak('bel')}${taak('b')}
  begin -> a
  herinner -> bel
  a -> b`)

beforeAll(async () => {
  rondom = await startTestRondom()
  await rondom.write(seedInrichting)
  const team = await findTeamByCode(rondom.db, 'kcc')
  kcc = await rondom.als('klantcontactmedewerker', { teamIds: [team?.id ?? ''] })
  chef = await rondom.als(['functioneel-beheerder', 'coordinator'], { teamIds: [team?.id ?? ''] })
})
afterAll(() => rondom.close())

let nummer = 0
/** A process of its own, one case on its first version, and a second version in force. */
async function tweeVersies(oud: Record<string, string>, nieuw: Record<string, string>, aantal = 1) {
  const proces = `proef-${++nummer}`
  const van = await publiceerProef(rondom, proces, oud)
  const zaken: Awaited<ReturnType<typeof beginProef>>[] = []
  for (let i = 0; i < aantal; i++) zaken.push(await beginProef(kcc, proces))
  const naar = await publiceerProef(rondom, proces, nieuw)
  const zaakId = zaken[0]?.zaakId ?? ''
  return { proces, van, naar, zaken, zaakId }
}

const pad = (zaakId: string) => `/api/zaken/${zaakId}/proces/overzetting`
async function bekijk(zaakId: string, body: object = {}, client = chef) {
  const antwoord = await client.post(`${pad(zaakId)}/voorbeeld`, body)
  expect(antwoord.statusCode, antwoord.body).toBe(200)
  return antwoord.json()
}
async function zetOver(zaakId: string, naar: string, doelen: object = {}, client = chef) {
  const { versie } = (await standVan(kcc, zaakId)) as { versie: number }
  return client.post(pad(zaakId), { naar, doelen, reden: 'Nieuw beleid' }, { 'if-match': `"${versie}"` })
}
const taken = async (zaakId: string) =>
  (
    await sql<{ id: string; onderwerp: string; status: string }>`
      select id, onderwerp, status from taak where zaak_id = ${zaakId} order by aangemaakt_op, id`.execute(rondom.db)
  ).rows
const wacht = async (zaakId: string) =>
  (
    await sql<{ id: string; element: string; soort: string; op: Date | null; taak_id: string | null }>`
      select w.* from proces_wacht w join proces_instantie i on i.id = w.instantie_id
      where i.zaak_id = ${zaakId} order by element`.execute(rondom.db)
  ).rows
const elementen = async (zaakId: string) => (await wacht(zaakId)).map(({ element }) => element)
const job = (naam: string, payload: object) =>
  procesJobs(rondom.services)[naam]?.run(rondom.context(), payload as never)
const stap = async (zaakId: string, element: string) => {
  const antwoord = await kcc.post(`/api/zaken/${zaakId}/stappen/${element}`, {})
  expect(antwoord.statusCode, antwoord.body).toBe(200)
}
const later = (dagen: number) => {
  rondom.clock.now = new Date(rondom.clock.now.getTime() + dagen * 24 * 60 * 60_000)
}

describe('a case that stands where the new version has the same', () => {
  it('stays there with its taak and its time, and goes on in the new version; the old one is as it was', async () => {
    const nieuw = map(`${begin}${taak('a', 'Anders')}${wekker('herinner', 'a', 'P9D')}${taak('bel')}${taak('c')}
      begin -> a
      herinner -> bel
      a -> c`)
    const { zaakId, van, naar, zaken } = await tweeVersies(eerste, nieuw, 2)
    const voor = await wacht(zaakId)
    const voorbeeld = await bekijk(zaakId)
    expect(voorbeeld).toMatchObject({ kan: true, van: { nummer: 1 }, naar: { id: naar, nummer: 2 } })
    expect(voorbeeld.stappen).toMatchObject([{ van: 'a', naar: 'a', wat: 'blijft', naarNaam: 'Anders' }])
    expect(voorbeeld.verschil.termijnen).toEqual(['herinner: P2D → P9D'])

    const over = await zetOver(zaakId, naar)
    expect(over.json()).toMatchObject({ nummer: 2 })
    expect(await wacht(zaakId)).toEqual(voor)
    later(3)
    const timer = voor.find(({ soort }) => soort === 'timer')
    await job('processen.wekker', { wachtId: timer?.id })
    await job('processen.wekker', { wachtId: timer?.id })
    expect((await taken(zaakId)).map(({ onderwerp }) => onderwerp)).toEqual(['a', 'bel'])
    await stap(zaakId, 'a')
    expect(await elementen(zaakId)).toEqual(['bel', 'c'])
    const { versieNummer, stappen } = await standVan(kcc, zaakId)
    expect(versieNummer).toBe(2)
    expect(stappen.map(({ naam }: { naam: string }) => naam)).toContain(
      'Overgezet van versie 1 naar versie 2: Nieuw beleid',
    )
    await stap(zaken[1]?.zaakId ?? '', 'a')
    expect(await elementen(zaken[1]?.zaakId ?? '')).toContain('b')
    expect((await sql`select 1 from proces_overzetting where van_id = ${van}`.execute(rondom.db)).rows).toHaveLength(1)
  })

  it('also within a subprocess, a repetition and branches that come together', async () => {
    const diep = (naam: string) =>
      map(`${begin}<bpmn:parallelGateway id="uit"/><bpmn:parallelGateway id="in"/>${taak('x')}
      <bpmn:subProcess id="sub" name="${naam}">
        <bpmn:startEvent id="sub_begin"/>${taak('binnen', naam)}
        sub_begin -> binnen
      </bpmn:subProcess>
      <bpmn:userTask id="elk" rondom:team="kcc"><bpmn:multiInstanceLoopCharacteristics rondom:verzameling="[1, 2]" rondom:item="nr"/></bpmn:userTask>
      ${taak('z', naam)}
      begin -> uit
      uit -> x
      uit -> sub
      uit -> elk
      x -> in
      sub -> in
      elk -> in
      in -> z`)
    const { zaakId, naar } = await tweeVersies(diep('oud'), diep('nieuw'))
    await stap(zaakId, 'x')
    const over = await zetOver(zaakId, naar)
    expect(over.statusCode, over.body).toBe(200)
    expect(await elementen(zaakId)).toEqual(['binnen', 'elk', 'elk'])

    await stap(zaakId, 'binnen')
    await stap(zaakId, 'elk')
    await stap(zaakId, 'elk')
    expect(await elementen(zaakId)).toEqual(['z'])
    expect((await standVan(kcc, zaakId)).wacht[0].naam).toBe('nieuw')
    await stap(zaakId, 'z')
    expect((await standVan(kcc, zaakId)).status).toBe('klaar')
  })

  it('with an event that stands ready for all of it', async () => {
    const met = (naam: string) =>
      map(
        `${begin}${taak('a', naam)}
      <bpmn:subProcess id="afbreken" triggeredByEvent="true">
        <bpmn:startEvent id="stop" isInterrupting="true"><bpmn:messageEventDefinition messageRef="ingetrokken"/></bpmn:startEvent>
        ${taak('opruimen', naam)}
        stop -> opruimen
      </bpmn:subProcess>
      begin -> a`,
        '<bpmn:message id="ingetrokken" name="ingetrokken"/>',
      )
    const { zaakId, naar } = await tweeVersies(met('oud'), met('nieuw'))
    expect((await zetOver(zaakId, naar)).statusCode).toBe(200)
    const signaal = await kcc.post(`/api/zaken/${zaakId}/signalen`, { naam: 'ingetrokken' })

    expect(signaal.statusCode, signaal.body).toBe(200)
    expect(signaal.json().wacht).toMatchObject([{ element: 'opruimen', naam: 'nieuw' }])
  })
})

describe('a case that stands where the new version has something else', () => {
  const zonder = map(`${begin}${taak('nieuwe')}${wekker('termijn', 'nieuwe')}${taak('bel')}${taak('b')}
    begin -> nieuwe
    termijn -> bel
    nieuwe -> b`)

  it('goes nowhere until somebody says where, and then there, with a new taak and none of the old', async () => {
    const { zaakId, naar } = await tweeVersies(eerste, zonder)
    expect((await bekijk(zaakId)).stappen).toMatchObject([{ van: 'a', wat: 'kiezen', naar: '' }])
    const niet = await zetOver(zaakId, naar)
    expect([niet.statusCode, niet.json().code]).toEqual([409, 'kan-niet-over'])
    expect((await standVan(kcc, zaakId)).versieNummer).toBe(1)

    const doelen = { a: 'nieuwe' }
    expect((await bekijk(zaakId, { doelen })).stappen).toMatchObject([{ wat: 'verplaatst', naar: 'nieuwe' }])
    const over = await zetOver(zaakId, naar, doelen)
    expect(over.statusCode, over.body).toBe(200)
    expect((await taken(zaakId)).map(({ onderwerp, status }) => [onderwerp, status])).toEqual([
      ['a', 'geannuleerd'],
      ['nieuwe', 'niet_gestart'],
    ])
    const wekkers = await sql<{ key: string }>`
      select key from graphile_worker._private_jobs where key like 'hier:wacht:%'`.execute(rondom.db)
    const nu = await wacht(zaakId)
    expect(nu.map(({ element }) => element)).toEqual(['nieuwe', 'termijn'])
    expect(wekkers.rows.map(({ key }) => key)).toContain(`hier:wacht:${nu[1]?.id}`)
    later(3)
    await job('processen.wekker', { wachtId: nu[1]?.id })
    await job('processen.wekker', { wachtId: nu[1]?.id })
    await stap(zaakId, 'nieuwe')
    expect(await elementen(zaakId)).toEqual(['b', 'bel'])
    await stap(zaakId, 'b')
    await stap(zaakId, 'bel')
    expect((await standVan(kcc, zaakId)).status).toBe('klaar')
  })

  it('keeps its taak on a step that only got another term, which begins now', async () => {
    const { zaakId, naar } = await tweeVersies(
      map(`${begin}${taak('a')}${taak('b')}
      begin -> a
      a -> b`),
      eerste,
    )
    const [voor] = await taken(zaakId)
    later(1)
    expect((await bekijk(zaakId)).stappen).toMatchObject([{ van: 'a', wat: 'opnieuw' }])
    expect((await zetOver(zaakId, naar)).statusCode).toBe(200)

    expect(await taken(zaakId)).toMatchObject([{ id: voor?.id, status: 'niet_gestart' }])
    const nu = await wacht(zaakId)
    expect(nu.map(({ element }) => element)).toEqual(['a', 'herinner'])
    expect(nu[1]?.op?.getTime()).toBe(rondom.clock.now.getTime() + 2 * 24 * 60 * 60_000)
    const open = await sql<{ n: number }>`
      select count(*)::int as n from proces_stap s join proces_instantie i on i.id = s.instantie_id
      where i.zaak_id = ${zaakId} and s.element = 'a'`.execute(rondom.db)
    expect(open.rows[0]?.n).toBe(1)
    await kcc.post(`/api/taken/${voor?.id}/behandeling`)
    const klaar = await kcc.post(
      `/api/taken/${voor?.id}/afronding`,
      { uitkomst: 'Klaar', terugkoppeling: null },
      { 'if-match': '"2"' },
    )
    expect(klaar.statusCode, klaar.body).toBe(200)
    expect(await elementen(zaakId)).toEqual(['b'])
  })

  it('is refused where branches would wait for what was forgotten', async () => {
    const takken = (extra: string) =>
      map(`${begin}<bpmn:parallelGateway id="uit"/><bpmn:parallelGateway id="in" name="Allebei"/>${taak('x')}${taak(`y${extra}`)}${taak('z')}
      begin -> uit
      uit -> x
      uit -> y${extra}
      x -> in
      y${extra} -> in
      in -> z`)
    const { zaakId, naar } = await tweeVersies(takken(''), takken('2'))
    await stap(zaakId, 'x')
    const voorbeeld = await bekijk(zaakId, { doelen: { y: 'y2' } })
    expect(voorbeeld).toMatchObject({ kan: false, stappen: [{ wat: 'kan-niet' }] })
    expect(voorbeeld.stappen[0].uitleg[0]).toContain('Allebei')
    expect((await zetOver(zaakId, naar, { y: 'y2' })).json().code).toBe('kan-niet-over')
    const verder = await zetOver(zaakId, naar, { y: 'z' })
    expect(verder.statusCode, verder.body).toBe(200)
    expect(await elementen(zaakId)).toEqual(['z'])
  })
})

describe('a case of which an action is going on', () => {
  const met = (naam: string, extra = '') =>
    map(`${begin}
      <bpmn:serviceTask id="lees" name="${naam}" rondom:actie="erp.lezen">
        <bpmn:extensionElements>
          <rondom:invoer naam="wat" waarde="eenheid"/><rondom:invoer naam="id" waarde="E1"/>
        </bpmn:extensionElements>
      </bpmn:serviceTask>
      ${extra}${taak('b', naam)}
      begin -> lees
      lees -> b`)

  it('takes it along when the new version does the same there, and does it no second time', async () => {
    const { zaakId, naar } = await tweeVersies(met('oud'), met('nieuw'))
    expect((await zetOver(zaakId, naar)).statusCode).toBe(200)
    const acties = async () =>
      (
        await sql<{ id: string; status: string }>`
          select a.id, a.status from proces_actie a join proces_instantie i on i.id = a.instantie_id
          where i.zaak_id = ${zaakId}`.execute(rondom.db)
      ).rows
    const [actie] = await acties()
    const over = await chef.post(`/api/acties/${actie?.id}/overslaan`, { reden: 'Proef' })

    expect(over.statusCode, over.body).toBe(200)
    expect((await standVan(kcc, zaakId)).wacht).toMatchObject([{ element: 'b', naam: 'nieuw' }])
    expect(await acties()).toMatchObject([{ id: actie?.id, status: 'overgeslagen' }])
  })

  it('waits for it when the new version has something else there', async () => {
    const rand = `<bpmn:boundaryEvent id="rand" attachedToRef="lees"><bpmn:timerEventDefinition>
      <bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>${taak('te_laat')}`
    const { zaakId, naar } = await tweeVersies(met('oud'), met('nieuw', `${rand}\n      rand -> te_laat\n`))
    const voorbeeld = await bekijk(zaakId)

    expect(voorbeeld).toMatchObject({ kan: false, stappen: [{ van: 'lees', wat: 'kan-niet' }] })
    expect((await zetOver(zaakId, naar, { lees: 'b' })).json().code).toBe('kan-niet-over')
    expect((await standVan(kcc, zaakId)).versieNummer).toBe(1)
  })
})

describe('who may', () => {
  it('is who sets up processes and may see the zaak; never somebody who read an older state', async () => {
    const { zaakId, naar, van } = await tweeVersies(eerste, eerste)
    const beheerder = await rondom.als('functioneel-beheerder')
    const elders = await rondom.als(['functioneel-beheerder', 'coordinator'], { bij: rondom.elders })

    expect((await zetOver(zaakId, naar, {}, kcc)).statusCode).toBe(403)
    expect((await kcc.post(`/api/beheer/procesversies/${van}/overzetting/voorbeeld`, {})).statusCode).toBe(403)
    for (const wie of [beheerder, elders]) {
      expect((await zetOver(zaakId, naar, {}, wie)).statusCode).toBe(404)
      expect((await wie.post(`${pad(zaakId)}/voorbeeld`, {})).statusCode).toBe(404)
    }
    expect((await elders.get(`/api/beheer/procesversies/${van}/overzettingen`)).statusCode).toBe(404)
    const oud = await chef.post(pad(zaakId), { naar, doelen: {}, reden: 'Oud' }, { 'if-match': '"99"' })
    expect([oud.statusCode, oud.json().code]).toEqual([409, 'verouderd'])
    const ander = await tweeVersies(eerste, eerste)
    expect((await zetOver(zaakId, ander.naar)).statusCode).toBe(400)
  })
})

describe('all cases of a version', () => {
  const doel = map(`${begin}${taak('a')}${wekker('herinner', 'a')}${taak('bel')}${taak('c')}
    begin -> a
    herinner -> bel
    a -> c`)

  it('are counted by where they stand, and go over one by one; what cannot stays, with its reason', async () => {
    const { van, naar, zaken } = await tweeVersies(eerste, doel, 4)
    await stap(zaken[3]?.zaakId ?? '', 'a')
    const beheerder = await rondom.als('functioneel-beheerder')
    const plan = (await beheerder.post(`/api/beheer/procesversies/${van}/overzetting/voorbeeld`, {})).json()
    expect(plan).toMatchObject({ aantal: 4, kan: 3 })
    expect(plan.groepen.map(({ aantal, kan }: { aantal: number; kan: boolean }) => [aantal, kan])).toEqual([
      [3, true],
      [1, false],
    ])
    const begonnen = await beheerder.post(`/api/beheer/procesversies/${van}/overzetting`, { naar, reden: 'Beleid' })
    expect(begonnen.statusCode, begonnen.body).toBe(201)
    const weer = await beheerder.post(`/api/beheer/procesversies/${van}/overzetting`, { naar, reden: 'Beleid' })
    expect(weer.json().code).toBe('bezig')
    // The job comes twice at once, as after a worker that died.
    const run = () => job('processen.overzetten', { overzettingId: begonnen.json().id })
    await Promise.all([run(), run()])
    await run()

    const [uitslag] = (await beheerder.get(`/api/beheer/procesversies/${van}/overzettingen`)).json().rijen
    expect(uitslag).toMatchObject({ gelukt: 3, naar: { nummer: 2 } })
    expect(uitslag.klaarOp).not.toBeNull()
    expect(uitslag.geweigerd[0]).toMatchObject({ zaaknummer: zaken[3]?.nummer })
    expect(uitslag.geweigerd[0].reden).toContain('"b"')
    for (const [plek, { zaakId }] of zaken.entries()) {
      expect((await standVan(kcc, zaakId)).versieNummer).toBe(plek === 3 ? 1 : 2)
      expect((await taken(zaakId)).filter(({ onderwerp }) => onderwerp === 'a')).toHaveLength(1)
    }
    const naBeleid = (await standVan(kcc, zaken[0]?.zaakId ?? '')).stappen.at(-1)
    expect(naBeleid.door.id).toBe(beheerder.actor.medewerkerId)
  })
})
