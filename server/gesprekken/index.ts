import { fileStoreOf, receiveFolderOf } from '#server/platform/files/fileStore.ts'
import type { Slice } from '#server/slice.ts'
import { hear } from './hear.ts'
import { gesprekRoutes } from './routes.ts'

/**
 * The door of `gesprekken`: contacts in progress, kept on the server per employee until they are finished
 * (`gesprek.voltooid`) or thrown away. Hears merges of partijen.
 */
export const slice: Slice = {
  naam: 'gesprekken',
  routes(http, { config }) {
    gesprekRoutes(http, { files: fileStoreOf(config), receiveFolder: receiveFolderOf(config) })
  },
  hoort: hear,
}
