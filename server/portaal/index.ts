import * as contract from '#contract/portaal/ik.ts'
import { getThuis } from '#contract/portaal/thuis.ts'
import { fileStoreOf, receiveFolderOf } from '#server/platform/files/fileStore.ts'
import type { Slice } from '#server/slice.ts'
import { berichtRoutes } from './berichten/routes.ts'
import { contactRoutes } from './contact/routes.ts'
import { gegevensJobs } from './gegevens/jobs.ts'
import { gegevensRoutes } from './gegevens/routes.ts'
import './gegevens/tables.ts'
import { hoort } from './hear.ts'
import { klantHttp } from './http.ts'
import { leesIk } from './ik/ik.ts'
import { conceptJobs } from './processen/jobs.ts'
import { procesRoutes } from './processen/routes.ts'
import './processen/tables.ts'
import { themaRoutes } from './thema/routes.ts'
import { leesThuis } from './thuis/thuis.ts'
import { woningRoutes } from './wonen/routes.ts'
import { aanbodVan } from './zaken/delingen.ts'
import { zaakRoutes } from './zaken/routes.ts'

/** The door of `portaal`: what a customer may see and do. Nothing imports it. */
export const slice: Slice = {
  naam: 'portaal',
  routes(http, { config, secret, erp }) {
    themaRoutes(http)
    const klant = klantHttp(http)
    klant.read(contract.getIk, ({ ctx }) => leesIk(ctx))
    berichtRoutes(klant, { files: fileStoreOf(config), secret, intern: config.uitgaandIntern })
    klant.read(getThuis, ({ ctx, toegang }) => leesThuis(ctx, toegang))
    zaakRoutes(klant, { files: fileStoreOf(config) })
    procesRoutes(klant, { files: fileStoreOf(config), receiveFolder: receiveFolderOf(config) })
    gegevensRoutes(klant, { files: fileStoreOf(config), geheim: secret })
    woningRoutes(klant, erp)
    contactRoutes(klant, { files: fileStoreOf(config), receiveFolder: receiveFolderOf(config) })
  },
  hoort,
  jobs: (services) => ({
    ...conceptJobs,
    ...gegevensJobs(services, async ({ db }) => (await aanbodVan(db)).delingen),
  }),
}
