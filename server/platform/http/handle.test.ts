import Fastify, { type FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { z } from 'zod'
import { endpoint } from '#contract/endpoint.ts'
import { rechtenVan } from '#contract/rechten.ts'
import { IdParams, regel } from '#contract/vormen.ts'
import { conflict, stale } from '../errors.ts'
import { newId } from '../ids.ts'
import { startTestRondom, type TestRondom } from '../testing/rondom.ts'
import type { Actor, Klant } from './context.ts'
import { createHttp } from './handle.ts'
import { toProblem } from './problem.ts'

const Tekst = z.object({ tekst: z.string(), versie: z.int() })
const add = endpoint({
  method: 'POST',
  path: '/api/proef',
  summary: 'Probe',
  recht: 'beheer.inrichting',
  body: z.strictObject({ tekst: regel(20, 1), diep: z.strictObject({ getal: z.int() }).optional() }),
  response: Tekst,
  status: 201,
})
const change = endpoint({
  method: 'PUT',
  path: '/api/proef/:id',
  summary: 'Probe',
  recht: 'beheer.inrichting',
  params: IdParams,
  body: z.strictObject({ tekst: regel(20, 1) }),
  response: Tekst,
  ifMatch: true,
})
const openWrite = endpoint({
  method: 'POST',
  path: '/api/proef/open',
  summary: 'Probe',
  recht: 'openbaar',
  response: z.object({ keer: z.int() }),
})
const open = endpoint({
  method: 'GET',
  path: '/api/proef',
  summary: 'Probe',
  recht: 'openbaar',
  response: z.object({ actor: z.string() }),
})

const own = endpoint({
  method: 'GET',
  path: '/api/portaal/proef',
  summary: 'Probe',
  recht: 'klant',
  response: z.object({ actor: z.string(), rechten: z.int(), partijId: z.string() }),
})
const ownStrong = endpoint({ ...own, path: '/api/portaal/proef/sterk', recht: 'klant-sterk' })

const slow = endpoint({
  method: 'PUT',
  path: '/api/proef',
  summary: 'Probe',
  recht: 'openbaar',
  body: z.strictObject({}),
  response: z.object({}),
})

let rondom: TestRondom
let app: FastifyInstance
let handled = 0
let visits = 0
const beheerder: Actor = {
  medewerkerId: newId(),
  naam: 'B',
  rollen: [],
  rechten: rechtenVan(['functioneel-beheerder']),
  teamIds: [],
}

const huurder: Klant = {
  accountId: newId(),
  sessieId: newId(),
  partijId: newId(),
  naam: 'J. van den Berg',
  taal: 'nl',
  sterk: false,
}

beforeAll(async () => {
  rondom = await startTestRondom()
  app = Fastify({ genReqId: () => newId(), bodyLimit: 2000 })
  app.setErrorHandler(async (error, request, reply) => {
    const { problem, retryAfter } = toProblem(error, request.id)
    if (retryAfter !== undefined) reply.header('Retry-After', String(retryAfter))
    return reply.code(problem.status).type('application/problem+json').send(problem)
  })
  const http = createHttp({
    app,
    organisaties: rondom.organisaties,
    clock: () => rondom.clock.now,
    log: rondom.services.log,
    wachttijd: 1,
    identify: async (request) => {
      const rol = request.headers['x-rol']
      if (rol === undefined) return undefined
      return rol === 'beheerder' ? beheerder : { ...beheerder, rechten: new Set() }
    },
    identifyKlant: async (request) => {
      const klant = request.headers['x-klant']
      return klant === undefined ? undefined : { ...huurder, sterk: klant === 'sterk' }
    },
  })
  http.write(add, async ({ body, w }) => {
    handled++
    await sql`insert into sluitingsdag (datum, naam) values (current_date + (select count(*) from sluitingsdag)::int, ${body.tekst})`.execute(
      w.tx,
    )
    if (body.tekst === 'botst') throw conflict('bezet', 'Al bezet.')
    return { tekst: body.tekst, versie: 1, geheim: 'leaves only what the schema names' } as z.input<typeof Tekst>
  })
  http.write(change, async ({ body, versie }) => {
    if (versie !== 3) throw stale({ tekst: 'van een ander', versie: 3 })
    return { tekst: body.tekst, versie: 4 }
  })
  http.write(openWrite, async () => ({ keer: ++visits }))
  for (const each of [own, ownStrong])
    http.read(each, async ({ ctx }) => ({
      actor: ctx.actor.naam,
      rechten: ctx.actor.rechten.size,
      partijId: ctx.klant?.partijId ?? '',
    }))
  http.read(open, async ({ ctx }) => ({ actor: ctx.actor.naam }))
  http.write(slow, async ({ w }) => {
    await sql`select pg_sleep(1.5)`.execute(w.tx)
    await sql`insert into sluitingsdag (datum, naam) values ('2020-01-01', 'te laat')`.execute(w.tx)
    return {}
  })
  await app.ready()
})
afterAll(async () => {
  await app.close()
  await rondom.close()
})

const post = (payload: unknown, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url: '/api/proef',
    headers: { 'x-rol': 'beheerder', 'content-type': 'application/json', ...headers },
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  })

const rows = async () =>
  Number((await sql<{ n: number }>`select count(*) as n from sluitingsdag`.execute(rondom.db)).rows[0]?.n)

test('a write answers with what the schema names, and nothing else', async () => {
  const answer = await post({ tekst: '  een \u0000 regel ' })

  expect(answer.statusCode).toBe(201)
  expect(answer.json()).toEqual({ tekst: 'een regel', versie: 1 })
  expect(answer.headers['etag']).toBe('"1"')
})

test('without a session 401, without the right 403, and then nothing ran', async () => {
  const before = handled

  expect((await app.inject({ method: 'POST', url: '/api/proef', payload: { tekst: 'x' } })).statusCode).toBe(401)
  expect((await post({ tekst: 'x' }, { 'x-rol': 'ander' })).statusCode).toBe(403)
  expect((await post({ tekst: 'x' }, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
  expect(handled).toBe(before)
})

test('a wrong body names every field, in Dutch and with its path', async () => {
  const answer = await post({ tekst: '', diep: { getal: 'x' }, extra: 1 })

  expect(answer.statusCode).toBe(400)
  expect(answer.headers['content-type']).toContain('application/problem+json')
  const params = answer.json().invalidParams as { name: string; reason: string }[]
  expect(params.map(({ name }) => name).sort()).toEqual(['diep.getal', 'extra', 'tekst'])
  expect(params.find(({ name }) => name === 'tekst')?.reason).toBe('Vul dit veld in.')
})

test.each([
  ['broken JSON', '{"tekst":', 'application/json', 400],
  ['a huge body', JSON.stringify({ tekst: 'x'.repeat(5000) }), 'application/json', 413],
  ['another media type', 'tekst=x', 'text/csv', 415],
  ['a prototype', '{"tekst":"x","__proto__":{"admin":true}}', 'application/json', 400],
])('%s is refused', async (_name, payload, type, status) => {
  expect((await post(payload, { 'content-type': type })).statusCode).toBe(status)
})

test('an error rolls everything back', async () => {
  const before = await rows()

  const answer = await post({ tekst: 'botst' }, { 'idempotency-key': newId() })

  expect(answer.statusCode).toBe(409)
  expect(answer.json()).toMatchObject({ code: 'bezet', detail: 'Al bezet.' })
  expect(await rows()).toBe(before)
})

test('the same key does the work once, also when twenty requests come at once', async () => {
  const before = await rows()
  const key = newId()

  const answers = await Promise.all(
    Array.from({ length: 20 }, () => post({ tekst: 'eenmaal' }, { 'idempotency-key': key })),
  )

  expect(answers.map((answer) => answer.statusCode)).toEqual(Array(20).fill(201))
  expect(new Set(answers.map((answer) => answer.body)).size).toBe(1)
  expect(answers.filter((answer) => answer.headers['idempotency-replayed'] === 'true')).toHaveLength(19)
  expect(await rows()).toBe(before + 1)
})

test('a key that failed may be used again, a key for another request may not', async () => {
  const key = newId()
  await post({ tekst: 'botst' }, { 'idempotency-key': key })

  expect((await post({ tekst: 'goed' }, { 'idempotency-key': key })).statusCode).toBe(201)
  expect((await post({ tekst: 'anders' }, { 'idempotency-key': key })).json()).toMatchObject({
    status: 422,
    code: 'sleutel-hergebruikt',
  })
  expect((await post({ tekst: 'goed' }, { 'idempotency-key': 'te kort' })).statusCode).toBe(400)
})

test('a change asks for the version, and a stale one shows what is there now', async () => {
  const put = (headers: Record<string, string>, id = newId()) =>
    app.inject({
      method: 'PUT',
      url: `/api/proef/${id}`,
      headers: { 'x-rol': 'beheerder', ...headers },
      payload: { tekst: 'nieuw' },
    })

  expect((await put({})).statusCode).toBe(428)
  expect((await put({ 'if-match': '"2"' })).json()).toMatchObject({
    status: 409,
    code: 'verouderd',
    huidig: { versie: 3 },
  })
  expect((await put({ 'if-match': '"3"' })).json()).toEqual({ tekst: 'nieuw', versie: 4 })
  expect((await put({ 'if-match': '"3"' }, 'geen-uuid')).statusCode).toBe(404)
})

test('an open endpoint serves nobody in particular', async () => {
  expect((await app.inject('/api/proef')).json()).toEqual({ actor: '' })
})

test('visitors without a session never get each other’s answer', async () => {
  const visit = () =>
    app.inject({ method: 'POST', url: '/api/proef/open', headers: { 'idempotency-key': 'zelfde-sleutel' } })

  expect((await visit()).json()).toEqual({ keer: 1 })
  expect((await visit()).json()).toEqual({ keer: 2 })
})

test('what takes too long is answered with 503 and when to try again, and the work itself is not broken off', async () => {
  const answer = await app.inject({ method: 'PUT', url: '/api/proef', payload: {} })
  expect(answer.statusCode).toBe(503)
  expect(answer.headers['retry-after']).toBe('5')
  expect(answer.json()).toMatchObject({ code: 'niet-beschikbaar' })
  await expect
    .poll(async () => (await sql`select 1 from sluitingsdag where naam = 'te laat'`.execute(rondom.db)).rows, {
      timeout: 5000,
    })
    .toHaveLength(1)
})

test.each(['57014', '57P03', '53300', '08006', 'ECONNREFUSED'])(
  'a database that is away, full or too slow (%s) is said to be so, and is no bug',
  (code) => {
    const { problem, retryAfter, bug } = toProblem(Object.assign(new Error('x'), { code }), 'verzoek')

    expect({ status: problem.status, retryAfter, bug }).toEqual({ status: 503, retryAfter: 5, bug: false })
  },
)

describe('an endpoint of the portal', () => {
  const vraag = (url: string, headers: Record<string, string>) =>
    app.inject({ method: 'GET', url, headers: { host: 'hier.test', ...headers } })

  it('is for a customer, who has no right of an employee at all', async () => {
    const answer = await vraag('/api/portaal/proef', { 'x-klant': 'ja' })
    expect(answer.json()).toEqual({ actor: 'J. van den Berg (portaal)', rechten: 0, partijId: huurder.partijId })
  })

  it('is closed for an employee, and those of employees are closed for a customer', async () => {
    expect((await vraag('/api/portaal/proef', { 'x-rol': 'beheerder' })).statusCode).toBe(401)
    expect((await vraag('/api/portaal/proef', {})).statusCode).toBe(401)
    const asKlant = await app.inject({
      method: 'POST',
      url: '/api/proef',
      headers: { host: 'hier.test', 'x-klant': 'sterk' },
      payload: { tekst: 'x' },
    })
    expect(asKlant.statusCode).toBe(401)
  })

  it('can ask that he proves again that it is he', async () => {
    const gewoon = await vraag('/api/portaal/proef/sterk', { 'x-klant': 'ja' })
    expect(gewoon.statusCode).toBe(403)
    expect(gewoon.json().code).toBe('tweede-stap-nodig')
    expect((await vraag('/api/portaal/proef/sterk', { 'x-klant': 'sterk' })).statusCode).toBe(200)
  })
})
