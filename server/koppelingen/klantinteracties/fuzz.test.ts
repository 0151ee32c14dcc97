import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '#server/platform/ids.ts'
import { bronnen } from './bronnen/index.ts'
import { gepubliceerd, type Json, type Methode, type Proef, startProef } from './testing/proef.ts'
import { type Bekend, maakBekend, voorbeelden } from './testing/voorbeelden.ts'

/*
 * Whatever is sent to whichever operation: no 5xx, and no answer outside the specification. The kit holds each answer
 * against it; what is sent is made from the published schemas, good and spoiled.
 */

let proef: Proef
let bekend: Bekend
beforeAll(async () => {
  proef = await startProef()
  bekend = await maakBekend(proef.alles)
}, 120_000)
afterAll(() => proef.close())

const onzin: unknown[] = [
  null,
  '',
  'a\u0000b',
  '\ud800',
  `'; drop table partij; --`,
  '%_\\',
  '\u202eomgekeerd😀',
  'x'.repeat(5000),
  '2026-02-30',
  '999999-01-01T00:00:00Z',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
  newId(),
  -1,
  1.5,
  1e308,
  true,
  [],
  {},
  [[[]]],
  { uuid: newId() },
  { uuid: 'x', url: 1 },
  { objectId: 5 },
]

/** One value somewhere inside becomes something else; the rest stays good, so that it gets past the first check. */
function bederf(waarde: Json, plek: number, door: unknown): Json {
  let teller = 0
  const loop = (deel: Json): Json => {
    if (teller++ === plek) return door
    if (Array.isArray(deel)) return deel.map(loop)
    if (typeof deel === 'object' && deel !== null)
      return Object.fromEntries(Object.entries(deel).map(([naam, inhoud]) => [naam, loop(inhoud)]))
    return deel
  }
  return loop(waarde)
}

const paden = bronnen().map((bron) => bron.pad)
const verzoek = fc.record({
  pad: fc.constantFrom(...paden),
  methode: fc.constantFrom<Methode>('POST', 'PUT', 'PATCH'),
  plek: fc.nat(14),
  door: fc.constantFrom(...onzin),
  nogEen: fc.option(fc.record({ plek: fc.nat(14), door: fc.constantFrom(...onzin) })),
  cascade: fc.boolean(),
})

it('a body, good or spoiled, is never more than a body can be', async () => {
  const gezien: Record<number, number> = {}
  await fc.assert(
    fc.asyncProperty(verzoek, async ({ pad, methode, plek, door, nogEen }) => {
      const { maak } = voorbeelden(bekend)[pad] ?? {}
      if (!maak) throw new Error(`no example of ${pad}`)
      const heel = maak()
      let body = bederf(heel, plek, door)
      if (nogEen) body = bederf(body, nogEen.plek, nogEen.door)
      let adres = `/${pad}`
      if (methode !== 'POST') {
        const er = await proef.alles.stuur('POST', adres, heel)
        if (er.status === 201) adres = `/${pad}/${er.body['uuid']}`
        else return
      }
      const { status, body: terug } = await proef.alles.stuur(methode, adres, body)
      gezien[status] = (gezien[status] ?? 0) + 1
      const id = adres.split('/')[2] ?? (status === 201 ? terug['uuid'] : undefined)
      if (id && !Object.values(bekend).includes(id)) {
        await proef.alles.haal(`/${pad}?pageSize=3`)
        await proef.alles.stuur('DELETE', `/${pad}/${id}`)
      }
    }),
    { numRuns: 120 },
  )
  // It got through, and was refused: both sides were exercised.
  expect(gezien[400], JSON.stringify(gezien)).toBeGreaterThan(15)
  expect((gezien[200] ?? 0) + (gezien[201] ?? 0), JSON.stringify(gezien)).toBeGreaterThan(15)
}, 600_000)

const lijsten = Object.entries(gepubliceerd.paths).flatMap(([pad, per]) =>
  ((per as Json).get?.parameters ?? [])
    .filter((each: Json) => each.in === 'query')
    .map(({ name, schema }: Json) => ({ pad, name, schema })),
)
const inAdres = onzin.filter((waarde) => typeof waarde !== 'object' && String(waarde).isWellFormed())

it('every parameter takes whatever comes', async () => {
  const vraag = fc.record({
    parameter: fc.constantFrom(...lijsten),
    andere: fc.option(fc.constantFrom(...lijsten)),
    waarde: fc.constantFrom<unknown>(
      ...inAdres,
      'true',
      'false',
      '1',
      '2026-01-01',
      newId(),
      `http://x.test/${newId()}`,
    ),
  })
  await fc.assert(
    fc.asyncProperty(vraag, async ({ parameter: { pad, name, schema }, andere, waarde }) => {
      const id = pad.startsWith('/klantcontacten') ? bekend.klantcontact : bekend.partij
      const delen = new URLSearchParams({ [name]: schema.enum && waarde === true ? schema.enum[0] : String(waarde) })
      if (andere?.pad === pad) delen.append(andere.name, String(waarde))
      const { status } = await proef.alles.stuur('GET', `${pad.replace('{uuid}', id)}?${delen}`)
      expect([200, 400, 404]).toContain(status)
    }),
    { numRuns: 120 },
  )
}, 600_000)

it('what is no uuid is not found', { timeout: 120_000 }, async () => {
  for (const pad of paden)
    for (const id of ['x', '%00', '..%2f', newId().toUpperCase(), 'x'.repeat(190)]) {
      expect((await proef.alles.stuur('GET', `/${pad}/${id}`)).status, `${pad}/${id}`).toBe(404)
      expect((await proef.alles.stuur('DELETE', `/${pad}/${id}`)).status, `${pad}/${id}`).toBe(404)
    }
})
