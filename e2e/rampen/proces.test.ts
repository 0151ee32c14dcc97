import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../server/platform/ids.ts'
import { type Opstelling, type Proces, roep, startOpstelling, startProces, totdat, volg } from './opstelling.ts'

let opstelling: Opstelling

beforeAll(async () => {
  opstelling = await startOpstelling()
})
afterAll(() => opstelling.close())

async function aantal(vraag: ReturnType<typeof sql>): Promise<number> {
  const result = await sql<{ n: number }>`select count(*) as n from (${vraag}) as t`.execute(opstelling.organisatie.db)
  return result.rows[0]?.n ?? 0
}

describe('kill -9 in the middle of a thousand writes', () => {
  const totaal = 1000
  const dodelijk = 400

  it('keeps everything that was acknowledged, and makes nothing twice', async () => {
    const wie = await opstelling.als('klantcontactmedewerker')
    const schrijf = (proces: Proces, nummer: number, sleutel: string) =>
      roep(proces, 'POST', '/api/taken', {
        cookie: wie.cookie,
        sleutel,
        body: { onderwerp: `Ramp ${nummer}`, toelichting: 'Staat dit er nog?', teamId: wie.teamId },
      })
    const sleutels = Array.from({ length: totaal }, () => newId())
    const bevestigd = new Map<number, unknown>()
    let proces = await opstelling.start()
    let dood: Promise<unknown> | undefined
    let volgende = 0
    await Promise.all(
      Array.from({ length: 16 }, async () => {
        for (let nummer = volgende++; nummer < totaal && !dood; nummer = volgende++) {
          const answer = await schrijf(proces, nummer, sleutels[nummer] ?? '')
          if (answer?.status === 201) bevestigd.set(nummer, answer.body['id'])
          if (bevestigd.size === dodelijk) dood ??= proces.stop('SIGKILL')
        }
      }),
    )
    await dood
    const voor = bevestigd.size
    proces = await opstelling.start()

    // All of them again, as browsers do that do not know better: the acknowledged ones too.
    for (let van = 0; van < totaal; van += 16) {
      const stuk = sleutels.slice(van, van + 16)
      const answers = await Promise.all(stuk.map((sleutel, i) => schrijf(proces, van + i, sleutel)))
      answers.forEach((answer, i) => {
        expect(answer?.status).toBe(201)
        const eerder = bevestigd.get(van + i)
        if (eerder) expect(answer?.body['id']).toBe(eerder)
      })
    }
    await proces.stop()

    expect(voor).toBeGreaterThanOrEqual(dodelijk)
    expect(voor).toBeLessThan(totaal)
    expect(await aantal(sql`select 1 from taak where onderwerp like 'Ramp %'`)).toBe(totaal)
    expect(await aantal(sql`select distinct onderwerp from taak where onderwerp like 'Ramp %'`)).toBe(totaal)
    const events = sql`
      select 1 from gebeurtenis g join taak t on t.id::text = g.gegevens ->> 'taakId'
      where g.soort = 'taak.aangemaakt' and t.onderwerp like 'Ramp %'`
    expect(await aantal(events)).toBe(totaal)
  })
})

describe('several processes on one database', () => {
  it('an event of one process arrives through the other, and is replayed after the other was killed', async () => {
    const wie = await opstelling.als('klantcontactmedewerker')
    const [een, twee] = await Promise.all([
      opstelling.start({ RONDOM_ROL: 'web' }),
      opstelling.start({ RONDOM_ROL: 'web' }),
    ])
    const stroom = volg(twee, wie.cookie)
    await totdat(stroom.open)
    await roep(een, 'POST', '/api/gesprekken', { cookie: wie.cookie, body: {} })
    await totdat(() => stroom.soorten().length === 1)

    const { port } = new URL(twee.url)
    await twee.stop('SIGKILL')
    await roep(een, 'POST', '/api/gesprekken', { cookie: wie.cookie, body: {} })
    const drie = await opstelling.start({ RONDOM_ROL: 'web', PORT: port })
    await totdat(() => stroom.soorten().length === 2)

    expect(stroom.soorten()).toEqual(['gesprek.gewijzigd', 'gesprek.gewijzigd'])
    stroom.close()
    await Promise.all([een.stop(), drie.stop()])
  })

  it('a web process leaves the jobs to a worker, and a worker does them without listening', async () => {
    const { code, db } = opstelling.organisatie
    const web = await opstelling.start({ RONDOM_ROL: 'web' })
    const job = 'platform.opruimen'
    await sql`
      select graphile_worker.add_job(${job}, ${JSON.stringify({ organisatie: code, payload: {} })}::json)`.execute(db)
    const wachtend = sql`
      select 1 from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = ${job}`
    expect((await roep(web, 'GET', '/readyz'))?.status).toBe(200)
    expect(await aantal(wachtend)).toBe(1)

    const worker = await opstelling.start({ RONDOM_ROL: 'worker' })
    await totdat(async () => (await aantal(wachtend)) === 0)

    expect(worker.url).toBe('')
    await Promise.all([web.stop(), worker.stop()])
  })
})

describe('a server with its own database', () => {
  it('stops in order, and comes back after it was killed', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'rondom-ramp-'))
    chmodSync(dataDir, 0o755)
    const env = { RONDOM_DATA: dataDir, RONDOM_DEMO: 'nee', RONDOM_LOG: 'stil', PORT: '0' }
    const gezond = async (proces: Proces) => (await roep(proces, 'GET', '/readyz'))?.status

    const een = await startProces(env)
    expect(await gezond(een)).toBe(200)
    expect(await een.stop()).toBe(0)
    const twee = await startProces(env)
    await twee.stop('SIGKILL')
    const drie = await startProces(env)
    expect(await gezond(drie)).toBe(200)
    expect(await drie.stop('SIGINT')).toBe(0)

    rmSync(dataDir, { recursive: true, force: true })
  })
})
