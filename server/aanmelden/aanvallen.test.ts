import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { cookieVan, goedWachtwoord, meldAan, mensMetWachtwoord, met } from './testing/mensen.ts'

/** Attacks that hit products like this one; A35, A37 and A38 are proved beside the code that withstands them. */
let rondom: TestRondom
beforeAll(async () => {
  rondom = await startTestRondom({ env: { RONDOM_PROXY: 'ja' } })
})
afterAll(() => rondom.close())
beforeEach(() => sql`delete from auth_poging`.execute(rondom.db))

test('A33: no header of a proxy or single sign-on signs anybody in', async () => {
  const { id, email } = await mensMetWachtwoord(rondom, { rol: 'functioneel-beheerder' })
  const namen = [
    'x-forwarded-user',
    'x-remote-user',
    'remote-user',
    'x-auth-request-email',
    'x-ms-client-principal-name',
  ]
  for (const naam of [...namen, 'x-test-actor', 'x-rondom-adres', 'authorization']) {
    for (const waarde of [id, email, `Bearer ${id}`, `Basic ${btoa(`${email}:${goedWachtwoord}`)}`]) {
      const answer = await rondom.anoniem.request({ method: 'GET', url: '/api/ik', headers: { [naam]: waarde } })
      expect(answer.statusCode, `${naam}: ${waarde}`).toBe(401)
    }
  }
})

describe('A36: nobody sets the fields of his own session', () => {
  test('with extra fields when signing in', async () => {
    const { email } = await mensMetWachtwoord(rondom)
    for (const extra of [
      { rollen: ['functioneel-beheerder'] },
      { userId: '1' },
      { expiresAt: '2099-01-01' },
      { rememberMe: false },
    ]) {
      const body = { email, wachtwoord: goedWachtwoord, ...extra }
      expect((await rondom.anoniem.post('/api/aanmelden/wachtwoord', body)).statusCode).toBe(400)
    }
  })

  test('with a cookie of his own making', async () => {
    const { client } = await mensMetWachtwoord(rondom)
    const sessie = { session: { userId: client.actor.medewerkerId }, user: { id: client.actor.medewerkerId } }
    const zelf = Buffer.from(JSON.stringify(sessie)).toString('base64url')
    for (const naam of ['session_data', 'session_token', 'account_data', 'dont_remember']) {
      const answer = await met(rondom, `rondom.${naam}=${zelf}; better-auth.${naam}=${zelf}`)('GET', '/api/ik')
      expect(answer.statusCode).toBe(401)
    }
  })

  test('by the routes that the library would offer: none of them exists', async () => {
    const { email } = await mensMetWachtwoord(rondom)
    const ask = met(rondom, cookieVan(await meldAan(rondom, email)))
    const paden = ['sign-up/email', 'update-user', 'update-session', 'change-email', 'delete-user', 'sign-in/email']
    for (const pad of [
      ...paden,
      'list-sessions',
      'get-session',
      'reset-password',
      'two-factor/disable',
      'link-social',
    ]) {
      for (const basis of ['/api/auth', '/api/aanmelden', '/api/aanmelden/oidc']) {
        const answer = await ask('POST', `${basis}/${pad}`, {
          email: 'x@voorbeeld.nl',
          password: goedWachtwoord,
          name: 'x',
        })
        expect(answer.statusCode, `${basis}/${pad}`).toBe(404)
      }
    }
  })
})

describe('A39: nothing tells whether an account exists, and nothing can be flooded', () => {
  test('there is no reset by mail to flood; a link is made by a person', () => {
    const openbaar = rondom.app.endpoints.filter((each) => each.recht === 'openbaar' && each.method !== 'GET')
    expect(
      openbaar
        .map((each) => each.path)
        .filter((path) => path.startsWith('/api/a'))
        .sort(),
    ).toEqual([
      '/api/aanmelden/code',
      '/api/aanmelden/passkey',
      '/api/aanmelden/passkey/opties',
      '/api/aanmelden/uitnodiging',
      '/api/aanmelden/uitnodiging/wachtwoord',
      '/api/aanmelden/wachtwoord',
      '/api/afmelden',
    ])
  })

  test('the sixth attempt answers alike for somebody and nobody', async () => {
    const { email } = await mensMetWachtwoord(rondom)
    const laatste = []
    for (const wie of [email, 'niemand@voorbeeld.nl']) {
      let answer = await meldAan(rondom, wie, 'een heel ander wachtwoord')
      for (let i = 0; i < 5; i++) answer = await meldAan(rondom, wie, 'een heel ander wachtwoord')
      const { instance: _, ...rest } = answer.json()
      laatste.push({ ...rest, detail: rest.detail.replace(/\d+ seconden/, '') })
    }
    expect(laatste[0]).toEqual(laatste[1])
    expect(laatste[0]).toMatchObject({ status: 429 })
  })

  test('a request that another site makes the browser send is refused', async () => {
    const { email } = await mensMetWachtwoord(rondom)
    const answer = await meldAan(rondom, email, goedWachtwoord, { 'sec-fetch-site': 'cross-site' })
    expect(answer.statusCode).toBe(403)
    expect(answer.cookies).toEqual([])
  })

  test('a form of another site cannot sign anybody in: only JSON is taken', async () => {
    const { email } = await mensMetWachtwoord(rondom)
    const answer = await rondom.anoniem.request({
      method: 'POST',
      url: '/api/aanmelden/wachtwoord',
      headers: { 'content-type': 'text/plain' },
      payload: JSON.stringify({ email, wachtwoord: goedWachtwoord }),
    })
    expect([400, 415]).toContain(answer.statusCode)
    expect(answer.cookies).toEqual([])
  })
})

test('a fixed session: signing in never takes over the token that the browser brought', async () => {
  const { email } = await mensMetWachtwoord(rondom)
  const aanvaller = await mensMetWachtwoord(rondom)
  const gebracht = cookieVan(await meldAan(rondom, aanvaller.email))

  const answer = await meldAan(rondom, email, goedWachtwoord, { cookie: gebracht })

  expect(cookieVan(answer)).not.toBe(gebracht)
  expect((await met(rondom, gebracht)('GET', '/api/ik')).json()).toMatchObject({ medewerker: { id: aanvaller.id } })
})
