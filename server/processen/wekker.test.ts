import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addTeamlid, findTeamByCode, seedInrichting } from '#server/beheer/index.ts'
import { startWorker } from '#server/platform/jobs/worker.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { signaleer } from './index.ts'
import { procesJobs } from './jobs.ts'
import { beginProef, publiceerProef, standVan } from './testing/proefproces.ts'
import { tekening } from './testing/tekening.ts'

let rondom: TestRondom
let kcc: Client

const timerProces = tekening(
  `<bpmn:startEvent id="begin"/>
  <bpmn:userTask id="werk" name="Werk" rondom:team="kcc"/>
  <bpmn:boundaryEvent id="laat" attachedToRef="werk" cancelActivity="false">
    <bpmn:timerEventDefinition><bpmn:timeDuration>2 werkdagen</bpmn:timeDuration></bpmn:timerEventDefinition>
  </bpmn:boundaryEvent>
  <bpmn:serviceTask id="maan" name="Herinneren" rondom:actie="taak.aanmaken">
    <bpmn:extensionElements><rondom:invoer naam="team" waarde="kcc"/><rondom:invoer naam="onderwerp" waarde="Bel de collega"/></bpmn:extensionElements>
  </bpmn:serviceTask>
  begin -> werk
  laat -> maan`,
)
const signaalProces = tekening(
  `<bpmn:startEvent id="begin"/>
  <bpmn:userTask id="eerst" name="Eerst" rondom:team="kcc"/>
  <bpmn:intermediateCatchEvent id="hoor"><bpmn:signalEventDefinition signalRef="opgelost"/></bpmn:intermediateCatchEvent>
  <bpmn:endEvent id="einde"/>
  begin -> eerst
  eerst -> hoor
  hoor -> einde`,
  { wortels: '<bpmn:signal id="opgelost" name="opgelost"/>' },
)
const roepProces = tekening(
  `<bpmn:startEvent id="begin"/>
  <bpmn:endEvent id="einde"><bpmn:signalEventDefinition signalRef="opgelost"/></bpmn:endEvent>
  begin -> einde`,
  { wortels: '<bpmn:signal id="opgelost" name="opgelost"/>' },
)

beforeAll(async () => {
  rondom = await startTestRondom()
  await rondom.write(seedInrichting)
  kcc = await rondom.als('klantcontactmedewerker')
  const team = await findTeamByCode(rondom.db, 'kcc')
  await rondom.write((w) => addTeamlid(w, team?.id ?? '', kcc.actor.medewerkerId))
  await publiceerProef(rondom, 'tijd', { 'proces.bpmn': timerProces })
  await publiceerProef(rondom, 'hoor', { 'proces.bpmn': signaalProces })
  await publiceerProef(rondom, 'roep', { 'proces.bpmn': roepProces })
})
afterAll(() => rondom.close())

const run = (naam: string, payload: object) =>
  procesJobs(rondom.services)[naam]?.run(rondom.context(), payload as never)
const taken = async (zaakId: string) =>
  (
    await sql<{ onderwerp: string }>`select onderwerp from taak where zaak_id = ${zaakId} order by id`.execute(
      rondom.db,
    )
  ).rows.map(({ onderwerp }) => onderwerp)
const timerVan = async (zaakId: string) =>
  (await standVan(kcc, zaakId)).wacht.find(({ soort }: { soort: string }) => soort === 'timer')
const geplandeJobs = async (id: string) =>
  (
    await sql<{
      run_at: Date
    }>`select run_at from graphile_worker._private_jobs where key = ${`hier:wacht:${id}`}`.execute(rondom.db)
  ).rows

describe('a timer', () => {
  it('is a job at its time in working days, and does nothing before', async () => {
    const { zaakId } = await beginProef(kcc, 'tijd')
    const timer = await timerVan(zaakId)
    // Monday 11:00 in the Netherlands plus two working days.
    expect(timer.moment).toBe('2026-11-25T10:00:00.000Z')
    expect(await geplandeJobs(timer.id)).toEqual([{ run_at: new Date('2026-11-25T10:00:00Z') }])
    await run('processen.wekker', { wachtId: timer.id })
    expect(await taken(zaakId)).toEqual(['Werk'])
  })

  it('goes off once, however often its job comes', async () => {
    const { zaakId } = await beginProef(kcc, 'tijd')
    const { id } = await timerVan(zaakId)
    const eerder = rondom.clock.now
    rondom.clock.now = new Date('2026-11-25T10:00:00Z')
    await Promise.all([1, 2, 3].map(() => run('processen.wekker', { wachtId: id })))
    await run('processen.wekker', { wachtId: id })
    rondom.clock.now = eerder

    expect(await taken(zaakId)).toEqual(['Werk', 'Bel de collega'])
  })

  it('is taken back when the step is done', async () => {
    const { zaakId } = await beginProef(kcc, 'tijd')
    const { id } = await timerVan(zaakId)
    await kcc.post(`/api/zaken/${zaakId}/stappen/werk`, {})
    expect(await geplandeJobs(id)).toEqual([])
  })

  it('whose job got lost is found, and its taak comes after all', async () => {
    const { zaakId } = await beginProef(kcc, 'tijd')
    const { id } = await timerVan(zaakId)
    await sql`select graphile_worker.remove_job(${`hier:wacht:${id}`})`.execute(rondom.db)
    const eerder = rondom.clock.now
    rondom.clock.now = new Date('2026-11-25T10:05:00Z')
    await run('processen.vangnet', {})
    expect(await geplandeJobs(id)).toHaveLength(1)
    const worker = await startWorker({
      databaseUrl: rondom.databaseUrl,
      organisaties: rondom.organisaties,
      log: rondom.services.log,
      clock: rondom.services.clock,
      jobs: procesJobs(rondom.services),
    })
    try {
      const tot = Date.now() + 12_000
      while ((await taken(zaakId)).length < 2 && Date.now() < tot) await sleep(50)
    } finally {
      await worker.stop()
      rondom.clock.now = eerder
    }
    expect(await taken(zaakId)).toEqual(['Werk', 'Bel de collega'])
  })
})

describe('signals and messages', () => {
  it('a signal of one process wakes all others that wait for it', async () => {
    const een = await beginProef(kcc, 'hoor')
    const twee = await beginProef(kcc, 'hoor')
    for (const { zaakId } of [een, twee]) await kcc.post(`/api/zaken/${zaakId}/stappen/eerst`, {})
    const { instantieId } = await beginProef(kcc, 'roep')
    await run('processen.roep', { naam: 'opgelost', behalve: instantieId, na: '00000000-0000-0000-0000-000000000000' })

    expect((await standVan(kcc, een.zaakId)).status).toBe('klaar')
    expect((await standVan(kcc, twee.zaakId)).status).toBe('klaar')
  })

  it('what comes before anybody waits is refused, or kept until somebody does', async () => {
    const { zaakId } = await beginProef(kcc, 'hoor')
    const teVroeg = await kcc.post(`/api/zaken/${zaakId}/signalen`, { soort: 'signaal', naam: 'opgelost' })
    expect([teVroeg.statusCode, teVroeg.json().code]).toEqual([409, 'wacht-niet'])

    const signaal = { zaakId, soort: 'signaal', naam: 'opgelost', gegevens: { door: 'erp' }, bewaar: true } as const
    expect(await rondom.write((w) => signaleer(w, signaal))).toBe(false)
    await kcc.post(`/api/zaken/${zaakId}/stappen/eerst`, {})

    expect(await standVan(kcc, zaakId)).toMatchObject({ status: 'klaar', gegevens: { door: 'erp' } })
  })

  it('two signals for one wait: one is heard, the other is told so', async () => {
    const { zaakId } = await beginProef(kcc, 'hoor')
    await kcc.post(`/api/zaken/${zaakId}/stappen/eerst`, {})
    const stuur = () => rondom.write((w) => signaleer(w, { zaakId, soort: 'signaal', naam: 'opgelost' }))

    expect((await Promise.all([stuur(), stuur()])).sort()).toEqual([false, true])
  })
})

describe('timers that fall due together', () => {
  it('go off once each, by whichever job came first, also when more are at it', { timeout: 60_000 }, async () => {
    const zaken = []
    for (let nummer = 0; nummer < 14; nummer++) zaken.push(await beginProef(kcc, 'tijd'))
    const wachten = await wekkersVan(zaken)
    laterOp(10)

    await Promise.all(wachten.slice(0, 4).map((wachtId) => run('processen.wekker', { wachtId })))
    const over = await wekkersVan(zaken)
    for (const wachtId of wachten) await run('processen.wekker', { wachtId })

    expect(over.length).toBeLessThan(wachten.length - 4)
    expect(await wekkersVan(zaken)).toEqual([])
    for (const { zaakId } of zaken) expect(await taken(zaakId)).toEqual(['Werk', 'Bel de collega'])
  })

  it('are not kept waiting by one that cannot go on', async () => {
    await publiceerProef(rondom, 'stuk', {
      'proces.bpmn': tekening(`<bpmn:startEvent id="begin"/>
        <bpmn:intermediateCatchEvent id="even"><bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
        <bpmn:exclusiveGateway id="kies"/><bpmn:endEvent id="einde"/>
        begin -> even
        even -> kies
        kies -> einde [onbekend = 1]`),
    })
    const stuk = await beginProef(kcc, 'stuk')
    const heel = [await beginProef(kcc, 'tijd'), await beginProef(kcc, 'tijd')]
    const [kapot = '', eerste = ''] = await wekkersVan([stuk, ...heel])
    laterOp(10)

    await run('processen.wekker', { wachtId: kapot })
    await run('processen.wekker', { wachtId: eerste })

    // It is for a person now, and in nobody's way: the second did both.
    for (const { zaakId } of heel) expect(await taken(zaakId)).toEqual(['Werk', 'Bel de collega'])
    const { rows } = await sql<{ fout: string }>`
      select fout from proces_actie where instantie_id = ${stuk.instantieId}`.execute(rondom.db)
    expect(rows).toEqual([{ fout: expect.stringContaining('Geen enkele pijl past') }])
  })

  const laterOp = (dagen: number) => {
    rondom.clock.now = new Date(rondom.clock.now.getTime() + dagen * 24 * 3_600_000)
  }
  const wekkersVan = async (zaken: { instantieId: string }[]) => {
    const { rows } = await sql<{ id: string }>`
      select id from proces_wacht where instantie_id = any(${zaken.map(({ instantieId }) => instantieId)}::uuid[])
        and soort = 'timer' order by op, id`.execute(rondom.db)
    return rows.map(({ id }) => id)
  }
})
