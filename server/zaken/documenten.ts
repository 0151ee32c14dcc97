import type { FastifyReply, FastifyRequest } from 'fastify'
import { bijlageMax } from '#contract/klantcontacten.ts'
import { write } from '#server/platform/db/write.ts'
import { forbidden, notFound } from '#server/platform/errors.ts'
import { type FileStore, newFileKey } from '#server/platform/files/fileStore.ts'
import { receiveChecked } from '#server/platform/files/receiveChecked.ts'
import { openStored, sendDownload } from '#server/platform/files/sendDownload.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { addZaakdocument } from './bijZaak.ts'
import { magZaakBehandelen, magZaakZien } from './regels/magZaak.ts'
import { selectDocument, selectZaak } from './store.ts'
import type { ZaakDocumentRow } from './tables.ts'

export type Opslag = { files: FileStore; receiveFolder: string }

/** Who may see the zaak may have its documents, and is written down. */
export async function sendDocument(
  ctx: ReadContext,
  { files }: Opslag,
  { id, documentId }: { id: string; documentId: string },
  reply: FastifyReply,
): Promise<FastifyReply> {
  const zaak = await selectZaak(ctx.db, id)
  const document = zaak && magZaakZien(ctx.actor, zaak) ? await selectDocument(ctx.db, id, documentId) : undefined
  if (!document) throw notFound()
  const inhoud = await openStored(files, document)
  await logVerwerking(ctx, {
    actie: 'inzien',
    doel: 'Document van een zaak downloaden',
    objectSoort: 'zaak_document',
    objectId: document.id,
    partijIds: zaak?.partij_id ? [zaak.partij_id] : [],
  })
  return sendDownload(reply, document, inhoud)
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
  return receiveChecked(request, receiveFolder, bijlageMax, async ({ file, ...known }) => {
    const opslagsleutel = newFileKey(ctx.organisatie.code)
    try {
      await files.put(opslagsleutel, file)
      return await write(ctx, (w) => addZaakdocument(w, zaakId, { ...known, titel: known.bestandsnaam, opslagsleutel }))
    } catch (error) {
      await files.remove(opslagsleutel).catch(() => {})
      throw error
    }
  })
}
