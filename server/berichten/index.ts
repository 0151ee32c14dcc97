import type { Slice } from '#server/slice.ts'
import { hear } from './hear.ts'
import { berichtJobs } from './jobs.ts'

/**
 * The door of `berichten`: what we send. Emits `bericht.klaargezet`, `bericht.verstuurd` and `bericht.mislukt`
 * {berichtId, zaakId, partijId, kanaal, status}; hears merges of partijen.
 */
export const slice: Slice = { naam: 'berichten', hoort: hear, jobs: ({ config }) => berichtJobs(config) }

export type { BerichtBijlage, BerichtRow } from './tables.ts'
export { type NewBericht, verstuurBericht } from './verstuurBericht.ts'
