import type { LightMyRequestResponse } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Organisatie } from '#server/platform/db/organisaties.ts'
import { startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { endSessions, setPassword } from './index.ts'

let rondom: TestRondom
beforeAll(async () => {
  rondom = await startTestRondom()
})
afterAll(() => rondom.close())

const goed = 'paard batterij nietje correct'

async function medewerkerMetWachtwoord(bij: Organisatie = rondom.hier) {
  const client = await rondom.als('klantcontactmedewerker', { bij })
  await rondom.write((w) => setPassword(w, client.actor.medewerkerId, goed), bij)
  return { id: client.actor.medewerkerId, email: `${client.actor.medewerkerId}@voorbeeld.nl`, client }
}

function meldAan(email: string, wachtwoord: string, headers: Record<string, string> = {}) {
  return rondom.anoniem.post('/api/aanmelden/wachtwoord', { email, wachtwoord }, headers)
}

const cookieVan = (answer: LightMyRequestResponse) =>
  answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ')

describe('signing in with a password', () => {
  test('opens a session with a cookie that scripts and other sites cannot use', async () => {
    const { email, id } = await medewerkerMetWachtwoord()

    const answer = await meldAan(email.toUpperCase(), goed)

    expect(answer.json()).toEqual({ stap: 'klaar' })
    expect(answer.cookies).toEqual([
      expect.objectContaining({
        name: 'rondom.session_token',
        httpOnly: true,
        sameSite: 'Lax',
        path: '/',
        maxAge: 43200,
      }),
    ])
    const ik = await rondom.anoniem.request({ method: 'GET', url: '/api/ik', headers: { cookie: cookieVan(answer) } })
    expect(ik.json()).toMatchObject({ medewerker: { id, email } })
  })

  test('uses a __Host- cookie over https, and no other cookie counts there', async () => {
    const { email } = await medewerkerMetWachtwoord()
    const https = await startTestRondom({ env: { RONDOM_PROXY: 'ja' } })
    try {
      const { client } = { client: await https.als('redacteur') }
      await https.write((w) => setPassword(w, client.actor.medewerkerId, goed))
      const body = { email: `${client.actor.medewerkerId}@voorbeeld.nl`, wachtwoord: goed }

      const answer = await https.anoniem.post('/api/aanmelden/wachtwoord', body, { 'x-forwarded-proto': 'https' })

      expect(answer.cookies).toEqual([
        expect.objectContaining({ name: '__Host-rondom.session_token', secure: true, path: '/' }),
      ])
      expect(answer.cookies[0]).not.toHaveProperty('domain')
      const plain = await client.request({ method: 'GET', url: '/api/ik', headers: { 'x-forwarded-proto': 'https' } })
      expect(plain.statusCode).toBe(401)
      expect(email).toBeTruthy()
    } finally {
      await https.close()
    }
  })

  test('says the same about an unknown account, a wrong password and somebody who left', async () => {
    const { email } = await medewerkerMetWachtwoord()
    const weg = await medewerkerMetWachtwoord()
    await sql`update medewerker set actief = false where id = ${weg.id}`.execute(rondom.db)

    const answers = await Promise.all([
      meldAan('niemand@voorbeeld.nl', goed),
      meldAan(email, 'een heel ander wachtwoord'),
      meldAan(weg.email, goed),
    ])

    for (const answer of answers) {
      expect(answer.statusCode).toBe(401)
      expect(answer.json()).toMatchObject({
        code: 'aanmelden-mislukt',
        detail: 'E-mailadres of wachtwoord klopt niet.',
      })
      expect(answer.cookies).toEqual([])
    }
  })
})

describe('a session', () => {
  test('tells who asks', async () => {
    const client = await rondom.als(['klantcontactmedewerker', 'coordinator'], { naam: 'Fatma Yıldız' })

    const ik = await client.get('/api/ik')

    expect(ik.statusCode).toBe(200)
    expect(ik.json()).toMatchObject({
      medewerker: { id: client.actor.medewerkerId, naam: 'Fatma Yıldız' },
      rollen: ['klantcontactmedewerker', 'coordinator'],
      rechten: expect.arrayContaining(['taak.verdelen']),
      organisatie: { code: 'hier' },
      demo: false,
    })
  })

  test('ends everywhere when the password changes', async () => {
    const { id, client } = await medewerkerMetWachtwoord()
    expect((await client.get('/api/ik')).statusCode).toBe(401)

    const again = await meldAan(`${id}@voorbeeld.nl`, goed)
    await rondom.write((w) => endSessions(w, id))

    const ik = await rondom.anoniem.request({ method: 'GET', url: '/api/ik', headers: { cookie: cookieVan(again) } })
    expect(ik.statusCode).toBe(401)
  })
})
