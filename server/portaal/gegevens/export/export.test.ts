import { inflateRawSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { maakContact } from '#server/klantcontacten/testing/contact.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { allJobs } from '#server/slices.ts'
import { type Huis, maakHuis, machtig } from '../../testing/huis.ts'

let rondom: TestRondom
let huis: Huis
let anna: Client
beforeAll(async () => {
  rondom = await startTestRondom()
  huis = await maakHuis(rondom)
  anna = await rondom.klant(huis.huurder, { sterk: true })
  await sql`insert into kanaal (code, naam, volgorde) values ('telefoon', 'Telefoon', 1) on conflict do nothing`.execute(
    rondom.db,
  )
  await rondom.write(async (w) => {
    await maakContact(w, {
      partijId: huis.huurder,
      vraag: '<script>alert(1)</script>',
      interneNotitie: 'GEHEIM',
      toonInPortaal: true,
    })
    await maakContact(w, { partijId: huis.medehuurder, vraag: 'VAN DE ANDER', toonInPortaal: true })
  })
})
afterAll(() => rondom.close())

async function maak(client = anna, namens = '') {
  const gevraagd = await client.post(`/api/portaal/gegevens/exports${namens && `?namens=${namens}`}`)
  expect(gevraagd.statusCode, gevraagd.body).toBe(202)
  const { id } = gevraagd.json()
  const { rows } = await sql<{ payload: { payload: { klantPartijId: string } } }>`
    select payload from graphile_worker._private_jobs where payload->'payload'->>'id' = ${id}`.execute(rondom.db)
  await allJobs(rondom.services)['portaal.export']?.run(rondom.context(), rows[0]?.payload.payload)
  return id as string
}
const haal = (id: string, client = anna) => client.get(`/api/portaal/gegevens/exports/${id}/inhoud`)

/** The text of the one file in a ZIP whose name ends so. */
function uitZip(zip: Buffer, einde: string): string {
  for (let op = zip.readUInt32LE(zip.length - 6); zip.readUInt32LE(op) === 0x02014b50; ) {
    const lengte = zip.readUInt16LE(op + 28)
    if (zip.toString('utf8', op + 46, op + 46 + lengte).endsWith(einde)) {
      const kop = zip.readUInt32LE(op + 42)
      const begin = kop + 30 + zip.readUInt16LE(kop + 26)
      return inflateRawSync(zip.subarray(begin, begin + zip.readUInt32LE(op + 20))).toString('utf8')
    }
    op += 46 + lengte
  }
  throw new Error(`no ${einde}`)
}

it('is everything of his own, to read and for a machine, and nothing of another', async () => {
  const id = await maak()
  const answer = await haal(id)

  expect(answer.statusCode, answer.body).toBe(200)
  expect(answer.headers['content-disposition']).toContain('uw-gegevens.zip')
  const [json, html] = [uitZip(answer.rawPayload, '.json'), uitZip(answer.rawPayload, '.html')]
  const kopie = JSON.parse(json)
  expect(kopie.contact).toHaveLength(1)
  expect(kopie.contracten).toHaveLength(1)
  for (const tekst of [json, html]) {
    expect(tekst).not.toContain('GEHEIM')
    expect(tekst).not.toContain('VAN DE ANDER')
  }
  expect(html).toContain('&#60;script&#62;')
  const [rij] = (await anna.get('/api/portaal/gegevens')).json().exports
  expect(rij).toMatchObject({ id, status: 'klaar' })
})

it('is for who asked it, after a second step, for a week', async () => {
  const zwak = await rondom.klant(huis.huurder)
  expect((await zwak.post('/api/portaal/gegevens/exports')).json().code).toBe('tweede-stap-nodig')
  await machtig(rondom, { door: huis.buur, voor: huis.huurder, domeinen: ['gegevens', 'contact'] })
  const buur = await rondom.klant(huis.buur, { sterk: true })
  expect((await buur.post(`/api/portaal/gegevens/exports?namens=${huis.huurder}`)).statusCode).toBe(403)

  const id = await maak()
  expect((await haal(id, zwak)).statusCode).toBe(403)
  expect((await haal(id, buur)).statusCode).toBe(404)
  expect((await haal(id, await rondom.klant(huis.medehuurder, { sterk: true }))).statusCode).toBe(404)
  expect((await haal(id, await rondom.klant(huis.huurder, { sterk: true, bij: rondom.elders }))).statusCode).toBe(404)
  const { now } = rondom.clock
  rondom.clock.now = new Date(now.getTime() + 7 * 24 * 3_600_000)
  expect((await haal(id)).statusCode).toBe(404)
  await allJobs(rondom.services)['portaal.opruimen']?.run(rondom.context(), {})
  expect(await rondom.db.selectFrom('portaal_export').selectAll().execute()).toEqual([])
  rondom.clock.now = now
})

it('fails, and gives nothing, when the mandate ended before it was made', async () => {
  await machtig(rondom, { door: huis.bewindvoerder, voor: huis.buur, soort: 'curator', einde: '2026-11-23' })
  const bewind = await rondom.klant(huis.bewindvoerder, { sterk: true })
  const gevraagd = await bewind.post(`/api/portaal/gegevens/exports?namens=${huis.buur}`)
  expect(gevraagd.statusCode, gevraagd.body).toBe(202)
  const { now } = rondom.clock
  rondom.clock.now = new Date('2026-11-24T10:00:00Z')
  const payload = { id: gevraagd.json().id, klantPartijId: huis.bewindvoerder }
  await allJobs(rondom.services)['portaal.export']?.run(rondom.context(), payload)
  rondom.clock.now = now

  const row = await rondom.db
    .selectFrom('portaal_export')
    .select(['status', 'opslagsleutel'])
    .where('id', '=', payload.id)
    .executeTakeFirst()
  expect(row).toEqual({ status: 'mislukt', opslagsleutel: null })
})
