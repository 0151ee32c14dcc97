import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { startTestRondom, type TestRondom } from '../testing/rondom.ts'
import { enqueue, job } from './jobs.ts'
import { startWorker } from './worker.ts'

let rondom: TestRondom
let stop: () => Promise<void>
const ran: { organisatie: string; datum: string }[] = []
let failures = 1

beforeAll(async () => {
  rondom = await startTestRondom()
  const worker = await startWorker({
    databaseUrl: rondom.databaseUrl,
    organisaties: rondom.organisaties,
    log: rondom.services.log,
    clock: () => rondom.clock.now,
    jobs: {
      'proef.noteer': job({
        payload: z.object({ datum: z.iso.date() }),
        run: async (ctx, { datum }) => {
          ran.push({ organisatie: ctx.organisatie.code, datum })
          await sql`insert into sluitingsdag (datum, naam) values (${datum}, 'proef')`.execute(ctx.db)
        },
      }),
      'proef.struikel': job({
        payload: z.object({}),
        run: async () => {
          if (failures-- > 0) throw new Error('the first time it fails')
          ran.push({ organisatie: 'struikel', datum: '' })
        },
      }),
    },
  })
  stop = () => worker.stop()
})
afterAll(async () => {
  await stop()
  await rondom.close()
})

async function until(condition: () => boolean): Promise<void> {
  const end = Date.now() + 8_000
  while (!condition()) {
    if (Date.now() > end) throw new Error('waited too long')
    await sleep(20)
  }
}

test('a job runs in its own organisatie only', async () => {
  await rondom.write((w) => enqueue(w, 'proef.noteer', { datum: '2027-01-04' }), rondom.elders)
  await until(() => ran.some(({ datum }) => datum === '2027-01-04'))
  await until(() => ran.length > 0)

  expect(ran.find(({ datum }) => datum === '2027-01-04')?.organisatie).toBe('elders')
  expect((await sql`select 1 from sluitingsdag`.execute(rondom.hier.db)).rows).toHaveLength(0)
})

test('a job of a transaction that is rolled back never runs', async () => {
  await rondom
    .write(async (w) => {
      await enqueue(w, 'proef.noteer', { datum: '2027-02-01' })
      throw new Error('broken off')
    })
    .catch(() => {})
  await rondom.write((w) => enqueue(w, 'proef.noteer', { datum: '2027-02-02' }))
  await until(() => ran.some(({ datum }) => datum === '2027-02-02'))

  expect(ran.map(({ datum }) => datum)).not.toContain('2027-02-01')
})

test('two jobs with one key are one job', async () => {
  await rondom.write(async (w) => {
    await enqueue(w, 'proef.noteer', { datum: '2027-03-01' }, { key: 'zelfde' })
    await enqueue(w, 'proef.noteer', { datum: '2027-03-02' }, { key: 'zelfde' })
  })
  await until(() => ran.some(({ datum }) => datum === '2027-03-02'))

  expect(ran.map(({ datum }) => datum)).not.toContain('2027-03-01')
})

test('a job that fails is tried again', async () => {
  await rondom.write((w) => enqueue(w, 'proef.struikel', {}))
  await sleep(300)
  // The queue waits seconds before the second try; the test does not.
  await sql`update graphile_worker._private_jobs set run_at = now() where last_error is not null`.execute(rondom.db)
  await until(() => ran.some(({ organisatie }) => organisatie === 'struikel'))
})
