import type { ZaakRij } from '#contract/zaken.ts'
import { dagVan } from '#server/platform/clock.ts'
import type { Db } from '#server/platform/db/schema.ts'
import { notFound } from '#server/platform/errors.ts'
import { fileStoreOf, receiveFolderOf } from '#server/platform/files/fileStore.ts'
import type { Actor, ReadContext } from '#server/platform/http/context.ts'
import type { Slice } from '#server/slice.ts'
import { hear } from './hear.ts'
import { selectZaaklijst } from './listStore.ts'
import { presentZaakRijen } from './present.ts'
import { magZaakZien } from './regels/magZaak.ts'
import { zaakRoutes } from './routes.ts'
import { selectZaak, selectZaken } from './store.ts'
import type { ZaakRow } from './tables.ts'
import { termijnJobs } from './termijnen/jobs.ts'
import { zaakBron } from './zoekbron.ts'

/**
 * The door of `zaken`: the case register. Emits `zaak.geopend`, `zaak.gewijzigd`, `zaak.afgesloten` {zaakId, zaaktype,
 * status, wachtOp, partijId, teamId, versie}, `zaak.contact-gekoppeld` {zaakId, klantcontactId}, `zaak.losgekoppeld`
 * {zaakId, hoofdzaakId}, `zaak.heropend` {zaakId}, and once per term `zaak.termijn-nadert` and `zaak.termijn-overschreden`
 * {zaakId, termijnId, termijnSoort, naam, uitersteOp, teamId, partijId}; hears merges of partijen. Every change asks who may see the zaak: jobs
 * and processes act as the system, or as the employee who set them going.
 */
export const slice: Slice = {
  naam: 'zaken',
  routes(http, { config }) {
    zaakRoutes(http, { files: fileStoreOf(config), receiveFolder: receiveFolderOf(config) })
  },
  hoort: hear,
  jobs: () => termijnJobs,
  zoekbronnen: [zaakBron],
}

export { addZaakdocument, type NewDocument, putEigenschap } from './bijZaak.ts'
export { audience as zaakpubliek } from './changed.ts'
export { holdZaak } from './holdZaak.ts'
export { koppelAanHoofdzaak, ontkoppelVanHoofdzaak } from './hoofdzaak.ts'
export { linkKlantcontact } from './klantcontact.ts'
export { type NewZaak, openZaak } from './openZaak.ts'
export { magZaakZien } from './regels/magZaak.ts'
export { addZaakrol, type RolInput } from './rollen.ts'
export { heropenZaak, type StatusInput, setResultaat, setZaakstatus } from './setZaakstatus.ts'
export {
  countDeelzaken,
  selectDeelzaakIds as listDeelzaakIds,
  selectDocumenten as listZaakdocumenten,
  selectKlantcontactIds as listKlantcontactIds,
} from './store.ts'
export type { ZaakRow, ZaakTermijnRow } from './tables.ts'
export { telZaken } from './telZaken.ts'
export { bewaakTermijnenVan } from './termijnen/jobs.ts'
export { haalTermijn } from './termijnen/loop.ts'
export { type NewTermijn, startTermijn } from './termijnen/startTermijn.ts'
export { selectTermijnen as listTermijnen } from './termijnen/store.ts'
export { type Toewijzing, wijsToe } from './wijsToe.ts'
export { type Zaakcijfers, zaakcijfers } from './zaakcijfers.ts'
export { zetStap } from './zetStap.ts'
export { zichtbaarVoor as zaakZichtbaarVoor } from './zichtbaar.ts'
export { type Gelijkvraag, zoekGelijke } from './zoekGelijke.ts'

/** @throws 404, also when this employee may not see it */
export async function getZaak(ctx: Pick<ReadContext, 'db' | 'actor'>, id: string): Promise<ZaakRow> {
  const zaak = await selectZaak(ctx.db, id)
  if (!zaak || !magZaakZien(ctx.actor, zaak)) throw notFound()
  return zaak
}

/** By id, whoever asks: whether he may see it is for `magZaakZien`. Unknown ids are absent. */
export async function findZaken(db: Db, ids: readonly string[]): Promise<Map<string, ZaakRow>> {
  return new Map((await selectZaken(db, ids)).map((row) => [row.id, row]))
}

/** Running zaken of these partijen that this employee may see, oldest first; at most fifty. */
export async function listLopendeZaken(ctx: ReadContext, partijIds: readonly string[]): Promise<ZaakRij[]> {
  if (partijIds.length === 0) return []
  const filter = { status: 'lopend', partijIds, vandaag: dagVan(ctx.now) } as const
  const rows = await selectZaaklijst(ctx.db, ctx.actor, filter, { na: undefined, aantal: 49 })
  return presentZaakRijen(ctx, rows)
}

/** Zaken of a klant that this employee may see, running ones first, then the last closed; at most fifty of each. */
export async function listZakenVan(db: Db, partijId: string, actor: Actor, now = new Date()): Promise<ZaakRow[]> {
  const van = { partijIds: [partijId], vandaag: dagVan(now) }
  const eerste = { na: undefined, aantal: 49 }
  const [lopend, gesloten] = await Promise.all([
    selectZaaklijst(db, actor, { ...van, status: 'lopend' }, eerste),
    selectZaaklijst(db, actor, { ...van, status: 'gesloten' }, eerste),
  ])
  return [...lopend, ...gesloten]
}
