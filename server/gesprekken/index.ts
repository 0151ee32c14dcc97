import { fileStoreOf, receiveFolderOf } from '#server/platform/files/fileStore.ts'
import { volgSamenvoeging } from '#server/relaties/index.ts'
import type { Slice } from '#server/slice.ts'
import { gesprekRoutes } from './routes.ts'
import { moveConcepten } from './store.ts'

/**
 * The door of `gesprekken`: contacts in progress, kept on the server per employee until they are finished
 * (`gesprek.voltooid`) or thrown away. Hears merges of partijen.
 */
export const slice: Slice = {
  naam: 'gesprekken',
  routes(http, { config }) {
    gesprekRoutes(http, { files: fileStoreOf(config), receiveFolder: receiveFolderOf(config) })
  },
  hoort: volgSamenvoeging('concept', moveConcepten),
}
