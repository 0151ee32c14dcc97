import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { slice } from './index.ts'
import { mensMetWachtwoord } from './testing/mensen.ts'

let rondom: TestRondom
beforeAll(async () => {
  rondom = await startTestRondom()
})
afterAll(() => rondom.close())

test('at night what is over is thrown away, and what still counts stays', async () => {
  const { id, client } = await mensMetWachtwoord(rondom)
  const beheerder = await rondom.als('functioneel-beheerder')
  await beheerder.post(`/api/beheer/medewerkers/${id}/uitnodiging`)
  await rondom.anoniem.post('/api/aanmelden/wachtwoord', { email: 'niemand@voorbeeld.nl', wachtwoord: 'fout' })
  const over = await rondom.als('redacteur')
  await sql`update auth_session set "expiresAt" = now() - interval '1 hour' where "userId" = ${over.actor.medewerkerId}`.execute(
    rondom.db,
  )
  const run = slice.jobs?.(rondom.services)['aanmelden.opruimen']?.run ?? expect.fail('no such job')
  const tel = async () => {
    const counted = await sql<Record<string, number>>`
      select (select count(*)::int from auth_session) as sessies, (select count(*)::int from auth_poging) as pogingen,
             (select count(*)::int from auth_uitnodiging) as uitnodigingen`.execute(rondom.db)
    return counted.rows[0]
  }

  await rondom.write((w) => run(w, {}))
  expect(await tel()).toEqual({ sessies: 1, pogingen: 2, uitnodigingen: 1 })
  await sql`update auth_poging set laatst_op = now() - interval '3 days'`.execute(rondom.db)
  await sql`update auth_uitnodiging set geldig_tot = now() - interval '91 days'`.execute(rondom.db)
  await rondom.write((w) => run(w, {}))

  expect(await tel()).toEqual({ sessies: 1, pogingen: 0, uitnodigingen: 0 })
  expect((await beheerder.get('/api/ik')).statusCode).toBe(200)
  expect((await client.get('/api/ik')).statusCode).toBe(401)
})
