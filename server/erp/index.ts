import type { Slice } from '#server/slice.ts'
import { erpJobs } from './jobs.ts'
import { erpRoutes } from './routes.ts'
import './tables.ts'

export type { Dag, Erp, ErpContext, ErpStand, Moment, Stuk } from './erp.ts'
export type * from './financieel.ts'
export { findErpPeiling } from './findErpPeiling.ts'
export { ErpBezet, ErpGeweigerd, ErpStoring, type Storingsoort } from './fouten.ts'
export { geenErp } from './geenErp.ts'
export type * from './huuropzegging.ts'
export type * from './onderhoud.ts'
export type * from './verhuur.ts'

/**
 * The door of `erp`: the port to the ERP, which every slice gets as `Services.erp`. Emits `erp.order-gewijzigd`
 * {orderId, verzoekId, status, taakstatus, onderbrokenOm, afspraakOp} when the ERP tells something new about an order.
 */
export const slice: Slice = {
  naam: 'erp',
  routes: (http, { erp }) => erpRoutes(http, erp),
  jobs: ({ erp }) => erpJobs(erp),
}
