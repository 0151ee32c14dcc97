import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { geheimVan } from './auth.ts'
import { type Doel, metPoging } from './pogingen.ts'
import { goedWachtwoord, meldAan, mensMetWachtwoord } from './testing/mensen.ts'

let rondom: TestRondom
beforeAll(async () => {
  rondom = await startTestRondom({ env: { RONDOM_PROXY: 'ja' } })
})
afterAll(() => rondom.close())

let laatste = 0
/** Every attempt from another address, unless a test is about the address. */
const adres = () => ({ 'x-forwarded-for': `10.0.${Math.floor(++laatste / 250)}.${(laatste % 250) + 1}` })
const fout = (email: string, headers = adres()) => meldAan(rondom, email, 'een heel ander wachtwoord', headers)
const statussen = async (work: Promise<{ statusCode: number }>[]) => (await Promise.all(work)).map((a) => a.statusCode)
class Fout extends Error {}
/** An attempt that is wrong; only a refusal comes through. */
const mis = (geheim: string, doelen: readonly Doel[]) =>
  metPoging(rondom.db, geheim, doelen, () => Promise.reject(new Fout())).catch((error: unknown) => {
    if (!(error instanceof Fout)) throw error
  })
const raak = (geheim: string, doelen: readonly Doel[]) => metPoging(rondom.db, geheim, doelen, async () => 'binnen')
const verschuif = (seconden: number) =>
  sql`update auth_poging set wacht_tot = wacht_tot - make_interval(secs => ${seconden}),
      laatst_op = laatst_op - make_interval(secs => ${seconden})`.execute(rondom.db)

describe('guessing a password', () => {
  test.each([
    ['of an account', async () => (await mensMetWachtwoord(rondom)).email],
    ['of nobody', async () => 'niemand-hier@voorbeeld.nl'],
  ])('%s waits after five failures, from wherever, with a sentence that says how long', async (_, wie) => {
    const email = await wie()
    for (let i = 0; i < 5; i++) expect((await fout(email)).statusCode).toBe(401)

    const answer = await fout(email.toUpperCase())

    expect(answer.statusCode).toBe(429)
    expect(answer.json()).toMatchObject({ code: 'te-veel-pogingen' })
    expect(answer.json().detail).toMatch(/^Te vaak geprobeerd\. Wacht (29|30) seconden en probeer het opnieuw\.$/)
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(25)
  })

  test('is refused while waiting even when the password is right, and allowed after it', async () => {
    const { email } = await mensMetWachtwoord(rondom)
    for (let i = 0; i < 5; i++) await fout(email)
    expect((await meldAan(rondom, email, goedWachtwoord, adres())).statusCode).toBe(429)

    await verschuif(31)

    expect((await meldAan(rondom, email, goedWachtwoord, adres())).statusCode).toBe(200)
    expect((await fout(email)).statusCode).toBe(401)
  })

  test('waits twice as long each time, up to a quarter of an hour', async () => {
    const { email } = await mensMetWachtwoord(rondom)
    for (let i = 0; i < 5; i++) await fout(email)
    const gewacht: number[] = []
    for (let i = 0; i < 7; i++) {
      const seconden = Number((await fout(email)).headers['retry-after'])
      gewacht.push(Math.round(seconden / 10) * 10)
      await verschuif(seconden + 1)
      expect((await fout(email)).statusCode).toBe(401)
    }

    expect(gewacht).toEqual([30, 60, 120, 240, 480, 900, 900])
  })

  test('by a hundred requests at once gets no more tries than one after the other', async () => {
    const { email } = await mensMetWachtwoord(rondom)

    const answers = await statussen(Array.from({ length: 40 }, () => fout(email)))

    expect(answers.filter((status) => status === 401)).toHaveLength(5)
    expect(answers.filter((status) => status === 429)).toHaveLength(35)
  })

  test('of many accounts from one address waits too, and IPv6 counts per network', async () => {
    const geheim = geheimVan(rondom.services, rondom.hier.id)
    for (let i = 0; i < 50; i++) await mis(geheim, [{ soort: 'adres', waarde: '203.0.113.9' }])
    expect((await fout('wie-dan-ook@voorbeeld.nl', { 'x-forwarded-for': '203.0.113.9' })).statusCode).toBe(429)
    expect((await fout('wie-dan-ook@voorbeeld.nl', { 'x-forwarded-for': '203.0.113.10' })).statusCode).toBe(401)

    const tel = (waarde: string) => mis(geheim, [{ soort: 'adres', waarde }])
    for (let i = 0; i < 50; i++) await tel(`2001:db8:1:2::${i}`)
    await expect(tel('2001:db8:1:2:ffff::1')).rejects.toMatchObject({ status: 429 })
    await tel('2001:db8:1:3::1')
  })

  test('a hundred times in a row closes the account for a day', async () => {
    const doel = [{ soort: 'account', waarde: 'doelwit@voorbeeld.nl' }] as const
    const geheim = 'x'.repeat(32)
    for (let i = 0; i < 100; i++) {
      await mis(geheim, doel)
      await verschuif(901)
    }

    await expect(raak(geheim, doel)).rejects.toThrow('Wacht 24 uur')

    await verschuif(86_400)
    expect(await raak(geheim, doel)).toBe('binnen')
  })

  test('of a whole office behind one address does not count those who are right', async () => {
    const geheim = 'x'.repeat(32)
    const kantoor: Doel[] = [{ soort: 'adres', waarde: '192.0.2.1' }]
    for (let i = 0; i < 120; i++) expect(await raak(geheim, kantoor)).toBe('binnen')

    for (let i = 0; i < 50; i++) {
      await mis(geheim, kantoor)
      if (i < 49) await raak(geheim, kantoor)
    }

    // The failures in between stood.
    await expect(raak(geheim, kantoor)).rejects.toMatchObject({ status: 429 })
  })

  test('of a whole office at the same moment makes nobody wait', async () => {
    const geheim = 'x'.repeat(32)
    const kantoor: Doel[] = [{ soort: 'adres', waarde: '192.0.2.2' }]

    for (let ronde = 0; ronde < 10; ronde++) {
      const binnen = await Promise.all(Array.from({ length: 30 }, () => raak(geheim, kantoor)))
      expect(binnen).toEqual(Array(30).fill('binnen'))
    }
  })

  test('leaves no e-mail address or network address in the table', async () => {
    await fout('herkenbaar@voorbeeld.nl', { 'x-forwarded-for': '203.0.113.77' })
    const rows = await sql<{ rij: string }>`select p::text as rij from auth_poging p`.execute(rondom.db)
    expect(rows.rows.length).toBeGreaterThan(0)
    for (const { rij } of rows.rows) expect(rij).not.toMatch(/herkenbaar|203\.0\.113/)
  })
})
