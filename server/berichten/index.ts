import { volgSamenvoeging } from '#server/relaties/index.ts'
import type { Slice } from '#server/slice.ts'
import { berichtJobs } from './jobs.ts'
import { berichtRoutes } from './routes.ts'
import { moveBerichten } from './store.ts'

/**
 * The door of `berichten`: what we send. Emits `bericht.klaargezet`, `bericht.verstuurd` and `bericht.mislukt`
 * {berichtId, zaakId, partijId, kanaal, status}; hears merges of partijen.
 */
export const slice: Slice = {
  naam: 'berichten',
  routes: berichtRoutes,
  hoort: volgSamenvoeging('bericht', moveBerichten),
  jobs: ({ config }) => berichtJobs(config),
}

export { briefhoofdVan } from './brief.ts'

export { smsTekst } from './smsTekst.ts'
export { selectBerichtenVanZaak as listBerichtenVanZaak } from './store.ts'
export type { BerichtBijlage, BerichtRow } from './tables.ts'
export { type NewBericht, verstuurBericht } from './verstuurBericht.ts'
export { zichtbaarVoor as berichtZichtbaarVoor } from './zichtbaar.ts'
