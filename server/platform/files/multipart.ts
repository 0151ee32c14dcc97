import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { invalid } from '../errors.ts'
import type { ReceivedFile } from './fileStore.ts'
import { receive, tooLarge } from './receive.ts'

/** Boundaries and field headers around the file itself. */
const envelope = 64 * 1024

/** Lets routes receive files; nothing is read until a handler asks for it. */
export function acceptUploads(app: FastifyInstance): void {
  app.register(multipart, { limits: { files: 1, fields: 4, parts: 6, fieldSize: 1024, headerPairs: 100 } })
}

/**
 * The one file of a multipart request, in field `bestand`, received on the local disk.
 * @throws 413 before anything is read when the request says that it is too large, else while reading
 */
export async function receiveUpload(
  request: FastifyRequest,
  folder: string,
  max: number,
): Promise<{ bestandsnaam: string; file: ReceivedFile }> {
  if (Number(request.headers['content-length'] ?? 0) > max + envelope) throw tooLarge(max)
  if (!request.isMultipart()) throw invalid('bestand', 'ontbreekt', 'Kies een bestand.')
  const part = await request.file({ limits: { fileSize: max + 1 } })
  if (part?.fieldname !== 'bestand') {
    part?.file.resume()
    throw invalid('bestand', 'ontbreekt', 'Kies een bestand.')
  }
  return { bestandsnaam: part.filename, file: await receive(part.file, folder, max) }
}
