import { request } from 'node:http'
import { describe, expect, it } from 'vitest'
import { opSocket } from './testing/socket.ts'

const { op, stuur, rauw, als, json } = opSocket()

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
        { port: op.port, path: '/api/gesprekken', method: 'POST', agent: false, headers: json({ host: 'hier.test' }) },
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
    const beheerder = await op.rondom.als('functioneel-beheerder')
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
    `rondom.session_token=${'x'.repeat(4000)}; op.rondom.session_token=y`,
    '=;=;=',
  ])('takes a nonsense cookie for nobody: %s', async (cookie) => {
    expect((await stuur('/api/ik', { headers: { cookie } })).status).toBe(401)
  })

  it('takes a signed cookie with another signature for nobody', async () => {
    const cookie = op.wie.headers['cookie'] ?? ''
    const plek = cookie.length - 12
    const vervalst = cookie.slice(0, plek) + (cookie[plek] === 'a' ? 'b' : 'a') + cookie.slice(plek + 1)

    expect((await stuur('/api/ik', { headers: { cookie } })).status).toBe(200)
    expect((await stuur('/api/ik', { headers: { cookie: vervalst } })).status).toBe(401)
  })
})
