import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Endpoint } from '#contract/endpoint.ts'
import { type Recht, rechten, rollen } from '#contract/rechten.ts'
import { newId } from './platform/ids.ts'
import { maakInvoer } from './platform/testing/invoer.ts'
import type { Client } from './platform/testing/rondom.ts'
import { startTweeWerelden, type TweeWerelden } from './platform/testing/tweeWerelden.ts'

/*
 * Whatever is sent to whichever endpoint: the answer is at worst a 4xx with a sentence, never a 500 and never silence.
 * Generated from what the application registers.
 */

let wereld: TweeWerelden
let wie: () => Promise<Client>

beforeAll(async () => {
  wereld = await startTweeWerelden()
  const teams = await sql<{ id: string }>`select id from team`.execute(wereld.db)
  const alles = { rechten: Object.keys(rechten) as Recht[], teamIds: teams.rows.map(({ id }) => id) }
  let client = await wereld.als([...rollen], alles)
  wie = async () => {
    if ((await client.get('/api/ik')).statusCode !== 200) client = await wereld.als([...rollen], alles)
    return client
  }
}, 60_000)
afterAll(() => wereld.close())

const onzin: unknown[] = [
  null,
  '',
  'a\u0000b',
  '\ud800',
  '<script>alert(1)</script>',
  `'; drop table partij; --`,
  '%_\\',
  '../../../etc/passwd',
  '\u202eomgekeerd\u2028😀',
  'x'.repeat(20_000),
  '2026-02-30',
  '999999-01-01T00:00:00Z',
  newId(),
  -1,
  1.5,
  Number.MAX_SAFE_INTEGER,
  true,
  [],
  {},
  [[[[]]]],
]
const inAdres = onzin.filter((waarde) => typeof waarde !== 'object' && waarde !== '' && String(waarde).length < 200)

/** Every value inside is replaced by one and the same. */
function vervang(waarde: unknown, door: unknown): unknown {
  if (Array.isArray(waarde)) return waarde.map((deel) => vervang(deel, door))
  if (typeof waarde !== 'object' || waarde === null) return door
  return Object.fromEntries(Object.entries(waarde).map(([naam, deel]) => [naam, vervang(deel, door)]))
}

/** One value somewhere inside is replaced; the rest stays good, so that it gets past the first check. */
function vervangEen(waarde: unknown, plek: number, door: unknown): unknown {
  let teller = 0
  const loop = (deel: unknown): unknown => {
    if (Array.isArray(deel)) return deel.map(loop)
    if (typeof deel === 'object' && deel !== null)
      return Object.fromEntries(Object.entries(deel).map(([naam, inhoud]) => [naam, loop(inhoud)]))
    return teller++ === plek ? door : deel
  }
  const uit = loop(waarde)
  return plek < teller || teller === 0 ? uit : vervangEen(waarde, plek % teller, door)
}

const id = (tabel: string) => wereld.eigen.get(tabel) ?? newId()
const kies = (veld: string) =>
  id(veld.replace(/Id$/, '') in { team: 1, onderwerp: 1 } ? veld.replace(/Id$/, '') : 'partij')

/** An address that exists, as far as that can be known; a contact in progress is one's own. */
async function adres(client: Client, { path }: Endpoint): Promise<string> {
  const eigen = path.startsWith('/api/gesprekken/:') ? (await client.post('/api/gesprekken', {})).json().id : undefined
  return path.replace(/:(\w+)/g, (_, naam: string) => {
    return eigen ?? wereld.codes.get(naam)?.[0] ?? id(path.startsWith('/api/taken') ? 'taak' : 'partij')
  })
}

async function stuur(client: Client, { method, path, ifMatch }: Endpoint, url: string, payload: unknown) {
  const answer = await client.request({
    method,
    url,
    headers: { 'content-type': 'application/json', ...(ifMatch && { 'if-match': '"1"' }) },
    ...(payload !== undefined && { payload: JSON.stringify(payload) }),
  })
  const wat = `${method} ${path} ${JSON.stringify(payload)?.slice(0, 300)} ${url.slice(0, 200)} → ${answer.statusCode}`
  // A page of a customer that works without script says it on the page.
  const vorm =
    path.startsWith('/aanmelden') || path.startsWith('/enquete') || path.startsWith('/berichten')
      ? /problem|html/
      : /problem/
  if (answer.statusCode >= 400) expect(answer.headers['content-type'], wat).toMatch(vorm)
  return answer.statusCode >= 500 ? [wat] : []
}

const gewoon = () => wereld.app.endpoints.filter(({ path }) => path !== '/api/gebeurtenissen')

it('nonsense in every field at once', async () => {
  const fouten: string[] = []
  for (const endpoint of gewoon().filter(({ body }) => body)) {
    const client = await wie()
    const url = await adres(client, endpoint)
    const goed = endpoint.body && maakInvoer(endpoint.body, kies, true)
    for (const waarde of onzin) fouten.push(...(await stuur(client, endpoint, url, vervang(goed, waarde))))
  }
  expect(fouten).toEqual([])
}, 120_000)

it('nonsense in one field among good ones', async () => {
  const fouten: string[] = []
  for (const endpoint of gewoon().filter(({ body }) => body)) {
    const client = await wie()
    const url = await adres(client, endpoint)
    const goed = endpoint.body && maakInvoer(endpoint.body, kies, true)
    await fc.assert(
      fc.asyncProperty(fc.nat(200), fc.constantFrom(...onzin), async (plek, waarde) => {
        fouten.push(...(await stuur(client, endpoint, url, vervangEen(goed, plek, waarde))))
      }),
      { numRuns: 12 },
    )
  }
  expect(fouten).toEqual([])
}, 120_000)

it('bodies of any shape', async () => {
  const fouten: string[] = []
  for (const endpoint of gewoon().filter(({ method }) => method !== 'GET')) {
    const client = await wie()
    const url = await adres(client, endpoint)
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 3 }), async (body) => {
        fouten.push(...(await stuur(client, endpoint, url, body)))
      }),
      { numRuns: 5 },
    )
  }
  expect(fouten).toEqual([])
}, 120_000)

it('nonsense in addresses and filters', async () => {
  const fouten: string[] = []
  for (const endpoint of gewoon()) {
    const client = await wie()
    const url = await adres(client, endpoint)
    for (const waarde of inAdres) {
      const kaal = String(waarde).toWellFormed()
      const pad = endpoint.path.replace(/:(\w+)/g, () => encodeURIComponent(kaal))
      if (pad !== endpoint.path) fouten.push(...(await stuur(client, endpoint, pad, endpoint.body && {})))
      const velden = Object.keys(endpoint.query?.shape ?? {})
      if (velden.length === 0) continue
      const query = new URLSearchParams(velden.map((veld) => [veld, kaal]))
      fouten.push(...(await stuur(client, endpoint, `${url}?${query}`, endpoint.body && {})))
      for (const veld of velden) {
        const een = new URLSearchParams([[veld, kaal]])
        fouten.push(...(await stuur(client, endpoint, `${url}?${een}`, endpoint.body && {})))
      }
    }
  }
  expect(fouten).toEqual([])
}, 120_000)
