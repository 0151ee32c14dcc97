import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { letterVan } from './icoon.ts'

let rondom: TestRondom
let beheerder: Client

beforeAll(async () => {
  rondom = await startTestRondom()
  beheerder = await rondom.als('functioneel-beheerder')
})
afterAll(() => rondom.close())

const zet = (sleutel: string, waarde: string) => beheerder.put(`/api/beheer/instellingen/${sleutel}`, { waarde }, 0)
const elders = () => ({ headers: { host: rondom.elders.hosts[0] ?? '' } })

it('shows everybody whose portal it is, as the organisatie set it, and never that of another', async () => {
  await zet('portaalnaam', 'Mijn Linde')
  await zet('spoedtelefoon', '030 123 45 67')
  await zet('privacyverklaring', 'https://delinde.nl/privacy')

  const hier = (await rondom.anoniem.get('/api/portaal/organisatie')).json()
  const daar = (await rondom.anoniem.request({ method: 'GET', url: '/api/portaal/organisatie', ...elders() })).json()

  expect(hier).toMatchObject({
    naam: 'Mijn Linde',
    spoedtelefoon: '030 123 45 67',
    privacyverklaring: 'https://delinde.nl/privacy',
    telefoon: '',
  })
  expect(daar).toMatchObject({ naam: rondom.elders.naam, spoedtelefoon: '' })
})

it.each([
  ['spoedtelefoon', 'bel gerust'],
  ['privacyverklaring', 'javascript:alert(1)'],
  ['toegankelijkheidsverklaring', 'http://delinde.nl'],
  ['accentkleur', '#ffee88'],
])('refuses what would not work for a customer: %s %s', async (sleutel, waarde) => {
  const answer = await zet(sleutel, waarde)

  expect(answer.statusCode).toBe(400)
  expect(answer.json().invalidParams[0].reason).toMatch(/[.]$/)
})

it('gives the colours as a style sheet that is only sent again when they changed', async () => {
  const eerst = await rondom.anoniem.get('/portaal/thema.css')
  const etag = String(eerst.headers['etag'])
  const nogmaals = () =>
    rondom.anoniem.request({ method: 'GET', url: '/portaal/thema.css', headers: { 'if-none-match': etag } })

  expect(eerst.headers['content-type']).toContain('text/css')
  expect(eerst.body).toContain('--accent: #1d5f8a;')
  expect((await nogmaals()).statusCode).toBe(304)

  await zet('accentkleur', '#7a1f5c')

  expect((await nogmaals()).body).toContain('--accent: #7a1f5c;')
})

it('lets a phone install it under its own name, with icons that are there', async () => {
  const answer = await rondom.anoniem.request({ method: 'GET', url: '/portaal/manifest.webmanifest', ...elders() })
  const manifest = answer.json()

  expect(answer.headers['content-type']).toContain('application/manifest+json')
  expect(manifest).toMatchObject({ name: rondom.elders.naam, start_url: '/', display: 'standalone' })
  for (const { src, type } of manifest.icons as { src: string; type: string }[]) {
    const icoon = await rondom.anoniem.get(src)
    expect([icoon.statusCode, icoon.headers['content-type']], src).toEqual([200, type])
    expect(icoon.rawPayload.length, src).toBeGreaterThan(200)
  }
  expect((await rondom.anoniem.get('/portaal/beeld/icoon-9999.png')).statusCode).toBe(404)
})

it.each([
  ['Woonstichting De Linde', 'L'],
  ['Mijn Élan', 'É'],
  ['de', 'D'],
  ['<script>', 'S'],
])('the letter of %s is %s', (naam, letter) => {
  expect(letterVan(naam)).toBe(letter)
})
