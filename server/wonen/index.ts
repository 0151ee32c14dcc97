import type { Slice } from '#server/slice.ts'
import './tables.ts'

export { findEenheden, getEenheid } from './getEenheid.ts'
export type { ComplexRow, EenheidRow, OvereenkomstRow } from './tables.ts'
export { type Woning, wonenVan } from './wonenVan.ts'

export const slice: Slice = { naam: 'wonen' }
