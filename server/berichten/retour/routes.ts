import { createHash, timingSafeEqual } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import * as contract from '#contract/berichten.ts'
import { notFound, notSignedIn } from '#server/platform/errors.ts'
import { receiveFolderOf } from '#server/platform/files/fileStore.ts'
import { receiveUpload } from '#server/platform/files/multipart.ts'
import { systemActor } from '#server/platform/http/context.ts'
import type { Http } from '#server/platform/http/handle.ts'
import type { Services } from '#server/slice.ts'
import { verwerkRetour } from './verwerkRetour.ts'

/** A report of a mail server holds at most the mail that it is about. */
const hoogstens = 1024 * 1024

export function retourRoutes(http: Http, { config }: Pick<Services, 'config'>): void {
  http.raw(contract.neemRetour, async ({ ctx, request, reply }) => {
    if (!config.retourSleutel) throw notFound()
    const gegeven = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? ''
    if (!timingSafeEqual(hash(gegeven), hash(config.retourSleutel))) throw notSignedIn()
    const { file } = await receiveUpload(request, receiveFolderOf(config), hoogstens)
    try {
      const verwerkt = await verwerkRetour({ ...ctx, actor: systemActor }, await readFile(file.path, 'utf8'))
      return reply.send({ verwerkt })
    } finally {
      await rm(file.path, { force: true })
    }
  })
}

const hash = (tekst: string) => createHash('sha256').update(tekst).digest()
