import * as contract from '#contract/klantcontacten.ts'
import { DomainError, notFound } from '#server/platform/errors.ts'
import { attachmentHeader } from '#server/platform/files/bestandsnaam.ts'
import { FileMissing, type FileStore } from '#server/platform/files/fileStore.ts'
import type { Http } from '#server/platform/http/handle.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { selectKlantcontact } from '../store.ts'
import { mayReadBijlage, mayRemoveBijlage } from './mayBijlage.ts'
import { abandonBijlagen, findBijlage } from './store.ts'

export function bijlageRoutes(http: Http, files: FileStore): void {
  http.raw(contract.downloadBijlage, async ({ params, ctx, reply }) => {
    const bijlage = await findBijlage(ctx.db, params.id)
    const klantcontact = bijlage?.klantcontact_id
      ? await selectKlantcontact(ctx.db, bijlage.klantcontact_id)
      : undefined
    if (!bijlage || !mayReadBijlage(ctx.actor, bijlage, klantcontact)) throw notFound()
    const stream = await files.open(bijlage.opslagsleutel).catch((error) => {
      if (error instanceof FileMissing) throw missing()
      throw error
    })
    await logVerwerking(ctx, {
      actie: 'inzien',
      doel: 'Bijlage downloaden',
      objectSoort: 'bijlage',
      objectId: bijlage.id,
      partijIds: [],
    })
    return reply
      .header('Content-Disposition', attachmentHeader(bijlage.bestandsnaam))
      .header('Content-Security-Policy', "sandbox; default-src 'none'")
      .header('X-Content-Type-Options', 'nosniff')
      .header('Content-Length', String(bijlage.omvang))
      .type(bijlage.mediatype)
      .send(stream)
  })

  http.write(contract.removeBijlage, async ({ params, w }) => {
    const bijlage = await findBijlage(w.db, params.id)
    if (!bijlage || !mayRemoveBijlage(w.actor, bijlage)) throw notFound()
    await abandonBijlagen(w.tx, { id: bijlage.id })
    return undefined
  })
}

const missing = () =>
  new DomainError(
    404,
    'bestand-ontbreekt',
    'Dit bestand ontbreekt in de opslag. Meld dit bij uw functioneel beheerder.',
  )
