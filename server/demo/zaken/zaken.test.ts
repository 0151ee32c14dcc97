import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { allJobs } from '#server/slices.ts'
import { demoJobs, loadDemo } from '../index.ts'

/* A Sunday: nobody worked today, and there must be something to look at all the same. */
const nu = new Date('2026-11-22T06:00:00Z')
let rondom: TestRondom

beforeAll(async () => {
  rondom = await startTestRondom({ now: nu })
  const { databaseUrl, hier, services } = rondom
  await loadDemo({ databaseUrl, organisatie: hier, log: services.log, woningen: 400, zaad: 'zaken', nu })
  await speel()
}, 600_000)
afterAll(() => rondom.close())

async function speel() {
  const verstuur = allJobs(rondom.services)['bericht.versturen']
  if (!verstuur) throw new Error('nobody sends messages')
  await demoJobs(rondom.services, verstuur.run)['demo.zaken']?.run(rondom.context(), { nu: nu.toISOString() })
}

async function waarden<T>(vraag: string): Promise<T[]> {
  const { rows } = await sql<{ w: T }>`${sql.raw(vraag)}`.execute(rondom.db)
  return rows.map(({ w }) => w)
}
const aantal = async (vraag: string) => Number((await waarden<number>(`select count(*) as w ${vraag}`))[0])

test('all four processes have cases, running and closed', async () => {
  const perProces = await waarden<string>(`
    select zaaktype || case when status in ('AFG', 'GES', 'GEA') then ' dicht' else ' open' end as w from zaak
    group by 1 having count(*) > 0 order by 1`)

  expect(perProces).toEqual([
    'huuropzegging dicht',
    'huuropzegging open',
    'klacht dicht',
    'klacht open',
    'reparatie dicht',
    'reparatie open',
    'service dicht',
    'service open',
  ])
  expect(await aantal('from zaak')).toBeGreaterThan(40)
})

test('there is one of everything that a newcomer looks for', async () => {
  expect(await aantal("from zaak where wacht_op = 'klant'")).toBeGreaterThan(0)
  expect(await aantal("from zaak_termijn where status = 'overschreden'")).toBeGreaterThan(0)
  expect(await aantal('from storing where klaar_op is null')).toBe(1)
  expect(await aantal('from zaak where hoofdzaak_id is not null')).toBeGreaterThan(2)
  expect(await aantal('from enquete where beantwoord_op is not null')).toBeGreaterThan(8)
  expect(await aantal("from zaak_document where titel = 'Eindafrekening'")).toBe(1)
  expect(
    await aantal(`from taak t join medewerker m on m.id = t.medewerker_id
      where m.naam = 'Mehmet Yılmaz' and t.status not in ('afgerond', 'geannuleerd')`),
  ).toBeGreaterThan(0)
})

test('nothing failed, and nothing is of later than now', async () => {
  expect(await waarden("select element || ': ' || fout as w from proces_actie where status = 'mislukt'")).toEqual([])
  for (const [tabel, kolom] of [
    ['zaak', 'ontvangen_op'],
    ['zaak_status', 'op'],
    ['proces_stap', 'begin_op'],
    ['bericht', 'verstuurd_op'],
    ['postbus', 'op'],
    ['enquete', 'beantwoord_op'],
    ['klantcontact', 'plaatsgevonden_op'],
  ])
    expect([tabel, await aantal(`from ${tabel} where ${kolom} > '${nu.toISOString()}'`)]).toEqual([tabel, 0])
})

test('a second time nothing is played twice', async () => {
  const eerst = await aantal('from zaak')

  await speel()

  expect(await aantal('from zaak')).toBe(eerst)
})
