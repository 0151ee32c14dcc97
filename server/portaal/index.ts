import * as contract from '#contract/portaal/ik.ts'
import { fileStoreOf, receiveFolderOf } from '#server/platform/files/fileStore.ts'
import type { Slice } from '#server/slice.ts'
import { contactRoutes } from './contact/routes.ts'
import { klantHttp } from './http.ts'
import { leesIk } from './ik/ik.ts'
import { themaRoutes } from './thema/routes.ts'

/** The door of `portaal`: what a customer may see and do. Nothing imports it. */
export const slice: Slice = {
  naam: 'portaal',
  routes(http, { config }) {
    themaRoutes(http)
    const klant = klantHttp(http)
    klant.read(contract.getIk, ({ ctx }) => leesIk(ctx))
    contactRoutes(klant, { files: fileStoreOf(config), receiveFolder: receiveFolderOf(config) })
  },
}
