import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isPrivateAddress, parseAllowList } from './privateAddress.ts'
import { createSafeFetch, TargetRefused } from './safeFetch.ts'

const seen: IncomingMessage[] = []
let answer: (request: IncomingMessage, response: ServerResponse) => void
let server: Server
let origin: string
beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push(request)
    answer(request, response)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const local = createSafeFetch({ allow: ['127.0.0.1'] })
const reached = async (work: () => Promise<unknown>) => {
  const before = seen.length
  answer = (_request, response) => response.end('ok')
  await expect(work()).rejects.toThrow(TargetRefused)
  return seen.length - before
}

describe('an address that somebody typed', () => {
  const { port } = { port: () => new URL(origin).port }
  it.each([
    ['loopback', () => `https://127.0.0.1:${port()}/`],
    ['octal', () => `https://0177.0.0.1:${port()}/`],
    ['hexadecimal', () => `https://0x7f.1:${port()}/`],
    ['one number', () => `https://2130706433:${port()}/`],
    ['IPv6', () => `https://[::1]:${port()}/`],
    ['IPv4 in IPv6', () => `https://[::ffff:127.0.0.1]:${port()}/`],
    ['metadata of a cloud, in IPv6', () => 'https://[::ffff:a9fe:a9fe]/latest'],
    ['a name that resolves to it', () => `https://localhost:${port()}/`],
    ['plain http', () => 'http://example.com/'],
    ['another protocol', () => 'file:///etc/passwd'],
    ['credentials', () => 'https://a:b@example.com/'],
  ])('is refused and not called: %s', async (_, url) => {
    expect(await reached(() => createSafeFetch()(url()))).toBe(0)
  })

  it('may be one that the administrator named, by address, block or host', async () => {
    answer = (_request, response) => response.end('ok')
    for (const allow of [['127.0.0.1'], ['127.0.0.0/8'], 'any' as const])
      expect(await (await createSafeFetch({ allow })(origin)).text()).toBe('ok')
    const byName = createSafeFetch({ allow: ['localhost'] })
    expect(await (await byName(origin.replace('127.0.0.1', 'localhost'))).text()).toBe('ok')
    expect(await reached(() => byName(origin))).toBe(0)
  })
})

describe('an answer', () => {
  it('carries status, headers and body, of a request with ours', async () => {
    answer = (request, response) => {
      response.writeHead(201, { 'x-een': '1' })
      request.pipe(response)
    }
    const response = await local(`${origin}/a?b=c`, { method: 'POST', headers: { 'x-twee': '2' }, body: 'hallo' })
    expect([response.status, response.headers.get('x-een'), await response.text()]).toEqual([201, '1', 'hallo'])
    expect([seen.at(-1)?.url, seen.at(-1)?.headers['x-twee']]).toEqual(['/a?b=c', '2'])
  })

  it('may not be larger than agreed, announced or not', async () => {
    const small = createSafeFetch({ allow: 'any', maxBytes: 1000 })
    answer = (_request, response) => response.end('x'.repeat(1001))
    await expect(small(origin)).rejects.toThrow('1000')
    answer = (_request, response) => {
      response.write('x'.repeat(600))
      response.end('x'.repeat(600))
    }
    const response = await small(origin)
    await expect(response.text()).rejects.toThrow()
  })

  it('may not take for ever, not to begin and not to end', async () => {
    const hurried = createSafeFetch({ allow: 'any', timeoutMs: 150 })
    answer = () => {}
    await expect(hurried(origin)).rejects.toThrow()
    answer = (_request, response) => void response.write('begin')
    const response = await hurried(origin)
    await expect(response.text()).rejects.toThrow()
  })

  it('may not send us on, unless that was asked', async () => {
    answer = (_request, response) => response.writeHead(302, { location: '/daar' }).end()
    await expect(local(origin)).rejects.toThrow(TargetRefused)
  })
})

describe('a redirect that may be followed', () => {
  const following = createSafeFetch({ allow: ['127.0.0.1'], maxRedirects: 3 })

  it('is judged as the first address was', async () => {
    for (const location of ['http://169.254.169.254/latest', 'https://[::1]/', 'ftp://example.com/']) {
      answer = (_request, response) => response.writeHead(302, { location }).end()
      await expect(following(origin)).rejects.toThrow(TargetRefused)
    }
  })

  it('ends somewhere, and is not followed by what changes something', async () => {
    answer = (request, response) => response.writeHead(302, { location: `${request.url}x` }).end()
    const before = seen.length
    await expect(following(origin)).rejects.toThrow(TargetRefused)
    expect(seen.length - before).toBe(4)
    await expect(following(origin, { method: 'POST', body: 'x' })).rejects.toThrow(TargetRefused)
  })

  it('takes a key along on the same host only', async () => {
    const other = createServer((request, response) => response.end(request.headers.authorization ?? 'geen'))
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done))
    const { port } = other.address() as AddressInfo
    const headers = { Authorization: 'Bearer geheim' }
    answer = (request, response) =>
      request.url === '/eind'
        ? response.end(request.headers.authorization)
        : response.writeHead(307, { location: '/eind' }).end()
    expect(await (await following(origin, { headers })).text()).toBe('Bearer geheim')
    answer = (_request, response) => response.writeHead(307, { location: `http://127.0.0.1:${port}/` }).end()
    expect(await (await following(origin, { headers })).text()).toBe('geen')
    other.close()
  })
})

it('knows the public internet from the rest', () => {
  expect(['8.8.8.8', '2a00:1450:400e:80e::200e', '145.97.0.1'].map(isPrivateAddress)).toEqual([false, false, false])
  expect(
    [
      '0.0.0.0',
      '10.1.2.3',
      '172.31.0.1',
      '192.168.1.1',
      '169.254.169.254',
      '100.64.0.1',
      'fd00::1',
      'fe80::1',
      '::',
      '64:ff9b::7f00:1',
      '2002:7f00:1::',
      'onzin',
    ].filter((each) => !isPrivateAddress(each)),
  ).toEqual([])
})

it('reads a list of what is allowed, and names what is none', () => {
  const list = parseAllowList(['erp.intern', '*.lokaal.nl', '10.0.0.0/8', ' fd00::/8 ', ''])
  expect([list.host('erp.intern'), list.host('a.lokaal.nl'), list.host('lokaal.nl'), list.host('erp.extern')]).toEqual([
    true,
    true,
    false,
    false,
  ])
  expect([list.address('10.9.9.9'), list.address('fd12::1'), list.address('11.0.0.1')]).toEqual([true, true, false])
  for (const wrong of ['10.0.0.0/33', 'http://x', 'a b', '*']) expect(() => parseAllowList([wrong])).toThrow(wrong)
})
