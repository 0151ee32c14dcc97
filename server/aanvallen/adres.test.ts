import type { OutgoingHttpHeaders } from 'node:http'
import { describe, expect, it } from 'vitest'
import { startTestRondom } from '#server/platform/testing/rondom.ts'
import { opSocket } from './testing/socket.ts'

const { stuur, rauw, als, json } = opSocket()

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

  it('decides which organisatie it is, with or without a op.port, in capitals or not', async () => {
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
