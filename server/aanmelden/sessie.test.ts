import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#server/platform/ids.ts'
import { startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { createIdentify, openSessie } from './index.ts'
import { met } from './testing/mensen.ts'

let rondom: TestRondom
beforeAll(async () => {
  rondom = await startTestRondom()
})
afterAll(() => rondom.close())

const cookieVan = (headers: Record<string, string>) => headers['cookie'] ?? ''

describe('a session', () => {
  test('tells who asks, with his rights and present teams', async () => {
    const teamId = newId()
    const oud = newId()
    for (const [id, naam] of [
      [teamId, 'Planning'],
      [oud, 'Verhuur'],
    ])
      await sql`insert into team (id, code, naam) values (${id}, ${`t-${naam?.toLowerCase()}`}, ${naam})`.execute(
        rondom.db,
      )
    const client = await rondom.als(['klantcontactmedewerker', 'coordinator'], {
      naam: 'Fatma Yıldız',
      teamIds: [teamId, oud],
    })
    await sql`update team_lid set tot = now() where team_id = ${oud}`.execute(rondom.db)

    expect((await client.get('/api/ik')).json()).toMatchObject({
      medewerker: { id: client.actor.medewerkerId, naam: 'Fatma Yıldız' },
      rollen: ['klantcontactmedewerker', 'coordinator'],
      rechten: expect.arrayContaining(['taak.verdelen']),
      teams: [{ id: teamId, naam: 'Planning' }],
      organisatie: { code: 'hier' },
      demo: false,
    })
    const actor = await createIdentify(rondom.services)(
      { headers: client.headers, protocol: 'http' } as never,
      rondom.hier,
    )
    expect(actor?.teamIds).toEqual([teamId])
  })

  test('opens nothing in another organisatie, not even with the same row there', async () => {
    const hier = await rondom.als('coordinator')
    const elders = await rondom.als('coordinator', { bij: rondom.elders })
    const ask = (cookie: string) =>
      rondom.app.inject({ method: 'GET', url: '/api/ik', headers: { host: 'elders.test', cookie } })
    expect((await ask(cookieVan(elders.headers))).statusCode).toBe(200)
    await sql`
      insert into auth_session (id, token, "userId", "expiresAt", "updatedAt")
      select ${newId()}, token, ${elders.actor.medewerkerId}, "expiresAt", "updatedAt" from org_hier.auth_session
      where "userId" = ${hier.actor.medewerkerId}`.execute(rondom.elders.db)

    const answer = await ask(cookieVan(hier.headers))

    expect(answer.statusCode).toBe(401)
  })

  test('needs the right signature', async () => {
    const client = await rondom.als('coordinator')
    const cookie = decodeURIComponent(cookieVan(client.headers))
    const [name = '', value = ''] = cookie.split(/=(.*)/s)
    const token = value.slice(0, value.lastIndexOf('.'))
    const andere = await openSessie({ secret: 'x'.repeat(40) }, rondom.hier, client.actor.medewerkerId)

    for (const wrong of [
      `${name}=${token}`,
      `${name}=${token}.`,
      `${name}=${token}.${'A'.repeat(43)}=`,
      andere,
      '%',
      `${name}=%E0%A4%A`,
    ]) {
      expect((await met(rondom, wrong)('GET', '/api/ik')).statusCode, wrong).toBe(401)
    }
  })

  test.each([
    ['after twelve hours, whatever was done', `"createdAt" = now() - interval '12 hours 1 second'`],
    ['when its time is over', `"expiresAt" = now() - interval '1 second'`],
    ['after an hour of rest', `"updatedAt" = now() - interval '61 minutes'`],
  ])('ends %s', async (_, change) => {
    const client = await rondom.als('coordinator')
    expect((await client.get('/api/ik')).statusCode).toBe(200)

    await sql`update auth_session set ${sql.raw(change)} where "userId" = ${client.actor.medewerkerId}`.execute(
      rondom.db,
    )

    const answer = await client.get('/api/ik')
    expect(answer.statusCode).toBe(401)
    expect(answer.json()).toMatchObject({ code: 'niet-aangemeld' })
  })

  test('is kept alive by work, not by an open event stream, and costs no write per request', async () => {
    const client = await rondom.als('coordinator')
    const id = client.actor.medewerkerId
    const rust = async () => {
      const row = await sql<{ s: number }>`
        select extract(epoch from now() - "updatedAt")::int as s from auth_session where "userId" = ${id}`
      return (await row.execute(rondom.db)).rows[0]?.s ?? Number.NaN
    }
    const zet = (minuten: number) =>
      sql`update auth_session set "updatedAt" = now() - make_interval(mins => ${minuten}) where "userId" = ${id}`.execute(
        rondom.db,
      )
    const identify = createIdentify(rondom.services)
    const vraag = (accept: string) =>
      identify({ headers: { ...client.headers, accept }, protocol: 'http' } as never, rondom.hier)

    await zet(4)
    await vraag('application/json')
    expect(await rust()).toBeGreaterThan(230)
    await zet(30)
    await vraag('text/event-stream')
    expect(await rust()).toBeGreaterThan(1790)
    await vraag('application/json')
    expect(await rust()).toBeLessThan(10)
  })

  test('follows the employee: a role that ends, ends at once; who leaves is out', async () => {
    const client = await rondom.als('coordinator')
    const id = client.actor.medewerkerId

    await sql`update medewerker set rollen = '{redacteur}' where id = ${id}`.execute(rondom.db)
    expect((await client.get('/api/ik')).json().rechten).toEqual(['overzicht.lezen'])
    await sql`update medewerker set actief = false where id = ${id}`.execute(rondom.db)
    expect((await client.get('/api/ik')).statusCode).toBe(401)
  })

  test('is gone for good when beheer makes the employee inactive', async () => {
    const beheerder = await rondom.als('functioneel-beheerder')
    const client = await rondom.als('redacteur')
    const pad = `/api/beheer/medewerkers/${client.actor.medewerkerId}`
    const { versie, naam, email, functie, telefoon, rollen } = (await beheerder.get(pad)).json()

    const answer = await beheerder.put(pad, { naam, email, functie, telefoon, rollen, actief: false }, versie)

    expect(answer.statusCode).toBe(200)
    const left = await sql`select from auth_session where "userId" = ${client.actor.medewerkerId}`.execute(rondom.db)
    expect(left.rows).toEqual([])
  })
})
