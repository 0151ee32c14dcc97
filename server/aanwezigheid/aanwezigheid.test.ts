import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#server/platform/ids.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'

let rondom: TestRondom
let partijId: string
let sanne: Client
let youssef: Client

beforeAll(async () => {
  rondom = await startTestRondom()
  sanne = await rondom.als('klantcontactmedewerker', { naam: 'Sanne Jansen' })
  youssef = await rondom.als('klantcontactmedewerker', { naam: 'Youssef Benali' })
  partijId = await newPartij()
})
afterAll(() => rondom.close())

async function newPartij(): Promise<string> {
  const answer = await sanne.post('/api/partijen', {
    soort: 'persoon',
    persoon: { initialen: 'J.A.', tussenvoegsels: 'van den', achternaam: 'Berg' },
  })
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json().id
}

const tell = (wie: Client, extra: Record<string, unknown> = {}) =>
  wie.request({
    method: 'PUT',
    url: '/api/aanwezigheid',
    payload: { objectSoort: 'partij', objectId: partijId, venster: 'tab-1', ...extra },
  })
const leave = (wie: Client, venster = 'tab-1') =>
  wie.delete(`/api/aanwezigheid?objectSoort=partij&objectId=${partijId}&venster=${venster}`)
const seenBy = async (wie: Client) =>
  (await wie.get(`/api/aanwezigheid?objectSoort=partij&objectId=${partijId}`)).json().aanwezig
const events = async () =>
  (
    await sql<{ n: number }>`select count(*) as n from gebeurtenis where soort = 'aanwezigheid.gewijzigd'`.execute(
      rondom.db,
    )
  ).rows[0]?.n ?? 0

test('colleagues see who has it open and who works on it; nobody sees himself', async () => {
  await tell(sanne)
  const answer = await tell(youssef, { bezig: true })

  expect(answer.json()).toEqual({
    aanwezig: [{ medewerker: { id: sanne.actor.medewerkerId, naam: 'Sanne Jansen' }, bezig: false }],
  })
  expect(await seenBy(sanne)).toMatchObject([{ medewerker: { naam: 'Youssef Benali' }, bezig: true }])
})

test('a heartbeat is no event, a change is', async () => {
  await tell(sanne)
  const before = await events()

  await tell(sanne)
  expect(await events()).toBe(before)
  await tell(sanne, { bezig: true })
  expect(await events()).toBe(before + 1)
})

test('whoever has two tabs is gone when both are closed', async () => {
  await tell(sanne)
  await tell(sanne, { venster: 'tab-2' })

  await leave(sanne)
  expect(await seenBy(youssef)).toHaveLength(1)
  await leave(sanne, 'tab-2')
  expect(await seenBy(youssef)).toEqual([])
})

test('a screen that stops telling is gone by itself', async () => {
  await tell(sanne)
  rondom.clock.now = new Date(rondom.clock.now.getTime() + 46_000)

  expect(await seenBy(youssef)).toEqual([])
})

test('not for who may not see the klant, not for another organisatie, not for nothing', async () => {
  const beheerder = await rondom.als('functioneel-beheerder')
  const elders = await rondom.als('klantcontactmedewerker', { bij: rondom.elders })

  expect((await tell(beheerder)).statusCode).toBe(403)
  expect((await tell(elders)).statusCode).toBe(404)
  expect((await tell(sanne, { objectId: newId() })).statusCode).toBe(404)
  expect((await tell(sanne, { objectSoort: 'taak', objectId: newId() })).statusCode).toBe(404)
  expect((await tell(sanne, { venster: '%' })).statusCode).toBe(400)
  expect((await tell(rondom.anoniem)).statusCode).toBe(401)
})
