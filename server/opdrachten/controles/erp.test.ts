import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { peilOrders } from '#server/erp/peilOrders.ts'
import { startTestErp, type TestErp } from '#server/koppelingen/vera/testing/proeferp.ts'
import { veraErp } from '#server/koppelingen/vera/veraErp.ts'
import { readConfig } from '#server/platform/config/config.ts'
import { startTestRondom } from '#server/platform/testing/rondom.ts'
import { controleerErp } from './erp.ts'

let t: TestErp
beforeAll(async () => {
  t = await startTestErp()
})
beforeEach(() => t.bedien('kwaal', { soort: 'geen' }))
afterAll(() => t.close())

const controle = (env: Record<string, string>, demo = false) =>
  controleerErp({
    organisatie: { ...t.rondom.hier, demo },
    config: readConfig({ DATABASE_URL: t.rondom.databaseUrl, ...env }),
    databaseUrl: t.rondom.databaseUrl,
    now: new Date(),
  })
const echt = async (sleutel = t.proces.sleutel) => ({
  RONDOM_ERP_URL: await t.proces.basis(),
  RONDOM_ERP_SLEUTEL: sleutel,
})
const peil = () => peilOrders(t.rondom.context(), t.erp)

it('an ERP that answers is good, and so is none at all', async () => {
  await peil()

  expect(await controle(await echt())).toMatchObject({ controle: 'erp hier', oordeel: 'goed' })
  expect(await controle({})).toMatchObject({ oordeel: 'goed', tekst: 'Niet aangesloten.' })
})

it('an ERP that is down is something to look at, with since when', async () => {
  await t.bedien('kwaal', { soort: 'storing' })
  await peil()

  const bevinding = await controle(await echt())

  expect(bevinding).toMatchObject({ oordeel: 'let-op', advies: expect.stringContaining('RONDOM_ERP_URL') })
  expect(bevinding.tekst).toMatch(/storing.*Sinds/)
})

it('an ERP that does not let us in is wrong', async () => {
  expect(await controle(await echt('verkeerd'))).toMatchObject({
    oordeel: 'fout',
    tekst: expect.stringContaining('toegang'),
  })
})

it('the proef-ERP is for the demo', async () => {
  await peil()

  expect(await controle({ RONDOM_ERP: 'proef' }, true)).toMatchObject({ oordeel: 'goed' })
  expect(await controle({ RONDOM_ERP: 'proef' })).toMatchObject({
    oordeel: 'let-op',
    tekst: expect.stringContaining('nergens'),
  })
})

it('a server whose ERP is down is ready, and says so', async () => {
  const erp = veraErp({ basis: 'http://127.0.0.1:1/{keten}/v4', toegang: { soort: 'geen' } })
  const rondom = await startTestRondom({ erp })
  try {
    await erp.ping(rondom.context()).catch(() => {})

    const antwoord = await rondom.anoniem.get('/readyz')

    expect(antwoord.statusCode).toBe(200)
    expect(antwoord.json()).toEqual({ status: 'ok', erp: 'storing' })
  } finally {
    await rondom.close()
  }
})
