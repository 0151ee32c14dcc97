import { write } from '#server/platform/db/write.ts'
import { emit } from '#server/platform/events/emit.ts'
import type { ReadContext, WriteContext } from '#server/platform/http/context.ts'
import type { Erp } from './erp.ts'
import { ErpStoring } from './fouten.ts'
import type { Onderhoudsorder } from './onderhoud.ts'
import { lockCursor, ordersPeiling, selectPeiling, updateGelukt, upsertMislukt, upsertOrders } from './store.ts'

/** Listeners work in the transaction of the event; a storm of changes must not become one endless transaction. */
const perKeer = 100

/**
 * Asks the ERP which orders changed, and tells it to whoever hears `erp.order-gewijzigd`. VERA knows no webhooks.
 * @returns how many orders were different from what was known
 */
export async function peilOrders(ctx: ReadContext, erp: Erp): Promise<number> {
  const vanaf = (await selectPeiling(ctx.db, ordersPeiling))?.cursor ?? null
  let gewijzigd = 0
  try {
    const { orders, onleesbaar, cursor } = await erp.onderhoudsorders.gewijzigdSinds(ctx, vanaf ?? undefined)
    for (const { id, reden } of onleesbaar) ctx.log.warn({ order: id, reden }, 'an order of the ERP cannot be read')
    for (let i = 0; i < orders.length; i += perKeer) {
      const deel = orders.slice(i, i + perKeer)
      gewijzigd += (await write(ctx, (w) => verwerk(w, vanaf, deel))) ?? 0
    }
    await write(ctx, async (w) => {
      if ((await lockCursor(w.tx, ordersPeiling)) === vanaf) await updateGelukt(w.tx, ordersPeiling, cursor, w.now)
    })
  } catch (error) {
    if (!(error instanceof ErpStoring)) throw error
    await write(ctx, (w) => upsertMislukt(w.tx, ordersPeiling, error.message, w.now))
  }
  return gewijzigd
}

/** Nothing when another round was here first: what we read may be older than what it told. */
async function verwerk(w: WriteContext, vanaf: string | null, orders: Onderhoudsorder[]): Promise<number | undefined> {
  if ((await lockCursor(w.tx, ordersPeiling)) !== vanaf) return undefined
  const perId = new Map(orders.map((order) => [order.id, order]))
  const anders = await upsertOrders(
    w.tx,
    [...perId.values()].map((order) => ({
      orderId: order.id,
      vingerafdruk: vingerafdrukVan(order),
      afgelopen: order.status === 'AFG' || order.status === 'GEA',
    })),
    w.now,
  )
  for (const id of anders) {
    const order = perId.get(id)
    if (order) await vertel(w, order)
  }
  return anders.size
}

/** Once per request it belongs to; ids and codes only, the order itself is asked from the ERP. */
async function vertel(w: WriteContext, order: Onderhoudsorder): Promise<void> {
  const [taak] = order.taken
  for (const verzoekId of order.verzoekIds.length > 0 ? order.verzoekIds : [null]) {
    await emit(w, {
      soort: 'erp.order-gewijzigd',
      onderwerpen: [],
      gegevens: {
        orderId: order.id,
        verzoekId,
        status: order.status,
        taakstatus: taak?.status ?? null,
        onderbrokenOm: taak?.onderbrokenOm ?? null,
        afspraakOp: order.afspraken.find(({ status }) => status === 'GEP')?.begin ?? null,
      },
    })
  }
}

function vingerafdrukVan({ status, taken, afspraken, technischGereedOp }: Onderhoudsorder): string {
  return JSON.stringify([
    status,
    technischGereedOp ?? '',
    taken.map((taak) => [taak.status, taak.onderbrokenOm ?? '']),
    afspraken.map((afspraak) => [afspraak.status, afspraak.begin]),
  ])
}
