import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { securityHeaders } from './headers.ts'
import { toProblem } from './problem.ts'
import { staticRoutes } from './static.ts'

let folder: string
let app: FastifyInstance
const page = { accept: 'text/html' }

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rondom-static-'))
  mkdirSync(join(folder, 'werkplek/assets'), { recursive: true })
  writeFileSync(join(folder, 'werkplek/index.html'), '<!doctype html><title>Rondom</title>')
  writeFileSync(join(folder, 'werkplek/assets/main-abc123.js'), 'const a = 1\n'.repeat(100))
  writeFileSync(join(folder, 'werkplek/assets/main-abc123.js.br'), brotliCompressSync('const a = 1\n'.repeat(100)))
  writeFileSync(join(folder, 'geheim.txt'), 'niet voor buiten')
  mkdirSync(join(folder, 'portaal'))
  writeFileSync(join(folder, 'portaal/index.html'), '<title>Portaal</title><!--begin-->')
  app = Fastify({ routerOptions: { ignoreTrailingSlash: true }, trustProxy: true })
  securityHeaders(app)
  app.setErrorHandler(async (error, request, reply) => {
    const { problem } = toProblem(error, request.id)
    return reply.code(problem.status).send(problem)
  })
  app.get('/aanmelden', async () => 'aanmelden')
  app.get('/api/portaal/organisatie', async () => ({ naam: 'Wonen <&> Zo' }))
  app.get('/api/portaal/ik', async (request, reply) =>
    request.headers.cookie ? { naam: '</script>' } : reply.code(401).send({ code: 'niet-aangemeld' }),
  )
  app.get<{ Querystring: { namens?: string } }>('/api/portaal/thuis', async ({ query, protocol, ip, host }) => ({
    voor: query.namens,
    ...(host !== 'localhost:80' && { protocol, ip, host }),
  }))
  staticRoutes(app, { folder })
  await app.ready()
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})

it('answers every address of a screen with the page, which is asked for again each time', async () => {
  for (const url of ['/werkplek', '/werkplek/', '/werkplek/klanten/0190-x?tab=wonen', '/werkplek/index.html']) {
    const answer = await app.inject({ url })

    expect(answer.statusCode, url).toBe(200)
    expect(answer.headers['content-type']).toContain('text/html')
    expect(answer.headers['cache-control']).toBe('no-cache')
    expect(answer.headers['content-security-policy']).toContain("script-src 'self'")
  }
})

it('serves hashed files for ever, compressed at build', async () => {
  const answer = await app.inject({
    url: '/werkplek/assets/main-abc123.js',
    headers: { 'accept-encoding': 'gzip, br' },
  })

  expect(answer.statusCode).toBe(200)
  expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  expect(answer.headers['content-encoding']).toBe('br')
  expect(answer.headers['content-type']).toContain('javascript')
})

it('answers a file of an earlier version with 404, not with the page', async () => {
  const answer = await app.inject({ url: '/werkplek/assets/main-old999.js' })

  expect(answer.statusCode).toBe(404)
  expect(answer.headers['cache-control']).toBe('no-store')
})

it.each([
  '/werkplek/assets/../../geheim.txt',
  '/werkplek/assets/%2e%2e/%2e%2e/geheim.txt',
  '/werkplek/assets/..%2f..%2fgeheim.txt',
])('never leaves its folder: %s', async (url) => {
  const answer = await app.inject({ url })

  expect(answer.body).not.toContain('niet voor buiten')
})

it('opens the portal at every address of a page, with what it asks first in it, and nothing that can run', async () => {
  for (const url of ['/', '/zaken/0190-x?namens=1']) {
    const answer = await app.inject({ url, headers: { ...page, cookie: 'klant=1' } })

    expect(answer.statusCode, url).toBe(200)
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(answer.headers['content-security-policy']).not.toContain('unsafe')
    expect(answer.body).toContain('<title>Wonen &#60;&#38;&#62; Zo</title>')
    expect(answer.body).toContain('"pad":"/api/portaal/ik","query":null,"antwoord":{"naam":"\\u003c/script>"}')
  }
})

it('asks the first page for whom one acts too', async () => {
  const answer = await app.inject({ url: '/?namens=abc', headers: { ...page, cookie: 'klant=1' } })

  expect(answer.body).toContain('"pad":"/api/portaal/thuis","query":{"namens":"abc"},"antwoord":{"voor":"abc"}')
})

it('asks those as the browser asked, also behind a proxy: over https a session has another name', async () => {
  const proxy = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.7', 'x-forwarded-host': 'wonen.nl' }
  const answer = await app.inject({ url: '/', headers: { ...page, ...proxy, cookie: 'klant=1' } })

  expect(answer.body).toContain('"antwoord":{"protocol":"https","ip":"203.0.113.7","host":"wonen.nl"}')
})

it('lets who is not signed in do that first, and come back', async () => {
  const answer = await app.inject({ url: '/zaken?namens=1', headers: page })

  expect(answer.statusCode).toBe(302)
  expect(answer.headers.location).toBe('/aanmelden?terug=%2Fzaken%3Fnamens%3D1')
})

it.each([
  ['/api/bestaat-niet', { accept: 'text/html' }],
  ['/favicon.ico', { accept: 'image/avif' }],
  ['/portaal-bestanden/assets/main-old999.js', { accept: '*/*' }],
])('is no page of the portal: %s', async (url, headers) => {
  expect((await app.inject({ url, headers })).statusCode).toBe(404)
})
