import type { Slice } from '#server/slice.ts'
import { hear } from './hear.ts'
import { storingRoutes } from './routes.ts'
import './tables.ts'

export { openStoring } from './openStoring.ts'
export { selectLopende as findLopendeStoringen } from './store.ts'
export type { StoringRow } from './tables.ts'

/**
 * The door of `storingen`: disturbances of a whole complex. Emits `storing.gewijzigd` {storingId, complexId, versie};
 * hears `zaak.gewijzigd`, `zaak.afgesloten` and `zaak.heropend`.
 */
export const slice: Slice = { naam: 'storingen', routes: storingRoutes, hoort: hear }
