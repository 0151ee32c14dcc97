import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, startTestRondom, type TestRondom } from './platform/testing/rondom.ts'

/*
 * Attacks that belong to no slice, against a real server on a real socket: what a test client makes neat on its way,
 * such as a double header or a path with dots, arrives here as it was sent.
 */

let rondom: TestRondom
let port: number
let wie: Client

beforeAll(async () => {
  rondom = await startTestRondom()
  await rondom.app.listen({ port: 0, host: '127.0.0.1' })
  port = (rondom.app.server.address() as AddressInfo).port
  wie = await rondom.als('klantcontactmedewerker')
})
afterAll(() => rondom.close())

type Antwoord = { status: number; headers: IncomingHttpHeaders; body: string }

function stuur(
  path: string,
  options: { method?: string; headers?: OutgoingHttpHeaders; body?: string } = {},
): Promise<Antwoord> {
  return new Promise((resolve, reject) => {
    const call = request(
      { port, path, method: options.method ?? 'GET', agent: false, headers: { host: 'hier.test', ...options.headers } },
      (answer) => {
        let body = ''
        answer.on('data', (piece) => {
          body += String(piece)
        })
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }))
      },
    )
    call.on('error', reject)
    call.end(options.body)
  })
}

/** Bytes as they are; the answer as it comes, or nothing when the connection is closed. */
function rauw(text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    let said = ''
    socket.on('data', (piece) => {
      said += String(piece)
      if (said.includes('\r\n\r\n')) socket.end()
    })
    socket.on('close', () => resolve(said))
    socket.on('error', () => resolve(said))
    socket.setTimeout(3000, () => socket.destroy())
  })
}

const als = (extra: OutgoingHttpHeaders = {}) => ({ ...wie.headers, ...extra })
const json = (extra: OutgoingHttpHeaders = {}) => als({ 'content-type': 'application/json', ...extra })

describe('headers', () => {
  it.each([
    ['a screen', '/werkplek/klanten'],
    ['an answer of the API', '/api/aanmelden'],
    ['a refusal', '/api/ik'],
    ['an unknown address', '/bestaat/niet'],
    ['the documentation', '/api/docs'],
    ['the description of the API', '/api/openapi.json'],
    ['a file that is not there', '/werkplek/assets/weg.js'],
    ['health', '/healthz'],
    ['figures', '/metrics'],
    ['broken JSON', '/api/aanmelden/wachtwoord'],
  ])('%s carries the same protection', async (soort, path) => {
    const kapot = soort === 'broken JSON' ? { method: 'POST', headers: json(), body: '{"a":' } : {}
    const { headers } = await stuur(path, kapot)

    expect(headers['content-security-policy']).toContain("script-src 'self'")
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe/)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('same-origin')
    expect(headers['x-request-id']).toMatch(/^[\w-]+$/)
    expect(headers['x-powered-by']).toBeUndefined()
  })

  it('a stream of events carries it too, and no cache keeps it', async () => {
    const answer = await new Promise<IncomingHttpHeaders>((resolve, reject) => {
      const call = request({ port, path: '/api/gebeurtenissen', headers: als({ host: 'hier.test' }) }, (stream) => {
        resolve(stream.headers)
        stream.destroy()
      })
      call.on('error', reject)
      call.end()
    })

    expect(answer['content-security-policy']).toContain("default-src 'self'")
    expect(answer['x-content-type-options']).toBe('nosniff')
    expect(answer['cache-control']).toContain('no-store')
  })

  it('tells a browser to stay on https only when it came that way', async () => {
    const gewoon = await stuur('/api/aanmelden', { headers: { 'x-forwarded-proto': 'https' } })

    expect(gewoon.headers['strict-transport-security']).toBeUndefined()
  })
})

describe('what is sent', () => {
  it('refuses a body over one megabyte, and does not read it to the end', async () => {
    const answer = await stuur('/api/gesprekken', {
      method: 'POST',
      headers: json({ 'content-length': String(200 * 1024 * 1024) }),
      body: JSON.stringify({ x: 'x'.repeat(10) }),
    })

    expect(answer.status).toBe(413)
    expect(JSON.parse(answer.body)).toMatchObject({ code: 'te-groot' })
  })

  it('refuses a body that grows while it is sent in pieces', async () => {
    const stukken = 'x'.repeat(64 * 1024)
    const answer = await new Promise<number>((resolve, reject) => {
      const call = request(
        { port, path: '/api/gesprekken', method: 'POST', agent: false, headers: json({ host: 'hier.test' }) },
        (reply) => {
          resolve(reply.statusCode ?? 0)
          call.destroy()
        },
      )
      call.on('error', reject)
      call.write('{"x":"')
      for (let i = 0; i < 32; i++) call.write(stukken)
    })

    expect(answer).toBe(413)
  })

  it.each([
    ['half an object', '{"partijId":'],
    ['two objects', '{}{}'],
    ['a comment', '{/*x*/}'],
    ['nothing where something is said to be', ''],
    ['a prototype', '{"__proto__":{"admin":true}}'],
    ['a constructor', '{"constructor":{"prototype":{"admin":true}}}'],
    ['ten thousand brackets', '['.repeat(10_000)],
  ])('refuses %s with a sentence', async (_soort, body) => {
    const answer = await stuur('/api/gesprekken', { method: 'POST', headers: json(), body })

    expect(answer.status).toBe(400)
    expect(JSON.parse(answer.body).detail).toMatch(/\w+ .*\.$/)
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined()
  })

  it.each(['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'does not take %s for JSON, which a form of another site could send',
    async (type) => {
      const answer = await stuur('/api/gesprekken', {
        method: 'POST',
        headers: als({ 'content-type': type }),
        body: '{}',
      })

      expect([400, 415]).toContain(answer.status)
    },
  )

  it('takes control characters out of what it keeps', async () => {
    const beheerder = await rondom.als('functioneel-beheerder')
    const naam = 'Sluiting\u0000\u0007 \u202e\u001b[31mrood'
    const answer = await stuur('/api/beheer/sluitingsdagen', {
      method: 'POST',
      headers: { ...beheerder.headers, 'content-type': 'application/json' },
      body: JSON.stringify({ datum: '2026-12-31', naam }),
    })

    expect(answer.status).toBe(201)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(JSON.parse(answer.body).naam).not.toMatch(/[\u0000-\u001f]/)
  })
})

describe('headers that are sent', () => {
  it('closes the door on headers of 64 kB', async () => {
    const answer = await rauw(`GET /api/ik HTTP/1.1\r\nHost: hier.test\r\nX-Lang: ${'x'.repeat(64 * 1024)}\r\n\r\n`)

    expect(answer).toMatch(/^HTTP\/1\.1 431 /)
  })

  it.each([
    ['a line without a colon', 'GET / HTTP/1.1\r\nHost hier.test\r\n\r\n'],
    ['no host', 'GET /api/ik HTTP/1.1\r\n\r\n'],
    [
      'both a length and pieces',
      'POST /api/gesprekken HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    ['two lengths', 'POST /api/gesprekken HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nabcde'],
    ['a line feed in a header', 'GET / HTTP/1.1\r\nHost: hier.test\r\nX-A: b\nc\r\n\r\n'],
    ['another protocol', 'HELO rondom\r\n\r\n'],
  ])('refuses %s', async (_soort, text) => {
    expect(await rauw(text)).toMatch(/^HTTP\/1\.1 400 /)
    expect((await stuur('/healthz')).status).toBe(200)
  })

  it.each([
    'x',
    'a\\b',
    'rondom.session_token=abc',
    `rondom.session_token=${'x'.repeat(4000)}; rondom.session_token=y`,
    '=;=;=',
  ])('takes a nonsense cookie for nobody: %s', async (cookie) => {
    expect((await stuur('/api/ik', { headers: { cookie } })).status).toBe(401)
  })

  it('takes a signed cookie with another signature for nobody', async () => {
    const cookie = wie.headers['cookie'] ?? ''
    const plek = cookie.length - 12
    const vervalst = cookie.slice(0, plek) + (cookie[plek] === 'a' ? 'b' : 'a') + cookie.slice(plek + 1)

    expect((await stuur('/api/ik', { headers: { cookie } })).status).toBe(200)
    expect((await stuur('/api/ik', { headers: { cookie: vervalst } })).status).toBe(401)
  })
})

describe('addresses', () => {
  it.each([
    '/werkplek/../package.json',
    '/werkplek/assets/../../package.json',
    '/werkplek/assets/..%2f..%2f..%2fpackage.json',
    '/werkplek/assets/%2e%2e/%2e%2e/package.json',
    '/werkplek/assets/..%5c..%5cpackage.json',
    '/werkplek/assets/....//....//package.json',
    '/werkplek/assets//etc/passwd',
    '/werkplek/.env',
    '/werkplek/assets/.stempel',
    '/werkplek/.vite/manifest.json',
    '/api/../package.json',
    '/api/bijlagen/..%2f..%2f..%2fetc%2fpasswd/inhoud',
    '/api/bijlagen/%2e%2e/inhoud',
    '/api/bijlagen/....//inhoud',
    '/api/klantbeeld/%00',
    '/api/klantbeeld/..',
    '//voorbeeld.nl/%2e%2e',
  ])('finds nothing outside its folders: %s', async (path) => {
    const answer = await stuur(path, { headers: als() })

    expect([200, 302, 400, 403, 404, 503]).toContain(answer.status)
    expect(answer.body).not.toContain('"dependencies"')
    expect(answer.body).not.toContain('root:')
    expect(answer.body).not.toContain('"isEntry"')
    // A redirect stays here: "//elsewhere" would be another site.
    expect(answer.headers.location ?? '/').toMatch(/^\/(?!\/)/)
  })

  it.each(['/api/ik%E0%A4%A', '/%', '/api/%ZZ', `/${'x'.repeat(8000)}`])('bears a broken address: %#', async (path) => {
    const answer = await stuur(path)

    expect([400, 404, 414]).toContain(answer.status)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
  })

  it.each(['TRACE', 'CONNECT', 'PROPFIND'])('does not do %s', async (method) => {
    const said = await rauw(`${method} /api/ik HTTP/1.1\r\nHost: hier.test\r\nConnection: close\r\n\r\n`)

    expect(said).not.toMatch(/^HTTP\/1\.1 2/)
    expect((await stuur('/healthz')).status).toBe(200)
  })

  it('refuses what another site has the browser send', async () => {
    const answer = await stuur('/api/gesprekken', {
      method: 'POST',
      headers: json({ 'sec-fetch-site': 'cross-site', origin: 'https://kwaad.example' }),
      body: '{}',
    })

    expect(answer.status).toBe(403)
    expect(answer.headers['access-control-allow-origin']).toBeUndefined()
  })
})

describe('the host that is asked for', () => {
  const organisatieVan = async (headers: OutgoingHttpHeaders) =>
    JSON.parse((await stuur('/api/aanmelden', { headers })).body).organisatie as string

  it('decides which organisatie it is, with or without a port, in capitals or not', async () => {
    expect(await organisatieVan({ host: 'elders.test' })).toBe('Wonen Elders')
    expect(await organisatieVan({ host: 'elders.test:3000' })).toBe('Wonen Elders')
    expect(await organisatieVan({ host: 'ELDERS.test' })).toBe('Wonen Elders')
  })

  it('gives an unknown host the default organisatie, and never one that it merely resembles', async () => {
    for (const host of [
      'onbekend.test',
      'elders.test.kwaad.example',
      'xelders.test',
      'elders.test@kwaad.example',
      '127.0.0.1',
    ])
      expect(await organisatieVan({ host }), host).toBe('Woonstichting Hier')
  })

  it('is not what somebody says that it is', async () => {
    for (const naam of ['x-forwarded-host', 'x-host', 'x-original-host', 'forwarded'])
      expect(
        await organisatieVan({ host: 'hier.test', [naam]: naam === 'forwarded' ? 'host=elders.test' : 'elders.test' }),
      ).toBe('Woonstichting Hier')
  })

  it('is what the proxy says, when a proxy was configured', async () => {
    const achter = await startTestRondom({ env: { RONDOM_PROXY: 'ja' } })
    const answer = await achter.app.inject({
      url: '/api/aanmelden',
      headers: { host: 'intern:3000', 'x-forwarded-host': 'elders.test', 'x-forwarded-proto': 'https' },
    })
    await achter.close()

    expect(answer.json().organisatie).toBe('Wonen Elders')
    expect(answer.headers['strict-transport-security']).toContain('max-age=')
  })

  it('never carries a session of one organisatie to another', async () => {
    expect((await stuur('/api/ik', { headers: als({ host: 'hier.test' }) })).status).toBe(200)
    expect((await stuur('/api/ik', { headers: als({ host: 'elders.test' }) })).status).toBe(401)
  })
})

describe('too much', () => {
  it('slows down who guesses passwords, and says when to try again', async () => {
    const poging = () =>
      stuur('/api/aanmelden/wachtwoord', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: 'iemand@voorbeeld.nl', wachtwoord: 'raden maar, steeds weer' }),
      })
    const antwoorden: Antwoord[] = []
    for (let i = 0; i < 30 && antwoorden.at(-1)?.status !== 429; i++) antwoorden.push(await poging())

    expect(antwoorden.at(-1)?.status).toBe(429)
    expect(Number(antwoorden.at(-1)?.headers['retry-after'])).toBeGreaterThan(0)
  })

  it('gives one employee a dozen streams, and no more', async () => {
    const druk = await rondom.als('klantcontactmedewerker')
    const calls: ReturnType<typeof request>[] = []
    const open = () =>
      new Promise<number>((resolve, reject) => {
        const call = request(
          { port, path: '/api/gebeurtenissen', agent: false, headers: { host: 'hier.test', ...druk.headers } },
          (answer) => resolve(answer.statusCode ?? 0),
        )
        call.on('error', reject)
        call.end()
        calls.push(call)
      })
    const statussen: number[] = []
    for (let i = 0; i < 14; i++) statussen.push(await open())
    for (const call of calls) {
      call.on('error', () => {})
      call.destroy()
    }

    expect(statussen.slice(0, 12)).toEqual(Array(12).fill(200))
    expect(statussen.slice(12)).toEqual([429, 429])
  })

  it('closes a connection that takes for ever to ask its question', async () => {
    expect(rondom.app.server.requestTimeout).toBeGreaterThan(0)
    expect(rondom.app.server.headersTimeout).toBeGreaterThan(0)
  })
})
