import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadDemo } from './demo/index.ts'
import { maakContact } from './klantcontacten/testing/contact.ts'
import { maakWereld } from './klantcontacten/testing/wereld.ts'
import { dagVan } from './platform/clock.ts'
import { newId } from './platform/ids.ts'
import { startTestRondom, type TestRondom } from './platform/testing/rondom.ts'
import { createTaak } from './taken/index.ts'
import { indexEenheid } from './wonen/index.ts'
import { indexAlles, zoekbronnen } from './zoekindex.ts'

let rondom: TestRondom
beforeAll(async () => {
  rondom = await startTestRondom()
})
afterAll(() => rondom.close())

type Zoektabellen = Record<'zoek_item' | 'zoek_sleutel' | 'zoek_woord' | 'zoek_variant', string[]>

async function zoektabellen(db = rondom.db): Promise<Zoektabellen> {
  const rows = async (tabel: string) =>
    (await sql<{ rij: string }>`select t::text as rij from ${sql.table(tabel)} t order by 1`.execute(db)).rows.map(
      ({ rij }) => rij,
    )
  return {
    zoek_item: await rows('zoek_item'),
    zoek_sleutel: await rows('zoek_sleutel'),
    zoek_woord: await rows('zoek_woord'),
    zoek_variant: await rows('zoek_variant'),
  }
}

const opnieuw = (db = rondom.db) => indexAlles(db, dagVan(rondom.clock.now))

async function perSoort(db = rondom.db): Promise<Record<string, number>> {
  const { rows } = await sql<{ soort: string; aantal: number }>`
    select soort, count(*)::int as aantal from zoek_item group by soort`.execute(db)
  return Object.fromEntries(rows.map(({ soort, aantal }) => [soort, aantal]))
}

test('indexing everything again after the demo changes no row', async () => {
  const { elders, databaseUrl, services } = rondom
  await loadDemo({ databaseUrl, organisatie: elders, log: services.log, woningen: 60, nu: rondom.clock.now })
  const before = await zoektabellen(elders.db)

  const gedaan = await opnieuw(elders.db)

  expect(await zoektabellen(elders.db)).toEqual(before)
  const aantallen = await perSoort(elders.db)
  expect(gedaan).toBe(before.zoek_item.length)
  for (const { soort } of zoekbronnen.filter(({ soort }) => soort !== 'zaak')) {
    expect(aantallen[soort], soort).toBeGreaterThan(0)
  }
})

test('indexing everything again changes no row that the use cases wrote, one by one', async () => {
  const wereld = await maakWereld(rondom)
  const kcc = await rondom.als('klantcontactmedewerker')
  const planner = await rondom.als('vakspecialist', { teamIds: [wereld.planning] })
  await rondom.write((w) => indexEenheid(w, wereld.eenheidId))
  for (const klant of [{ partijId: wereld.klant.id }, { partijId: null, naam: 'Mevrouw Onbekend' }]) {
    await rondom.write(async (w) => {
      const post = await maakContact({ ...w, actor: kcc.actor }, { ...klant, vertrouwelijk: klant.partijId === null })
      for (const onderwerp of ['Loodgieter inplannen', 'Schade opnemen']) {
        await createTaak(w, {
          teamId: wereld.planning,
          onderwerp,
          partijId: klant.partijId,
          klantcontactId: post.id,
          termijnWerkdagen: 2,
        })
      }
    })
  }
  const { rijen } = (await planner.get('/api/taken?aantal=50')).json()
  const taak = (await planner.post(`/api/taken/${rijen[0].id}/behandeling`)).json()
  const klaar = await planner.request({
    method: 'POST',
    url: `/api/taken/${taak.id}/afronding`,
    payload: { uitkomst: 'Gedaan.' },
    headers: { 'if-match': `"${taak.versie}"` },
  })
  expect(klaar.statusCode, klaar.body).toBe(200)
  // The words are counted by a load and at night only.
  const { zoek_item, zoek_sleutel } = await zoektabellen()

  await opnieuw()

  expect(await zoektabellen()).toMatchObject({ zoek_item, zoek_sleutel })
  expect(await perSoort()).toMatchObject({ partij: 3, eenheid: 1, klantcontact: 2, taak: 4 })
})

test('what is gone cannot be found any more, and what was missing can', async () => {
  const item = sql`insert into zoek_item (soort, object_id, titel, ondertitel, gewicht, sleutels)
    values ('taak', ${newId()}, 'Spook', '', 10, '{nr:1}') returning id`
  await sql`with i as (${item}) insert into zoek_sleutel (sleutel, item_id) select 'nr:1', id from i`.execute(rondom.db)
  const gemist = await sql<{ object_id: string }>`
    delete from zoek_item where id = (select min(id) from zoek_item where soort = 'partij') returning object_id`.execute(
    rondom.db,
  )

  await opnieuw()

  const over = await sql`select from zoek_item where titel = 'Spook'`.execute(rondom.db)
  const sleutel = await sql`select from zoek_sleutel where sleutel = 'nr:1'`.execute(rondom.db)
  expect([over.rows.length, sleutel.rows.length]).toEqual([0, 0])
  const terug = await sql`select from zoek_item where object_id = ${gemist.rows[0]?.object_id}`.execute(rondom.db)
  expect(terug.rows).toHaveLength(1)
})
