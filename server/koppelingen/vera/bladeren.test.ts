import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Eenheidgegevens } from '#server/erp/index.ts'
import { newId } from '#server/platform/ids.ts'
import { maakWoning, startTestErp, type TestErp, type Woning } from './testing/proeferp.ts'

let t: TestErp
let woning: Woning
beforeAll(async () => {
  t = await startTestErp()
  woning = await maakWoning(t)
  await sql`
    insert into complex (id, code, naam) values (gen_random_uuid(), 'C1', 'Zonnehof')`.execute(t.rondom.db)
  await sql`
    insert into eenheid (id, code, complex_id, straatnaam, huisnummer, postcode, woonplaats, bouwjaar, energielabel)
    select gen_random_uuid(), 'B' || lpad(n::text, 4, '0'), (select id from complex), 'Maanstraat', n, '3512AB', 'Utrecht', 1990, 'B'
    from generate_series(1, 240) n`.execute(t.rondom.db)
})
afterAll(async () => {
  await t.close()
  expect(t.overtredingen).toEqual([])
})

it('all homes come, a hundred at a time, each once', async () => {
  const gelezen: Eenheidgegevens[] = []
  let cursor: string | undefined
  do {
    const stuk = await t.erp.eenheden.lijst(t.ctx, cursor)
    expect(stuk.rijen.length).toBeLessThanOrEqual(100)
    gelezen.push(...stuk.rijen)
    cursor = stuk.cursor
  } while (cursor)

  expect(new Set(gelezen.map(({ code }) => code)).size).toBe(241)
  expect(gelezen).toHaveLength(241)
  expect(gelezen[0]).toMatchObject({
    code: 'B0001',
    complexCode: 'C1',
    huisnummer: '1',
    energielabel: 'B',
    bouwjaar: 1990,
  })
  expect((await t.erp.complexen.lijst(t.ctx, undefined)).rijen).toMatchObject([{ code: 'C1', naam: 'Zonnehof' }])
})

it('a list longer than a page comes whole, also when pages only have numbers', async () => {
  const { cursor } = await t.erp.onderhoudsorders.gewijzigdSinds(t.ctx, undefined)
  const gemeld = { eenheidCode: woning.code, omschrijving: 'Kraan', gemeldOp: '2026-11-23T09:00:00Z', defecten: [] }
  await Promise.all(Array.from({ length: 130 }, () => t.erp.onderhoudsverzoeken.maak(t.ctx, newId(), gemeld)))

  const { orders } = await t.erp.onderhoudsorders.gewijzigdSinds(t.ctx, cursor)
  const verzoeken = await t.erp.onderhoudsverzoeken.vanEenheid(t.ctx, woning.code)

  expect(orders).toHaveLength(130)
  expect(verzoeken.filter(({ omschrijving }) => omschrijving === 'Kraan')).toHaveLength(130)
})

it('an ERP that does not know a filter, and gives everything, does not show what is of another', async () => {
  const ander = await maakWoning(t)
  const doof = t.adapter({
    fetch: (waar, wat) => {
      const url = new URL(String(waar))
      for (const naam of [...url.searchParams.keys()]) if (naam.includes('.')) url.searchParams.delete(naam)
      return fetch(url, wat)
    },
  })
  const verzoek = await t.erp.onderhoudsverzoeken.maak(t.ctx, newId(), {
    eenheidCode: ander.code,
    omschrijving: 'Deur',
    gemeldOp: '2026-11-23T09:00:00Z',
    defecten: [],
  })

  const gevonden = await doof.onderhoudsverzoeken.vanEenheid(t.ctx, ander.code)

  expect(gevonden.map(({ id }) => id)).toEqual([verzoek.id])
})

it('an ERP that answers a POST with an address only is asked what it made', async () => {
  const zwijgzaam = t.adapter({
    fetch: async (waar, wat) => {
      const antwoord = await fetch(waar, wat)
      return wat?.method === 'POST' ? new Response(null, { status: 201, headers: antwoord.headers }) : antwoord
    },
  })

  const verzoek = await zwijgzaam.onderhoudsverzoeken.maak(t.ctx, newId(), {
    eenheidCode: woning.code,
    omschrijving: 'Raam klemt',
    gemeldOp: '2026-11-23T09:00:00Z',
    defecten: [],
  })

  expect(verzoek).toMatchObject({ omschrijving: 'Raam klemt', status: 'REG' })
})

it('an ERP that does not know an idempotency key still gets each request once', async () => {
  const sleutel = newId()
  // The second try looks like a first one to it: another Referentienummer each time.
  const vergeetachtig = t.adapter({
    fetch: (waar, wat) => {
      const headers = new Headers(wat?.headers)
      headers.set('X-Stuurgegevens-Referentienummer', newId())
      return fetch(waar, { ...wat, headers })
    },
  })
  const gemeld = { eenheidCode: woning.code, omschrijving: 'Slot', gemeldOp: '2026-11-23T09:00:00Z', defecten: [] }
  await t.bedien('kwaal', { soort: 'antwoord-kwijt', keren: 1 })
  await vergeetachtig.onderhoudsverzoeken.maak(t.ctx, sleutel, gemeld).catch(() => {})

  await vergeetachtig.onderhoudsverzoeken.maak(t.ctx, sleutel, gemeld)

  const verzoeken = await t.erp.onderhoudsverzoeken.vanEenheid(t.ctx, woning.code)
  expect(verzoeken.filter(({ omschrijving }) => omschrijving === 'Slot')).toHaveLength(1)
})
