import * as contract from '#contract/klantcontacten.ts'
import { notFound } from '#server/platform/errors.ts'
import type { Http } from '#server/platform/http/handle.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { mayViewKlantcontact } from './mayView.ts'
import { presentKlantcontact } from './presentKlantcontact.ts'
import { setPortaal } from './setPortaal.ts'
import { selectBetrokkenen, selectKlantcontact } from './store.ts'

export function klantcontactRoutes(http: Http): void {
  http.read(contract.getKlantcontact, async ({ params, ctx }) => {
    const row = await selectKlantcontact(ctx.db, params.id)
    if (!row || !mayViewKlantcontact(ctx.actor, row)) throw notFound()
    const betrokkenen = await selectBetrokkenen(ctx.db, [row.id])
    await logVerwerking(ctx, {
      actie: 'inzien',
      doel: 'Contactmoment lezen',
      objectSoort: 'klantcontact',
      objectId: row.id,
      partijIds: betrokkenen.flatMap((betrokkene) => betrokkene.partij_id ?? []),
    })
    return presentKlantcontact(ctx.db, ctx.actor, row)
  })

  http.write(contract.setPortaal, async ({ params, body, versie, w }) =>
    presentKlantcontact(w.db, w.actor, await setPortaal(w, params.id, versie, body.toonInPortaal)),
  )
}
