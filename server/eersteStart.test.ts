import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureOrganisatie } from './eersteStart.ts'
import { type Organisaties, openOrganisaties } from './platform/db/organisaties.ts'
import type { Db } from './platform/db/schema.ts'
import { startTestRondom, type TestRondom } from './platform/testing/rondom.ts'

let rondom: TestRondom
let organisaties: Organisaties

/** A database as the first start finds it: migrated, and no organisatie in the register. */
beforeAll(async () => {
  rondom = await startTestRondom()
  await sql`delete from rondom.organisatie`.execute(rondom.db)
  organisaties = openOrganisaties(rondom.databaseUrl, { poolSize: 2, log: rondom.services.log })
})
afterAll(async () => {
  await organisaties.close()
  await rondom.close()
})

const start = (demo = false) =>
  ensureOrganisatie(organisaties, { databaseUrl: rondom.databaseUrl, demo, log: rondom.services.log })

async function inrichting(db: Db) {
  const codes = async (tabel: string) =>
    (await sql<{ code: string }>`select code from ${sql.table(tabel)} order by code`.execute(db)).rows.map(
      (row) => row.code,
    )
  return {
    teams: await codes('team'),
    kanalen: await codes('kanaal'),
    onderwerpen: await codes('onderwerp'),
    sjablonen: await codes('sjabloon'),
  }
}

async function standaard(): Promise<Db> {
  const found = await organisaties.findByCode('standaard')
  if (!found) throw new Error('there is no organisatie "standaard"')
  return found.db
}

test('the first start without the demo leaves an organisatie that is ready to register with', async () => {
  await start()

  const { teams, kanalen, onderwerpen, sjablonen } = await inrichting(await standaard())
  expect(teams).toContain('kcc')
  expect(kanalen).toContain('telefoon')
  expect(onderwerpen).toContain('lekkage')
  expect(sjablonen.length).toBeGreaterThan(5)
  const linked = await sql<{ n: number }>`
    select count(*)::int as n from sjabloon where cardinality(onderwerp_ids) > 0 and team_id is not null`.execute(
    await standaard(),
  )
  expect(linked.rows[0]?.n).toBeGreaterThan(0)
})

test('a later start adds nothing, also not what an administrator removed', async () => {
  const db = await standaard()
  await sql`delete from sjabloon where code = (select min(code) from sjabloon)`.execute(db)
  await sql`delete from kanaal where code = 'sms'`.execute(db)
  const before = await inrichting(db)

  await start()

  expect(await inrichting(db)).toEqual(before)
  expect((await organisaties.list()).map((each) => each.code)).toEqual(['standaard'])
})

test('a first start that was cut off before the set-up is finished by the next', async () => {
  const halfway = await organisaties.create({ code: 'halverwege', naam: 'Halverwege' })

  await start()

  expect((await inrichting(halfway.db)).teams).toContain('kcc')
})

test('a demo that was cut off before it could be found is made findable by the next start', async () => {
  const demo = await organisaties.create({ code: 'demo', naam: 'Demo', demo: true })
  await sql`insert into partij (id, soort, naam, sorteernaam) values (gen_random_uuid(), 'organisatie', 'Bakker', 'Bakker')`.execute(
    demo.db,
  )

  await start(true)

  const found = await sql`select from zoek_item z join partij p on p.id = z.object_id`.execute(demo.db)
  expect(found.rows).toHaveLength(1)
  expect((await sql`select from partij`.execute(demo.db)).rows).toHaveLength(1)
})
