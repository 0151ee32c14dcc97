import type { Db, Tx } from '#server/platform/db/schema.ts'
import { notFound } from '#server/platform/errors.ts'
import { fileStoreOf } from '#server/platform/files/fileStore.ts'
import { volgSamenvoeging } from '#server/relaties/index.ts'
import type { Slice } from '#server/slice.ts'
import { bijlageJobs } from './bijlagen/jobs.ts'
import { bijlageRoutes } from './bijlagen/routes.ts'
import { abandonBijlagen } from './bijlagen/store.ts'
import { klantcontactRoutes } from './routes.ts'
import { hearOnderwerp } from './sjablonen/hearOnderwerp.ts'
import { sjabloonRoutes } from './sjablonen/routes.ts'
import { findSjabloon } from './sjablonen/store.ts'
import { moveBetrokkenen, selectKlantcontact, selectKlantcontacten } from './store.ts'
import type { KlantcontactRow, SjabloonRow } from './tables.ts'
import { klantcontactBron } from './zoekbron.ts'

/**
 * The door of `klantcontacten`: what was said with whom, in which words, and what it was about. Emits
 * `klantcontact.geregistreerd` and `klantcontact.gewijzigd`; hears merges of partijen.
 */
export const slice: Slice = {
  naam: 'klantcontacten',
  routes(http, { config }) {
    sjabloonRoutes(http)
    klantcontactRoutes(http)
    bijlageRoutes(http, fileStoreOf(config))
  },
  hoort: { ...volgSamenvoeging('betrokkene', moveBetrokkenen), ...hearOnderwerp },
  jobs: ({ config }) => bijlageJobs(fileStoreOf(config)),
  zoekbronnen: [klantcontactBron],
}

export { mayReadBijlage } from './bijlagen/mayBijlage.ts'
export { type BijlageOpslag, receiveBijlage } from './bijlagen/receiveBijlage.ts'
export {
  attachBijlagen,
  selectBijlagen as findBijlagen,
  selectBijlagenVan as listBijlagenVan,
  selectLosseBijlagen as findLosseBijlagen,
} from './bijlagen/store.ts'
export { markGelezen } from './markGelezen.ts'
export { mayViewKlantcontact } from './mayView.ts'
export { presentBijlage, presentPosts } from './presentKlantcontact.ts'
export { type NewKlantcontactInput, registerKlantcontact } from './registerKlantcontact.ts'
export { sameCustomer } from './sameCustomer.ts'
export { onderwerpVan, samenvattingVan } from './samenvatting.ts'
export { mayUseSjabloon } from './sjablonen/mayUseSjabloon.ts'
export { seedSjablonen } from './sjablonen/seedSjablonen.ts'
export { findSjablonen, selectSjablonen as listSjablonen } from './sjablonen/store.ts'
export { selectDraad as findDraad, selectVanGesprek as findVanGesprek } from './store.ts'
export type { KlantcontactRow, SjabloonRow } from './tables.ts'
export { tijdlijnItemVan as tijdlijnItemVanKlantcontact } from './tijdlijnitem.ts'

/** @throws 404; does not decide who may see it: `mayViewKlantcontact` does */
export async function getKlantcontact(db: Db, id: string): Promise<KlantcontactRow> {
  const row = await selectKlantcontact(db, id)
  if (!row) throw notFound()
  return row
}

/** By id; unknown ids are absent. */
export async function findKlantcontacten(db: Db, ids: readonly string[]): Promise<Map<string, KlantcontactRow>> {
  return new Map((await selectKlantcontacten(db, ids)).map((row) => [row.id, row]))
}

/** @throws 404 */
export async function getSjabloon(db: Db, id: string): Promise<SjabloonRow> {
  const row = await findSjabloon(db, id)
  if (!row) throw notFound()
  return row
}

/** The files of a contact that is thrown away: unreachable at once, removed by the clean-up job. */
export async function discardBijlagen(tx: Tx, conceptId: string): Promise<void> {
  await abandonBijlagen(tx, { conceptId })
}
