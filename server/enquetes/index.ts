import { verplaatsRijen, volgSamenvoeging } from '#server/relaties/index.ts'
import type { Slice } from '#server/slice.ts'
import { enqueteJobs } from './jobs.ts'
import { enqueteRoutes } from './routes.ts'
import './tables.ts'

export { beantwoord as beantwoordEnquete } from './beantwoord.ts'
export { nodigUit, type Uitnodiging } from './nodigUit.ts'

/**
 * The door of `enquetes`: what klanten thought of it. Emits `enquete.beantwoord` {enqueteId, zaakId, partijId, opgelost};
 * hears merges of partijen.
 */
export const slice: Slice = {
  naam: 'enquetes',
  routes: enqueteRoutes,
  hoort: volgSamenvoeging('enquete', (tx, move) => verplaatsRijen(tx, { tabel: 'enquete', kolom: 'partij_id' }, move)),
  jobs: () => enqueteJobs,
}
