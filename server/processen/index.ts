import type { Db } from '#server/platform/db/schema.ts'
import { fileStoreOf, receiveFolderOf } from '#server/platform/files/fileStore.ts'
import type { Slice } from '#server/slice.ts'
import { bestandJobs } from './bestanden/jobs.ts'
import { bestandRoutes } from './bestanden/routes.ts'
import { hear } from './hear.ts'
import { inzichtRoutes } from './inzicht/routes.ts'
import { procesJobs } from './jobs.ts'
import { migratieRoutes } from './migreren/routes.ts'
import { procesRoutes } from './routes.ts'
import { selectInstantieVan } from './store.ts'
import './tables.ts'
import type { ProcesInstantieRow } from './tables.ts'

/**
 * The door of `processen`: runs klantprocessen that were set up as BPMN, DMN, forms and messages. Each instance is a
 * zaak. Emits `proces.gewijzigd` {instantieId, zaakId, status, versie}, and `proces.acties-gewijzigd` {} when an action
 * failed or was dealt with; hears `taak.afgerond`.
 */
export const slice: Slice = {
  naam: 'processen',
  routes(http, { config }) {
    procesRoutes(http)
    migratieRoutes(http)
    inzichtRoutes(http)
    bestandRoutes(http, { files: fileStoreOf(config), receiveFolder: receiveFolderOf(config) })
  },
  hoort: hear,
  jobs: (services) => ({ ...procesJobs(services), ...bestandJobs(services) }),
}

export { neemKlantbestanden } from './bestanden/neemBestanden.ts'
export { ontvang as ontvangProcesbestand } from './bestanden/ontvang.ts'
export type { Portaalwie } from './formulier.ts'
export { beginNaspel, type Naspel, speelNa } from './naspelen.ts'
export { listPortaalprocessen, type Portaalproces, startformulierVoorKlant } from './portaal/aanbod.ts'
export type { Portaaldefinitie, Tweetalig } from './portaal/definitie.ts'
export { type Klanttaak, type Portaalstand, portaalstandenVan } from './portaal/stand.ts'
export { doeKlanttaak, getKlanttaak, klanttaakformulier } from './portaal/taak.ts'
export { type Signaal, signaleer } from './signaleer.ts'
export { type ProcesStart, startProces } from './startProces.ts'
export { laadLevering } from './versies/levering.ts'
export { type Voltooiing, voltooiStap } from './voltooiStap.ts'

/** The running process of a zaak, or undefined: a zaak can come from elsewhere. */
export const procesVan = (db: Db, zaakId: string): Promise<ProcesInstantieRow | undefined> =>
  selectInstantieVan(db, zaakId)
