import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ReadContext } from '#server/platform/http/context.ts'
import { startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { type Bag, BagOnbereikbaar } from '#server/relaties/bag.ts'
import { pdokBag } from './pdok.ts'
import { findBagAdres } from './store.ts'
import { answer, type FakePdok, type PdokDoc, startFakePdok } from './testing/fakePdok.ts'

/** An answer in the shape of the real service (`fl` as we ask it), kept as the contract that the fake must meet too. */
const vastgelegd: { response: { docs: PdokDoc[] } } = JSON.parse(
  readFileSync(join(import.meta.dirname, 'testing/pdok-3584AA.json'), 'utf8'),
)

let rondom: TestRondom
let ctx: ReadContext
beforeAll(async () => {
  rondom = await startTestRondom()
  ctx = rondom.context()
})
afterAll(() => rondom.close())

let fake: FakePdok
let now: number
let bag: Bag
beforeEach(async () => {
  fake = await startFakePdok(vastgelegd.response.docs)
  now = Date.parse('2026-11-23T10:00:00Z')
  bag = open(60_000)
})
afterEach(() => fake.close())

/** Patient, unless the test is about patience: a busy machine answers late. */
const open = (timeoutMs: number) => pdokBag({ url: fake.url, clock: () => new Date(now), timeoutMs })
const zoek = () => bag.zoek(ctx, '3584AA', 18)

describe('the PDOK adapter', () => {
  it('asks for addresses on exactly this postcode and number, and reads the answer', async () => {
    const adressen = await zoek()

    expect(fake.requests[0]?.searchParams.getAll('fq')).toEqual(['type:adres', 'postcode:3584AA', 'huisnummer:18'])
    expect(adressen).toEqual([
      {
        nummeraanduidingId: '0344200000117563',
        postcode: '3584AA',
        huisnummer: 18,
        huisletter: 'A',
        toevoeging: '',
        straatnaam: 'Voorbeeldlaan',
        woonplaats: 'Utrecht',
        gemeente: 'Utrecht',
      },
      expect.objectContaining({ huisletter: '', toevoeging: 'bis' }),
    ])
  })

  it('keeps what it found in our own table, so that saving needs no network', async () => {
    await zoek()

    expect(await findBagAdres(rondom.db, '0344200000117564')).toMatchObject({ toevoeging: 'bis' })
  })

  it('remembers an answer for a day, and that there is nothing for an hour', async () => {
    await zoek()
    await zoek()
    expect(fake.requests).toHaveLength(1)
    now += 25 * 3600_000
    await zoek()
    expect(fake.requests).toHaveLength(2)

    await bag.zoek(ctx, '9999ZZ', 1)
    now += 2 * 3600_000
    expect(await bag.zoek(ctx, '9999ZZ', 1)).toEqual([])
    expect(fake.requests).toHaveLength(4)
  })

  it('fills the table of every organisatie that asks, also from memory', async () => {
    await zoek()
    await bag.zoek({ ...ctx, db: rondom.elders.db, organisatie: rondom.elders }, '3584AA', 18)

    expect(fake.requests).toHaveLength(1)
    expect(await findBagAdres(rondom.elders.db, '0344200000117563')).toBeDefined()
  })

  it.each(['fout', 'zwijgt', 'onzin'] as const)('is out of reach when the service: %s', async (gedrag) => {
    fake.gedrag = gedrag
    bag = open(200)

    await expect(zoek()).rejects.toBeInstanceOf(BagOnbereikbaar)
  })

  it('keeps nobody waiting after three failures, and tries again half a minute later', async () => {
    fake.gedrag = 'fout'
    for (let i = 0; i < 5; i++) await expect(zoek()).rejects.toBeInstanceOf(BagOnbereikbaar)
    expect(fake.requests).toHaveLength(3)

    fake.gedrag = 'antwoordt'
    now += 31_000
    expect(await zoek()).toHaveLength(2)
  })
})

describe('the fake', () => {
  it('answers as the recorded service does', () => {
    const params = new URLSearchParams([
      ['fq', 'type:adres'],
      ['fq', 'postcode:3584AA'],
      ['fq', 'huisnummer:18'],
    ])

    const given = answer(vastgelegd.response.docs, params).response

    expect(Object.keys(given).sort()).toEqual(Object.keys(vastgelegd.response).sort())
    expect(given.docs).toEqual(vastgelegd.response.docs)
  })
})
