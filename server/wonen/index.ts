import type { Slice } from '#server/slice.ts'
import { hoortSamenvoeging } from './hoortSamenvoeging.ts'
import { wonenRoutes } from './routes.ts'
import './tables.ts'
import { eenheidBron } from './zoekbron.ts'

export { findHuurcontract } from './findHuurcontract.ts'
export { findComplexen, findEenheden, findOvereenkomsten, getEenheid, listEenheidIds } from './getEenheid.ts'
export { indexEenheid } from './indexEenheid.ts'
export type { ComplexRow, EenheidRow, OvereenkomstRow } from './tables.ts'
export { type ComplexUitErp, type EenheidUitErp, verversComplexen, verversEenheden } from './ververs.ts'
export { type Woning, wonenVan } from './wonenVan.ts'
export { eenheidBron } from './zoekbron.ts'

/** The door of `wonen`: homes and contracts, read only; an import or the ERP port fills them. */
export const slice: Slice = { naam: 'wonen', routes: wonenRoutes, hoort: hoortSamenvoeging, zoekbronnen: [eenheidBron] }
