import { rm } from 'node:fs/promises'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { bijlageMax } from '#contract/klantcontacten.ts'
import { write } from '#server/platform/db/write.ts'
import { DomainError, forbidden, notFound } from '#server/platform/errors.ts'
import { attachmentHeader, cleanBestandsnaam, extensionOf } from '#server/platform/files/bestandsnaam.ts'
import { FileMissing, type FileStore, newFileKey } from '#server/platform/files/fileStore.ts'
import { receiveUpload } from '#server/platform/files/multipart.ts'
import { checkBestandssoort } from '#server/platform/files/soort.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { addZaakdocument } from './bijZaak.ts'
import { magZaakBehandelen, magZaakZien } from './regels/magZaak.ts'
import { selectDocument, selectZaak } from './store.ts'
import type { ZaakDocumentRow } from './tables.ts'

export type Opslag = { files: FileStore; receiveFolder: string }

/** As a download, never shown inside our own origin. */
export async function sendDocument(
  ctx: ReadContext,
  { files }: Opslag,
  { id, documentId }: { id: string; documentId: string },
  reply: FastifyReply,
): Promise<FastifyReply> {
  const zaak = await selectZaak(ctx.db, id)
  const document = zaak && magZaakZien(ctx.actor, zaak) ? await selectDocument(ctx.db, id, documentId) : undefined
  if (!document) throw notFound()
  const stream = await files.open(document.opslagsleutel).catch((error) => {
    if (error instanceof FileMissing) throw missing()
    throw error
  })
  await logVerwerking(ctx, {
    actie: 'inzien',
    doel: 'Document van een zaak downloaden',
    objectSoort: 'zaak_document',
    objectId: document.id,
    partijIds: zaak?.partij_id ? [zaak.partij_id] : [],
  })
  return reply
    .header('Content-Disposition', attachmentHeader(document.bestandsnaam))
    .header('Content-Security-Policy', "sandbox; default-src 'none'")
    .header('X-Content-Type-Options', 'nosniff')
    .header('Content-Length', String(document.omvang))
    .type(document.mediatype)
    .send(stream)
}

/** Adds a file to the zaak: to disk, checked by its content, to the store, and only then a document. */
export async function receiveDocument(
  ctx: ReadContext,
  { files, receiveFolder }: Opslag,
  zaakId: string,
  request: FastifyRequest,
): Promise<ZaakDocumentRow> {
  const zaak = await selectZaak(ctx.db, zaakId)
  if (!zaak || !magZaakZien(ctx.actor, zaak)) throw notFound()
  if (!magZaakBehandelen(ctx.actor, zaak)) throw forbidden()
  const { bestandsnaam: given, file } = await receiveUpload(request, receiveFolder, bijlageMax)
  const opslagsleutel = newFileKey(ctx.organisatie.code)
  try {
    const cleaned = cleanBestandsnaam(given)
    const { mediatype, extensies, onveilig } = await checkBestandssoort(file.path, cleaned)
    const bestandsnaam = extensionOf(cleaned) === '' ? `${cleaned}.${extensies[0]}` : cleaned
    const { omvang, sha256 } = file
    await files.put(opslagsleutel, file)
    const document = { titel: bestandsnaam, bestandsnaam, mediatype, onveilig, omvang, sha256, opslagsleutel }
    return await write(ctx, (w) => addZaakdocument(w, zaakId, document))
  } catch (error) {
    await files.remove(opslagsleutel).catch(() => {})
    throw error
  } finally {
    await rm(file.path, { force: true })
  }
}

const missing = () =>
  new DomainError(
    404,
    'bestand-ontbreekt',
    'Dit bestand ontbreekt in de opslag. Meld dit bij uw functioneel beheerder.',
  )
