import { rm } from 'node:fs/promises'
import type { FastifyRequest } from 'fastify'
import { cleanBestandsnaam, extensionOf } from './bestandsnaam.ts'
import type { ReceivedFile } from './fileStore.ts'
import { receiveUpload } from './multipart.ts'
import { checkBestandssoort } from './soort.ts'

export type CheckedFile = {
  file: ReceivedFile
  /** Cleaned, and with an extension when it had none. */
  bestandsnaam: string
  mediatype: string
  /** May hold a script or macro: only ever offered as a download. */
  onveilig: boolean
  omvang: number
  sha256: string
}

/**
 * The file of a request: on the local disk, judged by its content and not by its name. What `keep` leaves on that disk
 * is removed.
 * @throws 413 too large, 400 no file or a kind that is not taken
 */
export async function receiveChecked<T>(
  request: FastifyRequest,
  folder: string,
  max: number,
  keep: (checked: CheckedFile) => Promise<T>,
): Promise<T> {
  const { bestandsnaam: given, file } = await receiveUpload(request, folder, max)
  try {
    const cleaned = cleanBestandsnaam(given)
    const { mediatype, extensies, onveilig } = await checkBestandssoort(file.path, cleaned)
    const bestandsnaam = extensionOf(cleaned) === '' ? `${cleaned}.${extensies[0]}` : cleaned
    return await keep({ file, bestandsnaam, mediatype, onveilig, omvang: file.omvang, sha256: file.sha256 })
  } finally {
    await rm(file.path, { force: true })
  }
}
