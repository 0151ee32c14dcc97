import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { cookieVan, goedWachtwoord, meldAan, mensMetWachtwoord, met } from './testing/mensen.ts'
import { totpCode } from './testing/totp.ts'

let rondom: TestRondom
beforeAll(async () => {
  rondom = await startTestRondom()
})
afterAll(() => rondom.close())
beforeEach(() => sql`delete from auth_poging`.execute(rondom.db))

const nieuwWachtwoord = 'nieuwe sleutel van het schuurtje'

async function aangemeld() {
  const mens = await mensMetWachtwoord(rondom)
  const cookie = cookieVan(await meldAan(rondom, mens.email))
  return { ...mens, cookie, ask: met(rondom, cookie) }
}

/** With an authenticator app; the session goes on under a new cookie. */
async function metTotp() {
  const mens = await aangemeld()
  const { geheim, herstelcodes } = (await mens.ask('POST', '/api/ik/totp', { wachtwoord: goedWachtwoord })).json()
  // The step before: so that the code of this moment is still unused.
  const answer = await mens.ask('PUT', '/api/ik/totp', { code: totpCode(geheim, Date.now() - 30_000) })
  expect(answer.statusCode).toBe(204)
  const ask = met(rondom, cookieVan(answer))
  return { ...mens, ask, geheim: String(geheim), herstelcodes: herstelcodes as string[] }
}

const code = (cookie: string, tekst: string) => met(rondom, cookie)('POST', '/api/aanmelden/code', { code: tekst })

describe('changing my password', () => {
  test('ends every other session and goes on with this one (A38)', async () => {
    const { ask, email } = await aangemeld()
    const elders = cookieVan(await meldAan(rondom, email))

    const answer = await ask('PUT', '/api/ik/wachtwoord', { huidig: goedWachtwoord, nieuw: nieuwWachtwoord })

    expect(answer.statusCode).toBe(204)
    expect((await met(rondom, elders)('GET', '/api/ik')).statusCode).toBe(401)
    expect((await ask('GET', '/api/ik')).statusCode).toBe(401)
    expect((await met(rondom, cookieVan(answer))('GET', '/api/ik')).statusCode).toBe(200)
    expect((await meldAan(rondom, email)).statusCode).toBe(401)
    expect((await meldAan(rondom, email, nieuwWachtwoord)).statusCode).toBe(200)
  })

  test('asks the present one, and a new one that is strong enough', async () => {
    const { ask, email } = await aangemeld()

    const wrong = await ask('PUT', '/api/ik/wachtwoord', { huidig: 'niet het goede', nieuw: nieuwWachtwoord })
    const weak = await ask('PUT', '/api/ik/wachtwoord', { huidig: goedWachtwoord, nieuw: 'Welkom2026Welkom2026' })

    expect(wrong.json()).toMatchObject({ status: 400, invalidParams: [{ name: 'huidig', code: 'onjuist' }] })
    expect(weak.json()).toMatchObject({ status: 400, invalidParams: [{ name: 'nieuw', code: 'te-voorspelbaar' }] })
    expect((await meldAan(rondom, email)).statusCode).toBe(200)
  })

  test('cannot be used to guess the present one', async () => {
    const { ask } = await aangemeld()
    const guess = () => ask('PUT', '/api/ik/wachtwoord', { huidig: 'niet het goede', nieuw: nieuwWachtwoord })
    for (let i = 0; i < 5; i++) expect((await guess()).statusCode).toBe(400)

    expect((await guess()).statusCode).toBe(429)
  })

  test('treats two ways to type the same letter as the same password', async () => {
    const { ask, email } = await aangemeld()
    await ask('PUT', '/api/ik/wachtwoord', { huidig: goedWachtwoord, nieuw: 'cafe\u0301 op de hoek van de gracht' })

    expect((await meldAan(rondom, email, 'caf\u00e9 op de hoek van de gracht')).statusCode).toBe(200)
  })

  test('is refused without a session, and to who has no password here', async () => {
    const body = { huidig: goedWachtwoord, nieuw: nieuwWachtwoord }
    const zonder = await rondom.als('redacteur')

    expect((await rondom.anoniem.request({ method: 'PUT', url: '/api/ik/wachtwoord', payload: body })).statusCode).toBe(
      401,
    )
    const answer = await zonder.request({ method: 'PUT', url: '/api/ik/wachtwoord', payload: body })
    expect(answer.json()).toMatchObject({ status: 409, code: 'geen-wachtwoord' })
  })
})

describe('an authenticator app', () => {
  test('asks a code after the password, and only the two together sign in', async () => {
    const { email, id, geheim, ask } = await metTotp()
    expect((await ask('GET', '/api/ik/toegang')).json()).toMatchObject({ totp: true, wachtwoord: true })

    const password = await meldAan(rondom, email)
    const half = cookieVan(password)

    expect(password.json()).toEqual({ stap: 'code' })
    expect((await met(rondom, half)('GET', '/api/ik')).statusCode).toBe(401)
    const answer = await code(half, ` ${totpCode(geheim).slice(0, 3)} ${totpCode(geheim).slice(3)} `)
    expect(answer.json()).toEqual({ stap: 'klaar' })
    expect((await met(rondom, cookieVan(answer))('GET', '/api/ik')).json()).toMatchObject({ medewerker: { id } })
  })

  test('does nothing until a code is confirmed', async () => {
    const { ask, email } = await aangemeld()
    const made = (await ask('POST', '/api/ik/totp', { wachtwoord: goedWachtwoord })).json()
    expect(made.uri).toMatch(/^otpauth:\/\/totp\/.*secret=[A-Z2-7]+/)
    expect(made.herstelcodes).toHaveLength(10)

    const wrong = await ask('PUT', '/api/ik/totp', { code: '000000' })

    expect(wrong.json()).toMatchObject({ status: 400, invalidParams: [{ name: 'code' }] })
    expect((await meldAan(rondom, email)).json()).toEqual({ stap: 'klaar' })
  })

  test('takes a code once', async () => {
    const { email, geheim } = await metTotp()
    const nu = totpCode(geheim)
    expect((await code(cookieVan(await meldAan(rondom, email)), nu)).statusCode).toBe(200)

    const again = await code(cookieVan(await meldAan(rondom, email)), nu)

    expect(again.json()).toMatchObject({ status: 401, code: 'code-onjuist' })
    expect(cookieVan(again)).not.toContain('session_token')
  })

  test('takes a recovery code once', async () => {
    const { email, herstelcodes } = await metTotp()
    const [eerste = ''] = herstelcodes
    expect((await code(cookieVan(await meldAan(rondom, email)), eerste)).statusCode).toBe(200)

    expect((await code(cookieVan(await meldAan(rondom, email)), eerste)).json()).toMatchObject({ code: 'code-onjuist' })
  })

  test('takes five guesses per password, and then closes', async () => {
    const { email, geheim } = await metTotp()
    const half = cookieVan(await meldAan(rondom, email))
    const wrong = totpCode(geheim) === '000000' ? '111111' : '000000'
    for (let i = 0; i < 5; i++) expect((await code(half, wrong)).json()).toMatchObject({ code: 'code-onjuist' })

    const right = await code(half, totpCode(geheim))

    expect(right.json()).toMatchObject({ status: 401, code: 'opnieuw-beginnen' })
    const opnieuw = cookieVan(await meldAan(rondom, email))
    for (let i = 0; i < 5; i++) await code(opnieuw, wrong)
    const slot = await code(cookieVan(await meldAan(rondom, email)), totpCode(geheim))
    expect(slot.json()).toMatchObject({ status: 429, code: 'te-veel-pogingen' })
  })

  test('cannot be asked without the password step', async () => {
    const { geheim } = await metTotp()
    expect((await code('', totpCode(geheim))).json()).toMatchObject({ status: 401, code: 'opnieuw-beginnen' })
    expect((await code('rondom.two_factor=verzonnen.abc', totpCode(geheim))).statusCode).toBe(401)
  })

  test('void when the password changes in between (A38)', async () => {
    const { email, geheim, ask } = await metTotp()
    const half = cookieVan(await meldAan(rondom, email))
    await ask('PUT', '/api/ik/wachtwoord', { huidig: goedWachtwoord, nieuw: nieuwWachtwoord })

    expect((await code(half, totpCode(geheim))).statusCode).toBe(401)
  })

  test('is turned off with the password, and by beheer for who lost his phone', async () => {
    const een = await metTotp()
    expect((await een.ask('POST', '/api/ik/totp/intrekking', { wachtwoord: 'niet het goede' })).statusCode).toBe(400)
    expect((await een.ask('POST', '/api/ik/totp/intrekking', { wachtwoord: goedWachtwoord })).statusCode).toBe(204)
    expect((await meldAan(rondom, een.email)).json()).toEqual({ stap: 'klaar' })

    const twee = await metTotp()
    const beheerder = await rondom.als('functioneel-beheerder')
    expect((await beheerder.delete(`/api/beheer/medewerkers/${twee.id}/tweede-stap`)).statusCode).toBe(204)
    expect((await twee.ask('GET', '/api/ik')).statusCode).toBe(401)
    expect((await meldAan(rondom, twee.email)).json()).toEqual({ stap: 'klaar' })
  })

  test('keeps its secret encrypted, and cannot be replaced while it is on', async () => {
    const { ask, id, geheim, herstelcodes } = await metTotp()
    const row = await sql<{ rij: string }>`select t::text as rij from auth_two_factor t where "userId" = ${id}`.execute(
      rondom.db,
    )
    expect(row.rows[0]?.rij).not.toContain(geheim)
    expect(row.rows[0]?.rij).not.toContain(herstelcodes[0])

    expect((await ask('POST', '/api/ik/totp', { wachtwoord: goedWachtwoord })).json()).toMatchObject({
      status: 409,
      code: 'totp-al-aan',
    })
  })
})

describe('new recovery codes', () => {
  const vernieuw = (ask: ReturnType<typeof met>, wachtwoord = goedWachtwoord) =>
    ask('POST', '/api/ik/totp/herstelcodes', { wachtwoord })

  test('work from then on, and the ones before never again', async () => {
    const { ask, email, herstelcodes: oud } = await metTotp()

    const answer = await vernieuw(ask)

    expect(answer.statusCode).toBe(200)
    const nieuw = answer.json().herstelcodes as string[]
    expect(nieuw).toHaveLength(10)
    expect(nieuw).not.toEqual(expect.arrayContaining([oud[0]]))
    const half = cookieVan(await meldAan(rondom, email))
    for (const each of oud.slice(0, 2)) expect((await code(half, each)).json()).toMatchObject({ code: 'code-onjuist' })
    expect((await code(half, nieuw[0] ?? '')).json()).toEqual({ stap: 'klaar' })
  })

  test('are not made without the password, and a wrong one counts as an attempt', async () => {
    const { ask, email, herstelcodes } = await metTotp()
    for (let i = 0; i < 5; i++) {
      expect((await vernieuw(ask, 'niet het goede')).json()).toMatchObject({
        status: 400,
        invalidParams: [{ name: 'wachtwoord', code: 'onjuist' }],
      })
    }

    expect((await vernieuw(ask)).json()).toMatchObject({ status: 429, code: 'te-veel-pogingen' })
    await sql`delete from auth_poging`.execute(rondom.db)
    expect((await code(cookieVan(await meldAan(rondom, email)), herstelcodes[0] ?? '')).statusCode).toBe(200)
  })

  test('are for who has an app with codes, and is signed in', async () => {
    const zonderApp = await aangemeld()
    expect((await vernieuw(zonderApp.ask)).json()).toMatchObject({ status: 409, code: 'totp-uit' })
    expect((await vernieuw(met(rondom, ''))).statusCode).toBe(401)
    const half = cookieVan(await meldAan(rondom, (await metTotp()).email))
    expect((await vernieuw(met(rondom, half))).statusCode).toBe(401)
  })

  test('are as secret in the database as the first', async () => {
    const { ask, id } = await metTotp()
    const nieuw = (await vernieuw(ask)).json().herstelcodes as string[]
    const row = await sql<{ rij: string }>`select t::text as rij from auth_two_factor t where "userId" = ${id}`.execute(
      rondom.db,
    )
    for (const each of nieuw) expect(row.rows[0]?.rij).not.toContain(each)
  })
})

describe('my sessions', () => {
  test('are listed with the one I am in, and ended one by one or all others', async () => {
    const { ask, email, cookie } = await aangemeld()
    const tweede = met(rondom, cookieVan(await meldAan(rondom, email, goedWachtwoord, { 'user-agent': 'Telefoon' })))
    const derde = met(rondom, cookieVan(await meldAan(rondom, email)))
    const { sessies } = (await ask('GET', '/api/ik/toegang')).json()
    expect(sessies).toHaveLength(3)
    expect(sessies.filter((each: { huidige: boolean }) => each.huidige)).toHaveLength(1)
    expect(JSON.stringify(sessies)).not.toContain(cookie.slice(30, 60))

    const telefoon = sessies.find((each: { browser: string }) => each.browser === 'Telefoon')
    expect((await ask('DELETE', `/api/ik/sessies/${telefoon.id}`)).statusCode).toBe(204)
    expect((await tweede('GET', '/api/ik')).statusCode).toBe(401)
    expect((await ask('DELETE', '/api/ik/sessies')).statusCode).toBe(204)
    expect((await derde('GET', '/api/ik')).statusCode).toBe(401)
    expect((await ask('GET', '/api/ik')).statusCode).toBe(200)
  })

  test('are mine: those of a colleague do not exist for me', async () => {
    const ander = await aangemeld()
    const [zijne] = (await ander.ask('GET', '/api/ik/toegang')).json().sessies
    const { ask } = await aangemeld()

    expect((await ask('DELETE', `/api/ik/sessies/${zijne.id}`)).statusCode).toBe(404)
    expect((await ander.ask('GET', '/api/ik')).statusCode).toBe(200)
  })
})

describe('passkeys', () => {
  test('are added with a recent sign-in only', async () => {
    const { ask, id } = await aangemeld()
    expect((await ask('POST', '/api/ik/passkeys/opties')).json()).toMatchObject({
      rp: { id: 'hier.test' },
      challenge: expect.any(String),
      authenticatorSelection: { userVerification: 'required', residentKey: 'required' },
    })
    await sql`update auth_session set "createdAt" = now() - interval '16 minutes' where "userId" = ${id}`.execute(
      rondom.db,
    )

    expect((await ask('POST', '/api/ik/passkeys/opties')).json()).toMatchObject({
      status: 403,
      code: 'opnieuw-aanmelden',
    })
  })

  test('that are invented, or used from another site, open nothing', async () => {
    const options = await rondom.anoniem.post('/api/aanmelden/passkey/opties', {})
    expect(options.json()).toMatchObject({ rpId: 'hier.test', userVerification: 'required' })
    const antwoord = {
      id: 'AAAA',
      rawId: 'AAAA',
      type: 'public-key',
      response: { clientDataJSON: 'e30', authenticatorData: 'AAAA', signature: 'AAAA' },
    }
    const send = (origin: string) =>
      rondom.anoniem.request({
        method: 'POST',
        url: '/api/aanmelden/passkey',
        headers: { cookie: cookieVan(options), origin },
        payload: { antwoord },
      })

    expect((await send('https://hier.test.evil.example')).statusCode).toBe(403)
    expect((await send('http://hier.test')).json()).toMatchObject({ status: 401, code: 'passkey-mislukt' })
  })

  test('of a colleague cannot be removed', async () => {
    const { id } = await aangemeld()
    const sleutel = '0190a000-0000-7000-8000-000000000001'
    await sql`
      insert into auth_passkey (id, "publicKey", "userId", "credentialID", counter, "deviceType", "backedUp")
      values (${sleutel}, 'x', ${id}, 'x', 0, 'singleDevice', false)`.execute(rondom.db)
    const { ask } = await aangemeld()

    expect((await ask('DELETE', `/api/ik/passkeys/${sleutel}`)).statusCode).toBe(404)
  })
})
