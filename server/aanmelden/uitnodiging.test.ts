import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#server/platform/ids.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { setPassword } from './index.ts'
import { cookieVan, goedWachtwoord, meldAan, mensMetWachtwoord, met } from './testing/mensen.ts'

let rondom: TestRondom
let beheerder: Client
beforeAll(async () => {
  rondom = await startTestRondom()
  beheerder = await rondom.als('functioneel-beheerder')
})
afterAll(() => rondom.close())
beforeEach(() => sql`delete from auth_poging`.execute(rondom.db))

const pad = (id: string) => `/api/beheer/medewerkers/${id}/uitnodiging`
const openen = (token: string) => rondom.anoniem.post('/api/aanmelden/uitnodiging', { token })
const gebruiken = (token: string, wachtwoord = goedWachtwoord) =>
  rondom.anoniem.post('/api/aanmelden/uitnodiging/wachtwoord', { token, wachtwoord })

async function nieuw(rol: 'redacteur' | 'coordinator' = 'redacteur') {
  const { actor } = await rondom.als(rol, { naam: 'Piet de Boer' })
  return { id: actor.medewerkerId, email: `${actor.medewerkerId}@voorbeeld.nl` }
}

async function nodigUit(id: string): Promise<string> {
  const answer = await beheerder.post(pad(id))
  expect(answer.statusCode).toBe(201)
  return new URL(answer.json().link).hash.slice(1)
}

describe('a link to choose a password', () => {
  test('lets an employee in with a password that only he knows', async () => {
    const { id, email } = await nieuw()

    const made = (await beheerder.post(pad(id))).json()

    expect(made.link).toMatch(/^http:\/\/hier\.test\/werkplek\/wachtwoord#[\w-]{43}$/)
    expect(Date.parse(made.geldigTot) - Date.now()).toBeGreaterThan(71.9 * 3600_000)
    const token = new URL(made.link).hash.slice(1)
    expect((await openen(token)).json()).toMatchObject({
      naam: 'Piet de Boer',
      email,
      organisatie: 'Woonstichting Hier',
    })
    expect((await gebruiken(token)).json()).toEqual({ email })
    expect((await meldAan(rondom, email)).json()).toEqual({ stap: 'klaar' })
    const log =
      await sql`select from verwerking where object_id = ${id} and medewerker_id = ${beheerder.actor.medewerkerId}`
    expect((await log.execute(rondom.db)).rows).toHaveLength(1)
  })

  test('is random and kept as a hash only (A37)', async () => {
    const { id } = await nieuw()
    const [een, twee] = [await nodigUit(id), await nodigUit(id)]

    expect(een).not.toBe(twee)
    const stored = await sql<{ hash: Buffer; rij: string }>`
      select hash, u::text as rij from auth_uitnodiging u where medewerker_id = ${id} order by gemaakt_op desc limit 1`
    const row = (await stored.execute(rondom.db)).rows[0]
    expect(row?.hash).toEqual(createHash('sha256').update(twee).digest())
    expect(row?.rij).not.toContain(twee)
  })

  test.each([
    ['after it was used', async (token: string) => void (await gebruiken(token))],
    [
      'after 72 hours',
      () => sql`update auth_uitnodiging set geldig_tot = now() - interval '1 second'`.execute(rondom.db),
    ],
    ['when a newer one was made', (_: string, id: string) => nodigUit(id)],
    [
      'when a password was set otherwise',
      (_: string, id: string) => rondom.write((w) => setPassword(w, id, goedWachtwoord)),
    ],
    [
      'when its owner left',
      (_: string, id: string) => sql`update medewerker set actief = false where id = ${id}`.execute(rondom.db),
    ],
  ])('does not work %s (A35)', async (_, gebeurt) => {
    const { id, email } = await nieuw()
    const token = await nodigUit(id)
    await gebeurt(token, id)

    for (const answer of [await openen(token), await gebruiken(token, 'gestolen olifant in de tuin')]) {
      expect(answer.statusCode).toBe(404)
    }
    expect((await meldAan(rondom, email, 'gestolen olifant in de tuin')).statusCode).toBe(401)
  })

  test('does not work as an empty, invented or half token (A35)', async () => {
    await nodigUit((await nieuw()).id)
    for (const token of ['', 'null', 'A'.repeat(42), '%00']) expect((await gebruiken(token)).statusCode).toBe(400)
    expect((await gebruiken('A'.repeat(43))).statusCode).toBe(404)
    expect((await gebruiken(createHash('sha256').digest('base64url'))).statusCode).toBe(404)
  })

  test('serves one of two who use it at once', async () => {
    const token = await nodigUit((await nieuw()).id)

    const answers = await Promise.all([gebruiken(token), gebruiken(token, 'gestolen olifant in de tuin')])

    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 404])
  })

  test('stays good when the chosen password is too weak', async () => {
    const token = await nodigUit((await nieuw()).id)

    const weak = await gebruiken(token, 'Welkom2026Welkom2026')

    expect(weak.statusCode).toBe(400)
    expect(weak.json().invalidParams).toMatchObject([{ name: 'wachtwoord', code: 'te-voorspelbaar' }])
    expect((await gebruiken(token)).statusCode).toBe(200)
  })

  test('changes nothing until it is used, then ends what was open', async () => {
    const { id, email } = await mensMetWachtwoord(rondom)
    const cookie = cookieVan(await meldAan(rondom, email))
    const token = await nodigUit(id)
    expect((await met(rondom, cookie)('GET', '/api/ik')).statusCode).toBe(200)

    await gebruiken(token, 'nieuwe sleutel van het schuurtje')

    expect((await met(rondom, cookie)('GET', '/api/ik')).statusCode).toBe(401)
    expect((await meldAan(rondom, email)).statusCode).toBe(401)
  })

  test('cannot change whose account it is, nor his rights (A35, A36)', async () => {
    const { id, email } = await nieuw()
    const token = await nodigUit(id)
    for (const extra of [{ email: 'ander@voorbeeld.nl' }, { rollen: ['coordinator'] }, { medewerkerId: newId() }]) {
      const body = { token, wachtwoord: goedWachtwoord, ...extra }
      const answer = await rondom.anoniem.post('/api/aanmelden/uitnodiging/wachtwoord', body)
      expect(answer.statusCode).toBe(400)
    }
    expect((await gebruiken(token)).json()).toEqual({ email })
  })

  test('is made by who manages employees only, of this organisatie, for who works here', async () => {
    const { id } = await nieuw()
    const elders = await rondom.als('redacteur', { bij: rondom.elders })
    const weg = await nieuw()
    await sql`update medewerker set actief = false where id = ${weg.id}`.execute(rondom.db)

    expect((await rondom.anoniem.post(pad(id))).statusCode).toBe(401)
    expect((await (await rondom.als(['coordinator', 'redacteur'])).post(pad(id))).statusCode).toBe(403)
    for (const other of [elders.actor.medewerkerId, newId(), 'piet']) {
      expect((await beheerder.post(pad(other))).statusCode).toBe(404)
    }
    expect((await beheerder.post(pad(weg.id))).json()).toMatchObject({ status: 409, code: 'niet-actief' })
  })

  test('cannot be guessed at for long', async () => {
    const answers = []
    for (let i = 0; i < 21; i++) answers.push((await openen(`${i}`.padStart(43, 'A'))).statusCode)
    expect(answers).toEqual([...Array.from({ length: 20 }, () => 404), 429])
  })
})

describe('who helps an employee', () => {
  test('sees which ways in he has, and can close them', async () => {
    const { id, email } = await mensMetWachtwoord(rondom)
    const cookie = cookieVan(await meldAan(rondom, email))
    const toegang = `/api/beheer/medewerkers/${id}/toegang`
    expect((await beheerder.get(toegang)).json()).toEqual({
      medewerkerId: id,
      wachtwoord: true,
      totp: false,
      passkeys: 0,
      oidc: false,
      sessies: 1,
      uitnodigingGeldigTot: null,
    })
    await nodigUit(id)

    expect((await beheerder.delete(`/api/beheer/medewerkers/${id}/sessies`)).statusCode).toBe(204)

    expect((await met(rondom, cookie)('GET', '/api/ik')).statusCode).toBe(401)
    expect((await beheerder.get(toegang)).json()).toMatchObject({
      sessies: 0,
      uitnodigingGeldigTot: expect.any(String),
    })
    expect((await (await rondom.als('coordinator')).get(toegang)).statusCode).toBe(403)
    expect((await beheerder.get(`/api/beheer/medewerkers/${newId()}/toegang`)).statusCode).toBe(404)
  })
})
