import * as contract from '#contract/klantcontacten.ts'
import { notFound } from '#server/platform/errors.ts'
import type { FileStore } from '#server/platform/files/fileStore.ts'
import { openStored, sendDownload } from '#server/platform/files/sendDownload.ts'
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
    const inhoud = await openStored(files, bijlage)
    await logVerwerking(ctx, {
      actie: 'inzien',
      doel: 'Bijlage downloaden',
      objectSoort: 'bijlage',
      objectId: bijlage.id,
      partijIds: [],
    })
    return sendDownload(reply, bijlage, inhoud)
  })

  http.write(contract.removeBijlage, async ({ params, w }) => {
    const bijlage = await findBijlage(w.db, params.id)
    if (!bijlage || !mayRemoveBijlage(w.actor, bijlage)) throw notFound()
    await abandonBijlagen(w.tx, { id: bijlage.id })
    return undefined
  })
}
