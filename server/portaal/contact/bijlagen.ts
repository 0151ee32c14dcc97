import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ContactBijlage } from '#contract/portaal/contact.ts'
import { type BijlageOpslag, listBijlagenVan, receiveBijlage } from '#server/klantcontacten/index.ts'
import { notFound } from '#server/platform/errors.ts'
import { openStored, sendDownload } from '#server/platform/files/sendDownload.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { alsSysteem } from '../http.ts'
import { zonderScript } from '../processen/bestand.ts'
import { eisDomein, type Toegang } from '../toegang/toegang.ts'
import { conceptVan } from './conceptVan.ts'
import { eisDraad } from './leesContact.ts'
import { zonderHerkomst } from './zonderHerkomst.ts'

/** A file for a question that is being written; it hangs on a draft that only this account has. */
export async function ontvangBijlage(
  ctx: ReadContext,
  toegang: Toegang,
  opslag: BijlageOpslag,
  gekozen: string,
  request: FastifyRequest,
): Promise<ContactBijlage> {
  eisDomein(toegang, 'contact')
  const concept = conceptVan(toegang.klant.accountId, gekozen)
  const row = await receiveBijlage(
    alsSysteem(ctx),
    opslag,
    concept,
    request,
    async () => {},
    async (gekeurd) => zonderHerkomst(await zonderScript(gekeurd)),
  )
  return { id: row.id, bestandsnaam: row.bestandsnaam, mediatype: row.mediatype, omvang: Number(row.omvang) }
}

/** @throws 404 when the thread is not his, or the file is of another one */
export async function stuurBijlage(
  ctx: ReadContext,
  toegang: Toegang,
  { files }: Pick<BijlageOpslag, 'files'>,
  { id, bijlageId }: { id: string; bijlageId: string },
  reply: FastifyReply,
): Promise<FastifyReply> {
  const posts = await eisDraad(ctx, toegang, id)
  const bijlagen = await listBijlagenVan(
    ctx.db,
    posts.map((post) => post.id),
  )
  const bijlage = bijlagen.find((each) => each.id === bijlageId && each.klaar)
  if (!bijlage) throw notFound()
  const inhoud = await openStored(files, bijlage)
  await logVerwerking(ctx, {
    actie: 'inzien',
    doel: 'Bijlage downloaden',
    objectSoort: 'bijlage',
    objectId: bijlage.id,
    partijIds: [toegang.partijId],
  })
  return sendDownload(reply, bijlage, inhoud)
}
