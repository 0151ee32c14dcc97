import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { endpoint } from '#contract/endpoint.ts'
import { call, urlOf } from './api.ts'
import { ApiProblem } from './probleem.ts'
import { sessieHersteld, sessieStand } from './sessie.ts'
import { verbinding } from './verbinding.ts'

const getKlant = endpoint({
  method: 'GET',
  path: '/api/klanten/:id',
  summary: 'For this test',
  recht: 'ingelogd',
  params: z.strictObject({ id: z.string() }),
  query: z.strictObject({ q: z.string().optional(), soort: z.array(z.string()).optional() }),
  response: z.object({ naam: z.string() }),
})
const saveKlant = endpoint({
  method: 'PUT',
  path: '/api/klanten/:id',
  summary: 'For this test',
  recht: 'ingelogd',
  params: z.strictObject({ id: z.string() }),
  body: z.strictObject({ naam: z.string() }),
  response: z.object({ naam: z.string() }),
  ifMatch: true,
})
const signIn = endpoint({
  method: 'POST',
  path: '/api/aanmelden',
  summary: 'For this test',
  recht: 'openbaar',
  body: z.strictObject({}),
  response: z.object({}),
})

type Seen = { method: string; url: string; key: string | undefined; ifMatch: string | undefined; body: string }
let server: Server
let seen: Seen[] = []
/** One answer per request, in order; the last one stays. */
let answers: ((request: IncomingMessage, response: ServerResponse) => void)[] = []

const json = (status: number, body: unknown) => (_: IncomingMessage, response: ServerResponse) => {
  response.writeHead(status, { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json' })
  response.end(JSON.stringify(body))
}
const cut = (request: IncomingMessage) => request.socket.destroy()
const probleem = (status: number, code: string, extra = {}) =>
  json(status, { status, code, detail: 'Dat kan niet.', ...extra })

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      const { method = '', url = '', headers } = request
      seen.push({
        method,
        url,
        body,
        key: headers['idempotency-key'] as string | undefined,
        ifMatch: headers['if-match'],
      })
      const answer = answers.length > 1 ? answers.shift() : answers[0]
      answer?.(request, response)
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  // A browser knows its own address; Node has to be told.
  const { port } = server.address() as AddressInfo
  const real = globalThis.fetch
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => real(`http://127.0.0.1:${port}${url}`, init))
})
afterAll(() => {
  vi.unstubAllGlobals()
  server.close()
})
beforeEach(() => {
  seen = []
  answers = [json(200, { naam: 'Fatima' })]
})
afterEach(() => sessieHersteld(false))

const save = (naam = 'Fatima') => call(saveKlant, { params: { id: '1' }, body: { naam }, ifMatch: 3 })

it('fills in the address', () => {
  expect(
    urlOf(getKlant, { params: { id: 'a/b' }, query: { q: 'v.d. Berg', soort: ['x', 'y'], leeg: undefined } }),
  ).toBe('/api/klanten/a%2Fb?q=v.d.+Berg&soort=x&soort=y')
})

it('sends the version it read, and a key of its own with each write', async () => {
  await save('A')
  await save('B')

  expect(seen.map((each) => each.ifMatch)).toEqual(['"3"', '"3"'])
  expect(seen[0]?.key).toMatch(/^[\w-]{36}$/)
  expect(seen[1]?.key).not.toBe(seen[0]?.key)
})

it('does a double click once', async () => {
  const [first, second] = await Promise.all([save(), save()])

  expect(seen).toHaveLength(1)
  expect(second).toEqual(first)
})

it('sends a write again with the same key when the answer was lost, and says so meanwhile', async () => {
  answers = [cut, json(200, { naam: 'Fatima' })]
  const stands: string[] = []
  const stop = verbinding.subscribe(() => stands.push(verbinding.get()))

  await expect(save()).resolves.toEqual({ naam: 'Fatima' })

  stop()
  expect(stands).toEqual(['weg', 'goed'])
  expect(seen).toHaveLength(2)
  expect(seen[1]).toEqual(seen[0])
})

it('waits for a server that is starting', async () => {
  answers = [probleem(503, 'niet-beschikbaar'), json(502, '<html>'), json(200, { naam: 'Fatima' })]

  await expect(call(getKlant, { params: { id: '1' } })).resolves.toEqual({ naam: 'Fatima' })
})

it('keeps the key for the next attempt of the user when no answer ever came', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    answers = [cut]
    const failed = save('Lang').catch((error: ApiProblem) => error.code)
    while ((await Promise.race([failed, new Promise((next) => setImmediate(() => next('waiting')))])) === 'waiting') {
      await vi.advanceTimersByTimeAsync(1000)
    }
    expect(await failed).toBe('geen-verbinding')
    answers = [json(200, { naam: 'Lang' })]

    await save('Lang')
  } finally {
    vi.useRealTimers()
  }

  expect(seen.length).toBeGreaterThan(8)
  expect(new Set(seen.map((each) => each.key)).size).toBe(1)
})

it('throws what the server says no to, with its fields', async () => {
  answers = [probleem(400, 'ongeldig', { invalidParams: [{ name: 'naam', code: 'leeg', reason: 'Vul dit veld in.' }] })]

  const error = await save().catch((thrown: unknown) => thrown)

  expect(error).toBeInstanceOf(ApiProblem)
  expect(error).toMatchObject({ status: 400, detail: 'Dat kan niet.', invalidParams: [{ name: 'naam' }] })
  expect(seen).toHaveLength(1)
})

it('explains a page of a proxy instead of showing it', async () => {
  answers = [
    (_, response) => {
      response.writeHead(413, { 'Content-Type': 'text/html' })
      response.end('<html>nginx</html>')
    },
  ]

  await expect(save()).rejects.toMatchObject({
    status: 413,
    detail: 'Er ging iets mis (fout 413). Probeer het opnieuw.',
  })
})

it('waits when the session ended, and goes on after signing in again', async () => {
  answers = [probleem(401, 'niet-aangemeld'), json(200, { naam: 'Fatima' })]
  const saving = save()
  await vi.waitFor(() => expect(sessieStand.get()).toBe('verlopen'))

  sessieHersteld(true)

  await expect(saving).resolves.toEqual({ naam: 'Fatima' })
  expect(sessieStand.get()).toBe('goed')
  expect(seen[1]).toEqual(seen[0])
})

it('never sends the text of one employee in the name of another', async () => {
  answers = [probleem(401, 'niet-aangemeld'), json(200, { naam: 'Fatima' })]
  const saving = save().catch((error: Error) => error.name)
  await vi.waitFor(() => expect(sessieStand.get()).toBe('verlopen'))

  sessieHersteld(false)

  expect(await saving).toBe('AbortError')
  expect(seen).toHaveLength(1)
})

it('does not wait for a session where none is needed, or when asked not to', async () => {
  answers = [probleem(401, 'niet-aangemeld')]

  await expect(call(signIn, { body: {} })).rejects.toMatchObject({ status: 401 })
  await expect(call(getKlant, { params: { id: '1' }, bijVerlopen: 'gooi' })).rejects.toMatchObject({ status: 401 })
  expect(sessieStand.get()).toBe('goed')
})

it('stops when the screen is gone, also while waiting', async () => {
  answers = [cut]
  const stop = new AbortController()
  const reading = call(getKlant, { params: { id: '1' }, signal: stop.signal }).catch((error: Error) => error.name)
  await vi.waitFor(() => expect(verbinding.get()).toBe('weg'))

  stop.abort()

  expect(await reading).toBe('AbortError')
})
