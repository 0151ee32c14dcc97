import { registerOpenWerk } from '#server/beheer/index.ts'
import { dagVan } from '#server/platform/clock.ts'
import type { Db } from '#server/platform/db/schema.ts'
import { notFound } from '#server/platform/errors.ts'
import type { Actor, ReadContext } from '#server/platform/http/context.ts'
import type { Slice } from '#server/slice.ts'
import { hear } from './hear.ts'
import { countOpen, selectTaken } from './listStore.ts'
import { mayViewTaak } from './regels/mayTaak.ts'
import { taakRoutes } from './routes.ts'
import { selectTaak } from './store.ts'
import type { TaakRow } from './tables.ts'
import { taakBron } from './zoekbron.ts'

/**
 * The door of `taken`: work for a team, taken in hand by one of its members, and the promises to customers that hang
 * on it. Emits `taak.*`; hears merges of partijen and every registered terugkoppeling.
 */
export const slice: Slice = { naam: 'taken', routes: taakRoutes, hoort: hear, zoekbronnen: [taakBron] }

registerOpenWerk('taken', countOpen)

export { claimTaak } from './claimTaak.ts'
export { createTaak, type NewTaak } from './createTaak.ts'
export { mayViewTaak } from './regels/mayTaak.ts'
export { sluitTaak } from './sluitTaak.ts'
export {
  selectTaken as findTaken,
  selectTakenVan as findTakenVan,
  selectTakenVanZaak as listTakenVanZaak,
} from './store.ts'
export type { TaakRow } from './tables.ts'
export { tijdlijnItemVan as tijdlijnItemVanTaak } from './tijdlijnitem.ts'
export { difference as verschilVanTaak } from './verschil.ts'
export { addNotitie as addTaaknotitie } from './werkAanTaak.ts'

/** @throws 404, also when this employee may not see it */
export async function getTaak(ctx: Pick<ReadContext, 'db' | 'actor'>, id: string): Promise<TaakRow> {
  const taak = await selectTaak(ctx.db, id)
  if (!taak || !mayViewTaak(ctx.actor, taak)) throw notFound()
  return taak
}

/** Open taken of a klant that this employee may see, by deadline; at most fifty. */
export async function listOpenTakenVan(db: Db, partijId: string, actor: Actor, now = new Date()): Promise<TaakRow[]> {
  return selectTaken(db, actor, { status: 'open', partijId, vandaag: dagVan(now) }, { na: undefined, aantal: 49 })
}
