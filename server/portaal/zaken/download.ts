import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { agendaVoorZaak } from '#server/afspraken/index.ts'
import { notFound } from '#server/platform/errors.ts'
import type { FileStore } from '#server/platform/files/fileStore.ts'
import { openStored, sendDownload } from '#server/platform/files/sendDownload.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import type { Toegang } from '../toegang/toegang.ts'
import { selectDocumenten } from './store.ts'
import { eisZaak } from './zaak.ts'

/** @throws 404 when the zaak is not his, or the document is not meant for customers */
export async function stuurDocument(
  ctx: ReadContext,
  toegang: Toegang,
  files: FileStore,
  { id, documentId }: { id: string; documentId: string },
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { zaak } = await eisZaak(ctx, toegang, id)
  const document = (await selectDocumenten(ctx.db, zaak.id)).find((each) => each.id === documentId)
  if (!document) throw notFound()
  const omvang = Number(document.omvang)
  const deel = bereikVan(request.headers.range, omvang)
  if (deel === 'onmogelijk') return reply.code(416).header('Content-Range', `bytes */${omvang}`).send()
  const inhoud = await openStored(files, document)
  await logVerwerking(ctx, {
    actie: 'inzien',
    doel: 'Eigen document downloaden',
    objectSoort: 'zaak_document',
    objectId: document.id,
    partijIds: [toegang.partijId],
  })
  reply.header('Accept-Ranges', 'bytes')
  if (!deel) return sendDownload(reply, { ...document, omvang }, inhoud)
  const [van, tot] = deel
  reply.code(206).header('Content-Range', `bytes ${van}-${tot}/${omvang}`)
  return sendDownload(reply, { ...document, omvang: tot - van + 1 }, Readable.from(alleen(inhoud, van, tot)))
}

/** One range, as a reader of PDFs asks (RFC 9110 §14.2); what it does not know is answered with everything. */
function bereikVan(header: string | undefined, omvang: number): [van: number, tot: number] | 'onmogelijk' | undefined {
  const [, begin = '', eind = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? []
  if (!begin && !eind) return undefined
  const van = begin ? Number(begin) : Math.max(0, omvang - Number(eind))
  const tot = begin && eind ? Math.min(Number(eind), omvang - 1) : omvang - 1
  return van > tot || van >= omvang ? 'onmogelijk' : [van, tot]
}

async function* alleen(inhoud: Readable, van: number, tot: number): AsyncGenerator<Buffer> {
  let plek = 0
  for await (const stuk of inhoud as AsyncIterable<Buffer>) {
    const eind = plek + stuk.length
    if (eind > van) yield stuk.subarray(Math.max(0, van - plek), Math.max(0, Math.min(stuk.length, tot - plek + 1)))
    plek = eind
    if (plek > tot) return
  }
}

/** Appointments of one zaak, to put in the calendar of a telephone. @throws 404 also when there is none */
export async function stuurAgenda(
  ctx: ReadContext,
  toegang: Toegang,
  id: string,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { zaak } = await eisZaak(ctx, toegang, id)
  // The same as goes along with a message: the calendar then knows that it is one appointment.
  const agenda = await agendaVoorZaak(ctx, zaak.id)
  if (!agenda) throw notFound()
  const tekst = Buffer.from(agenda)
  const bestand = { bestandsnaam: `afspraak-${zaak.nummer}.ics`, mediatype: 'text/calendar; charset=utf-8' }
  return sendDownload(reply, { ...bestand, omvang: tekst.length }, tekst)
}
