import type { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { DomainError } from '../errors.ts'
import { attachmentHeader } from './bestandsnaam.ts'
import { FileMissing, type FileStore } from './fileStore.ts'

type Opgeslagen = { bestandsnaam: string; mediatype: string; omvang: number; opslagsleutel: string }

/** Opens what a row says is stored. @throws 404 `bestand-ontbreekt` when the row is there but the bytes are not */
export function openStored(files: FileStore, { opslagsleutel }: Pick<Opgeslagen, 'opslagsleutel'>): Promise<Readable> {
  return files.open(opslagsleutel).catch((error) => {
    if (!(error instanceof FileMissing)) throw error
    throw new DomainError(
      404,
      'bestand-ontbreekt',
      'Dit bestand ontbreekt in de opslag. Meld dit bij uw functioneel beheerder.',
    )
  })
}

/** As a download, never shown inside our own origin: what somebody sent us could be a page with a script. */
export function sendDownload(
  reply: FastifyReply,
  { bestandsnaam, mediatype, omvang }: Omit<Opgeslagen, 'opslagsleutel'>,
  inhoud: Readable | Buffer,
): FastifyReply {
  return reply
    .header('Content-Disposition', attachmentHeader(bestandsnaam))
    .header('Content-Security-Policy', "sandbox; default-src 'none'")
    .header('X-Content-Type-Options', 'nosniff')
    .header('Content-Length', String(omvang))
    .type(mediatype)
    .send(inhoud)
}
