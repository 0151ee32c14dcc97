import { type IncomingHttpHeaders, request } from 'node:http'
import { describe, expect, it } from 'vitest'
import { opSocket } from './testing/socket.ts'

const { op, stuur, als, json } = opSocket()

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
      const call = request(
        { port: op.port, path: '/api/gebeurtenissen', headers: als({ host: 'hier.test' }) },
        (stream) => {
          resolve(stream.headers)
          stream.destroy()
        },
      )
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
