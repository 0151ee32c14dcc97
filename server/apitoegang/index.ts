import { klantinteractiesHoort, klantinteractiesRoutes } from '#server/koppelingen/klantinteracties/index.ts'
import type { Slice } from '#server/slice.ts'
import { eisToken } from './identify.ts'
import './tables.ts'

export { type Apitoegang, eisToken } from './identify.ts'
export { selectTokens as listTokens } from './store.ts'
export type { ApiTokenRow } from './tables.ts'
export { maakToken, type NieuwToken, trekTokenIn } from './token.ts'

/** The door of `apitoegang`: other software that comes in with a token, and the standards that it finds here. */
export const slice: Slice = {
  naam: 'apitoegang',
  routes(http) {
    klantinteractiesRoutes(http, eisToken)
  },
  hoort: klantinteractiesHoort,
}
