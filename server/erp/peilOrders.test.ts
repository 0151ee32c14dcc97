import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { maakWoning, startTestErp, type TestErp, type Woning } from '#server/koppelingen/vera/testing/proeferp.ts'
import { newId } from '#server/platform/ids.ts'
import { startWorker } from '#server/platform/jobs/worker.ts'
import type { ErpStand } from './index.ts'
import { erpJobs } from './jobs.ts'
import { peilOrders } from './peilOrders.ts'

let t: TestErp
let woning: Woning
beforeAll(async () => {
  t = await startTestErp()
  woning = await maakWoning(t)
})
beforeEach(async () => {
  await t.bedien('kwaal', { soort: 'geen' })
  await peil()
})
afterAll(() => t.close())

const peil = () => peilOrders(t.rondom.context(), t.erp)
type Gebeurtenis = {
  orderId: string
  verzoekId: string
  status: string
  taakstatus: string
  onderbrokenOm: string | null
}

async function verteld(orderId: string): Promise<Gebeurtenis[]> {
  const { rows } = await sql<{ gegevens: Gebeurtenis }>`
    select gegevens from gebeurtenis where soort = 'erp.order-gewijzigd' and gegevens->>'orderId' = ${orderId}
    order by op, id`.execute(t.rondom.db)
  return rows.map(({ gegevens }) => gegevens)
}

async function order() {
  const verzoek = await t.erp.onderhoudsverzoeken.maak(t.ctx, newId(), {
    eenheidCode: woning.code,
    omschrijving: 'Kraan lekt',
    gemeldOp: '2026-11-23T09:00:00Z',
    defecten: [],
  })
  const [optie] = await t.erp.afspraakOpties(t.ctx, { verzoekId: verzoek.id })
  if (!optie) throw new Error('the agenda of the ERP is full')
  const afspraak = await t.erp.afspraken.boek(t.ctx, newId(), { verzoekId: verzoek.id, optie })
  return { verzoekId: verzoek.id, orderId: afspraak.orderId ?? '', begin: afspraak.begin, afspraakId: afspraak.id }
}

describe('what changes in the ERP', () => {
  it('is told once, however often it is asked', async () => {
    const { orderId, verzoekId, begin } = await order()

    await peil()
    await peil()

    expect(await verteld(orderId)).toEqual([
      { orderId, verzoekId, status: 'PLN', taakstatus: 'GEP', onderbrokenOm: null, afspraakOp: begin },
    ])
  })

  it('is told again at each step, also that nobody was home', async () => {
    const { orderId } = await order()
    await peil()

    for (const stap of ['onderweg', 'niet-thuis']) {
      await t.bedien(`orders/${orderId}/${stap}`)
      await peil()
    }

    expect(
      (await verteld(orderId)).map(({ status, taakstatus, onderbrokenOm }) => [status, taakstatus, onderbrokenOm]),
    ).toEqual([
      ['PLN', 'GEP', null],
      ['INB', 'REI', null],
      ['GUN', 'OND', 'AFW'],
    ])
  })

  it('includes an appointment that the ERP moved', async () => {
    const { orderId, verzoekId, afspraakId } = await order()
    await peil()
    const [optie] = await t.erp.afspraakOpties(t.ctx, { verzoekId })
    if (!optie) throw new Error('the agenda of the ERP is full')

    await t.erp.afspraken.verzet(t.ctx, newId(), afspraakId, optie)
    await peil()

    expect((await verteld(orderId)).at(-1)).toMatchObject({ status: 'PLN', afspraakOp: optie.begin })
  })

  it('while it was down is told when it is back, and known to be missing until then', async () => {
    const { orderId } = await order()
    await peil()
    await t.bedien(`orders/${orderId}/gereed`)
    await t.bedien('kwaal', { soort: 'storing' })

    expect(await peil()).toBe(0)
    const { rows } = await sql`select melding, mislukt_sinds from erp_peiling`.execute(t.rondom.db)
    expect(rows).toMatchObject([{ melding: expect.stringContaining('storing'), mislukt_sinds: t.rondom.clock.now }])

    await t.bedien('kwaal', { soort: 'geen' })
    await peil()
    expect((await verteld(orderId)).at(-1)).toMatchObject({ status: 'TEC' })
    const daarna = await sql`select melding, mislukt_sinds from erp_peiling`.execute(t.rondom.db)
    expect(daarna.rows).toEqual([{ melding: '', mislukt_sinds: null }])
  })

  it('asked by two at once is told once', async () => {
    const { orderId } = await order()

    await Promise.all([peil(), peil(), peil()])

    expect(await verteld(orderId)).toHaveLength(1)
  })

  it('stays in its own organisatie', async () => {
    const { orderId } = await order()

    await peilOrders(t.rondom.context(t.rondom.elders), t.erp)

    const { rows } = await sql`select 1 from gebeurtenis where gegevens->>'orderId' = ${orderId}`.execute(
      t.rondom.elders.db,
    )
    expect(rows).toEqual([])
  })
})

it('the worker goes on asking by itself, and not at all without an ERP', async () => {
  let gevraagd = 0
  let stand: ErpStand = { soort: 'werkt' }
  const erp = {
    ...t.erp,
    stand: () => stand,
    onderhoudsorders: {
      ...t.erp.onderhoudsorders,
      gewijzigdSinds: async () => {
        gevraagd += 1
        return { orders: [], onleesbaar: [], cursor: '1' }
      },
    },
  }
  const { databaseUrl, organisaties, services } = t.rondom
  const worker = await startWorker({
    databaseUrl,
    organisaties,
    log: services.log,
    clock: () => new Date(),
    jobs: erpJobs(erp),
  })
  const peiling = erpJobs(erp)['erp.orders-peilen']
  await peiling?.run(t.rondom.context(), {})

  // Not wait a quarter of a minute, twice.
  while (gevraagd < 3) {
    await sql`update graphile_worker._private_jobs set run_at = now() where locked_at is null`.execute(t.rondom.db)
    await sleep(50)
  }
  stand = { soort: 'uit' }
  await worker.stop()
  const toen = gevraagd
  await peiling?.run(t.rondom.context(), {})

  expect(gevraagd).toBe(toen)
})
