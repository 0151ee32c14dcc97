import type { Slice } from '#server/slice.ts'
import './tables.ts'

export type { Bag, BagAdres } from './bag.ts'
export { BagOnbereikbaar, gebruikBag } from './bag.ts'
export { findPartij, findPartijen, getActievePartij, getPartij, partijNaam } from './getPartij.ts'
export { type Huishouden, huishoudensVan } from './huishoudensVan.ts'
export { indexPartij } from './indexPartij.ts'
export { registerPartij } from './registerPartij.ts'
export { noteerVerplaatsing, verplaatst } from './samenvoegen/verplaatsingen.ts'
export type { PartijRow } from './tables.ts'
export { type TijdlijnItem, type TijdlijnWijziging, updateTijdlijn, writeTijdlijn } from './tijdlijn/tijdlijn.ts'

export const slice: Slice = { naam: 'relaties' }
