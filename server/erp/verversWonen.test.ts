import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { maakWoning, startTestErp, type TestErp, type Woning } from '#server/koppelingen/vera/testing/proeferp.ts'
import { createSafeFetch } from '#server/platform/outgoing/safeFetch.ts'
import { verversWonen } from './verversWonen.ts'

let t: TestErp
let woning: Woning
beforeAll(async () => {
  t = await startTestErp()
  woning = await maakWoning(t)
  await maakWoning(t)
})
afterAll(() => t.close())

type Eenheid = { code: string; adres: { straatnaam: string }; [naam: string]: unknown }

const naarErp = createSafeFetch({ allow: 'any' })

/** An ERP that says something else of its homes than what Rondom knows. */
const erpMet = (homes: (rijen: Eenheid[]) => Eenheid[]) =>
  t.adapter({
    fetch: async (waar, wat) => {
      const antwoord = await naarErp(waar, wat)
      const { pathname } = new URL(String(waar))
      if (pathname.endsWith('/clusters')) return Response.json([{ id: 'C9', code: 'C9', naam: 'Nieuwe Hof' }])
      return pathname.endsWith('/eenheden') ? Response.json(homes(await antwoord.json())) : antwoord
    },
  })
const ververs = (erp = t.erp) => verversWonen(t.rondom.context(), erp)
const rij = async (code: string) =>
  await t.rondom.db.selectFrom('eenheid').selectAll().where('code', '=', code).executeTakeFirst()
const gevonden = async (sleutel: string) =>
  (await sql<{ titel: string }>`select titel from zoek_item where ${sleutel} = any (sleutels)`.execute(t.rondom.db))
    .rows

it('homes that did not change are only looked at', async () => {
  t.rondom.clock.now = new Date('2026-11-25T02:10:00Z')

  expect(await ververs()).toBe(0)

  expect((await rij(woning.code))?.bijgewerkt_op).toEqual(t.rondom.clock.now)
})

it('what the ERP says otherwise is taken over, and what it leaves out stays', async () => {
  await t.rondom.db
    .updateTable('eenheid')
    .set({ bouwjaar: 1950, energielabel: 'F' })
    .where('code', '=', woning.code)
    .execute()
  const erp = erpMet((rijen) =>
    rijen.map(({ bouwjaar: _, ...each }) =>
      each.code === woning.code
        ? {
            ...each,
            code: woning.code,
            adres: { ...each.adres, straatnaam: 'Maanlaan' },
            status: { code: 'LEE' },
            clusters: [{ code: 'C9' }],
          }
        : (each as Eenheid),
    ),
  )

  expect(await ververs(erp)).toBe(1)

  expect(await rij(woning.code)).toMatchObject({
    status: 'LEE',
    straatnaam: 'Maanlaan',
    bouwjaar: 1950,
    energielabel: 'F',
  })
  const complex = await t.rondom.db.selectFrom('complex').selectAll().executeTakeFirst()
  expect(complex).toMatchObject({ code: 'C9', naam: 'Nieuwe Hof' })
  expect((await rij(woning.code))?.complex_id).toBe(complex?.id)
  expect(await gevonden(`nr:${woning.code}`)).toMatchObject([{ titel: expect.stringContaining('Maanlaan') }])
})

it('a home that is new is added and can be found; one without an address is not', async () => {
  const adres = { straatnaam: 'Sterstraat', huisnummer: '7', postcode: '3512 AC', woonplaats: { naam: 'Utrecht' } }
  const erp = erpMet((rijen) => [
    ...rijen,
    { id: 'N1', code: 'N1', soort: { code: 'WOO' }, adres },
    { id: 'N2', code: 'N2', adres: { straatnaam: '' } },
  ])

  expect(await ververs(erp)).toBe(1)

  expect(await rij('N1')).toMatchObject({ straatnaam: 'Sterstraat', huisnummer: 7, postcode: '3512AC' })
  expect(await rij('N2')).toBeUndefined()
  expect(await gevonden('nr:N1')).toHaveLength(1)
})

it('an ERP that is down changes nothing, and says so to the queue', async () => {
  await t.bedien('kwaal', { soort: 'storing' })

  await expect(ververs()).rejects.toMatchObject({ name: 'ErpStoring' })

  expect(await rij(woning.code)).toMatchObject({ status: 'LEE' })
})
