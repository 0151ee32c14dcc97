import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#server/platform/ids.ts'
import { startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { type Aanbieder, type Persoon, startAanbieder } from './testing/aanbieder.ts'
import { cookieVan, met } from './testing/mensen.ts'

let aanbieder: Aanbieder
let rondom: TestRondom
beforeAll(async () => {
  aanbieder = await startAanbieder(
    ['hier.test', 'elders.test'].map((host) => `http://${host}/api/aanmelden/oidc/callback/oidc`),
  )
  const env = { OIDC_ISSUER: aanbieder.issuer, OIDC_CLIENT_ID: 'rondom', OIDC_CLIENT_SECRET: 'geheim-van-rondom' }
  rondom = await startTestRondom({ env })
})
afterAll(async () => {
  await rondom.close()
  await aanbieder.stop()
})

type Opties = { terug?: string; cookie?: string; verander?: (url: URL) => void }

/** Browser → Rondom → provider → Rondom; @returns the last answer */
async function langsAanbieder(sub: string, { terug = '/werkplek/klant', cookie, verander }: Opties = {}) {
  const begin = await rondom.anoniem.post('/api/aanmelden/oidc', { terug })
  expect(begin.statusCode).toBe(200)
  const back = new URL(await aanbieder.meldAan(begin.json().url, sub))
  verander?.(back)
  return rondom.anoniem.request({
    method: 'GET',
    url: back.pathname + back.search,
    headers: { cookie: cookie ?? cookieVan(begin) },
  })
}

async function mens(persoon: Partial<Persoon> = { email_verified: true }) {
  const { actor } = await rondom.als('vakspecialist')
  const sub = newId()
  aanbieder.mensen.set(sub, { email: `${actor.medewerkerId}@voorbeeld.nl`, ...persoon })
  return { id: actor.medewerkerId, sub }
}

const aantal = async (tabel: 'medewerker' | 'auth_account') =>
  (await sql<{ n: number }>`select count(*)::int as n from ${sql.table(tabel)}`.execute(rondom.db)).rows[0]?.n

describe('signing in at the provider of the organisation', () => {
  test('opens a session for the medewerker with that e-mail address, and goes on where he was', async () => {
    const { id, sub } = await mens()
    expect((await rondom.anoniem.get('/api/aanmelden')).json()).toMatchObject({ oidc: true })

    const answer = await langsAanbieder(sub)

    expect(answer.statusCode).toBe(302)
    expect(answer.headers.location).toBe('/werkplek/klant')
    const ik = await met(rondom, cookieVan(answer))('GET', '/api/ik')
    expect(ik.json()).toMatchObject({ medewerker: { id } })
    const heard = await sql`
      select from gebeurtenis where soort = 'medewerker.aangemeld' and gegevens ->> 'wijze' = 'oidc'
      and gegevens ->> 'medewerkerId' = ${id}`.execute(rondom.db)
    expect(heard.rows).toHaveLength(1)
  })

  test('knows him again by his subject, also when his address there changes', async () => {
    const { id, sub } = await mens()
    await langsAanbieder(sub)
    aanbieder.mensen.set(sub, { email: 'nieuwe.naam@voorbeeld.nl', email_verified: true })

    const answer = await langsAanbieder(sub)

    expect((await met(rondom, cookieVan(answer))('GET', '/api/ik')).json()).toMatchObject({ medewerker: { id } })
  })

  test('takes the word of Entra ID for the address as well', async () => {
    const { sub } = await mens({ xms_edov: true })
    expect((await langsAanbieder(sub)).headers.location).toBe('/werkplek/klant')
  })

  test('makes nobody: an unknown address is told so', async () => {
    const before = await aantal('medewerker')
    aanbieder.mensen.set('vreemdeling', { email: 'vreemdeling@voorbeeld.nl', email_verified: true })

    const answer = await langsAanbieder('vreemdeling')

    expect(answer.headers.location).toBe('/werkplek/aanmelden?error=signup_disabled')
    expect(cookieVan(answer)).not.toContain('session_token')
    expect(await aantal('medewerker')).toBe(before)
  })

  test.each([
    ['an address that the provider did not verify', { email_verified: false }],
    ['an address about which it says nothing', {}],
  ])('refuses %s', async (_, persoon) => {
    const { sub } = await mens(persoon)
    const accounts = await aantal('auth_account')

    const answer = await langsAanbieder(sub)

    expect(answer.headers.location).toBe('/werkplek/aanmelden?error=account_not_linked')
    expect(await aantal('auth_account')).toBe(accounts)
  })

  test('refuses who left, before and after he was known', async () => {
    const eerder = await mens()
    await langsAanbieder(eerder.sub)
    const { id, sub } = await mens()
    await sql`update medewerker set actief = false where id in (${id}, ${eerder.id})`.execute(rondom.db)

    for (const each of [sub, eerder.sub]) {
      const answer = await langsAanbieder(each)
      expect(answer.headers.location).toMatch(/^\/werkplek\/aanmelden\?error=/)
      expect(cookieVan(answer)).not.toContain('session_token')
    }
  })

  test.each([
    ['without the cookie of the browser that began', { cookie: '' }],
    ['with another state', { verander: (url: URL) => url.searchParams.set('state', 'verzonnen') }],
    ['with an invented code', { verander: (url: URL) => url.searchParams.set('code', 'verzonnen') }],
    ['without a state', { verander: (url: URL) => url.searchParams.delete('state') }],
  ])('refuses an answer %s', async (_, options) => {
    const { sub } = await mens()

    const answer = await langsAanbieder(sub, options)

    expect(answer.statusCode).toBe(302)
    expect(answer.headers.location).toMatch(/^\/werkplek\/aanmelden\?error=/)
    expect(cookieVan(answer)).not.toContain('session_token')
  })

  test('takes an answer once', async () => {
    const { sub } = await mens()
    const begin = await rondom.anoniem.post('/api/aanmelden/oidc', {})
    const back = new URL(await aanbieder.meldAan(begin.json().url, sub))
    const send = () =>
      rondom.anoniem.request({ method: 'GET', url: back.pathname + back.search, headers: { cookie: cookieVan(begin) } })
    expect((await send()).headers.location).toBe('/werkplek')

    const again = await send()

    expect(again.headers.location).toMatch(/error=/)
    expect(cookieVan(again)).not.toContain('session_token')
  })

  test('never sends the browser to another site', async () => {
    for (const terug of [
      'https://evil.example',
      '//evil.example',
      '/werkplek/../../x@evil',
      '/werkplek\\evil',
      '/beheer',
    ]) {
      expect((await rondom.anoniem.post('/api/aanmelden/oidc', { terug })).statusCode, terug).toBe(400)
    }
  })

  test('of one organisatie opens nothing in another', async () => {
    const { sub } = await mens()
    const begin = await rondom.anoniem.post('/api/aanmelden/oidc', {})
    const back = new URL(await aanbieder.meldAan(begin.json().url, sub))

    const answer = await rondom.app.inject({
      method: 'GET',
      url: back.pathname + back.search,
      headers: { host: 'elders.test', cookie: cookieVan(begin) },
    })

    expect(answer.headers.location).toMatch(/error=/)
    expect(cookieVan(answer)).not.toContain('session_token')
  })
})

test('without a provider that door does not exist, and a provider that is down blocks nobody else', async () => {
  const zonder = await startTestRondom()
  const stuk = await startTestRondom({
    env: { OIDC_ISSUER: 'http://127.0.0.1:9', OIDC_CLIENT_ID: 'x', OIDC_CLIENT_SECRET: 'y' },
  })
  try {
    expect(zonder.app.hasRoute({ method: 'POST', url: '/api/aanmelden/oidc' })).toBe(false)
    expect((await stuk.anoniem.post('/api/aanmelden/oidc', {})).json()).toMatchObject({
      status: 503,
      code: 'aanbieder-weg',
    })
    expect((await (await stuk.als('redacteur')).get('/api/ik')).statusCode).toBe(200)
  } finally {
    await zonder.close()
    await stuk.close()
  }
})
