import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { cookieVan, goedWachtwoord, meldAan, mensMetWachtwoord, met } from './testing/mensen.ts'

let rondom: TestRondom
beforeAll(async () => {
  rondom = await startTestRondom()
})
afterAll(() => rondom.close())

describe('signing in with a password', () => {
  test('opens a session with a cookie that scripts and other sites cannot use', async () => {
    const { email, id } = await mensMetWachtwoord(rondom)

    const answer = await meldAan(rondom, email.toUpperCase())

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
    const ik = await met(rondom, cookieVan(answer))('GET', '/api/ik')
    expect(ik.json()).toMatchObject({ medewerker: { id, email } })
    const heard = await sql<{ gegevens: unknown }>`
      select gegevens from gebeurtenis where soort = 'medewerker.aangemeld' and ${`medewerker:${id}`} = any(onderwerpen)`
    expect((await heard.execute(rondom.db)).rows).toEqual([{ gegevens: { medewerkerId: id, wijze: 'wachtwoord' } }])
  })

  test('uses a __Host- cookie over https, and a cookie of plain http does not count there', async () => {
    const https = await startTestRondom({ env: { RONDOM_PROXY: 'ja' } })
    try {
      const { email } = await mensMetWachtwoord(https)
      const plain = await meldAan(https, email)

      const answer = await meldAan(https, email, goedWachtwoord, { 'x-forwarded-proto': 'https' })

      expect(answer.cookies).toEqual([
        expect.objectContaining({ name: '__Host-rondom.session_token', secure: true, path: '/' }),
      ])
      expect(answer.cookies[0]).not.toHaveProperty('domain')
      const ask = (cookie: string) =>
        https.anoniem.request({ method: 'GET', url: '/api/ik', headers: { cookie, 'x-forwarded-proto': 'https' } })
      expect((await ask(cookieVan(plain))).statusCode).toBe(401)
      expect((await ask(cookieVan(answer))).statusCode).toBe(200)
    } finally {
      await https.close()
    }
  })

  test('says the same about an unknown account, a wrong password and somebody who left', async () => {
    const { email } = await mensMetWachtwoord(rondom)
    const weg = await mensMetWachtwoord(rondom)
    await sql`update medewerker set actief = false where id = ${weg.id}`.execute(rondom.db)
    const zonder = await rondom.als('redacteur')

    const answers = await Promise.all([
      meldAan(rondom, 'niemand@voorbeeld.nl'),
      meldAan(rondom, 'geen adres'),
      meldAan(rondom, email, 'een heel ander wachtwoord'),
      meldAan(rondom, weg.email),
      meldAan(rondom, `${zonder.actor.medewerkerId}@voorbeeld.nl`),
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

  test('names the fields that are missing', async () => {
    const answer = await rondom.anoniem.post('/api/aanmelden/wachtwoord', { email: ' ' })

    expect(answer.statusCode).toBe(400)
    expect(answer.json().invalidParams.map((each: { name: string }) => each.name)).toEqual(['email', 'wachtwoord'])
  })

  test('takes the same time for an account that does not exist', async () => {
    const { email } = await mensMetWachtwoord(rondom)
    const time = async (address: string) => {
      const start = performance.now()
      await meldAan(rondom, address, 'een heel ander wachtwoord')
      return performance.now() - start
    }
    const unknown: number[] = []
    const known: number[] = []
    for (let round = 0; round < 4; round++) {
      unknown.push(await time(`niemand-${round}@voorbeeld.nl`))
      known.push(await time(email))
    }

    // Both must pay for the hash (some 40 ms); without it the answer comes in 5. The best of four leaves noise out.
    expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) * 0.6)
  })
})

test('signing out ends the session itself, not only the cookie', async () => {
  const { email } = await mensMetWachtwoord(rondom)
  const cookie = cookieVan(await meldAan(rondom, email))
  const ask = met(rondom, cookie)

  const answer = await ask('POST', '/api/afmelden')

  expect(answer.statusCode).toBe(204)
  expect(answer.cookies).toContainEqual(expect.objectContaining({ name: 'rondom.session_token', value: '', maxAge: 0 }))
  expect((await ask('GET', '/api/ik')).statusCode).toBe(401)
  expect((await rondom.anoniem.post('/api/afmelden', {})).statusCode).toBe(204)
})

test('what the sign-in page may know is open to all, and says nothing of people', async () => {
  expect((await rondom.anoniem.get('/api/aanmelden')).json()).toEqual({
    organisatie: 'Woonstichting Hier',
    accentkleur: '#1d5f8a',
    oidc: false,
  })
})
