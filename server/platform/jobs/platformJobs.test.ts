import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emit } from '../events/emit.ts'
import { numberEvents } from '../events/feed.ts'
import { newId } from '../ids.ts'
import { startTestRondom, type TestRondom } from '../testing/rondom.ts'
import { platformJobs } from './platformJobs.ts'

let rondom: TestRondom
beforeAll(async () => {
  rondom = await startTestRondom()
})
afterAll(() => rondom.close())

const count = async (tabel: string) =>
  Number((await sql<{ n: number }>`select count(*) as n from ${sql.table(tabel)}`.execute(rondom.db)).rows[0]?.n)

test('old events and old answers are forgotten, recent ones and unnumbered ones stay', async () => {
  const event = { soort: 'proef.oud', onderwerpen: ['beheer'], gegevens: {} } as const
  const answer = (op: Date) =>
    sql`insert into idempotentie (medewerker_id, sleutel, vingerafdruk, op) values (${newId()}, 'x', 'x', ${op})`.execute(
      rondom.db,
    )
  await rondom.write((w) => emit(w, { ...event, onderwerpen: [...event.onderwerpen] }))
  await numberEvents(rondom.db)
  await answer(rondom.clock.now)
  rondom.clock.now = new Date(rondom.clock.now.getTime() + 5 * 24 * 3_600_000)
  await rondom.write((w) => emit(w, { ...event, onderwerpen: [...event.onderwerpen] }))
  await answer(rondom.clock.now)

  await platformJobs['platform.opruimen']?.run(rondom.context(), {})

  expect(await count('gebeurtenis')).toBe(1)
  expect(await count('idempotentie')).toBe(1)
})
