import * as contract from '#contract/taken.ts'
import { notFound } from '#server/platform/errors.ts'
import type { Http } from '#server/platform/http/handle.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { addTaak } from './addTaak.ts'
import { claimTaak } from './claimTaak.ts'
import { cancelTaak, finishTaak, fulfilBelofte } from './finishTaak.ts'
import { countTaken, listBeloften, listTaken } from './listTaken.ts'
import { presentTaak } from './presentTaak.ts'
import { mayViewTaak } from './regels/mayTaak.ts'
import { selectTaak } from './store.ts'
import { assignTaak, forwardTaak, releaseTaak } from './verdeelTaak.ts'
import { addNotitie, changeTaak, setStatus } from './werkAanTaak.ts'

export function taakRoutes(http: Http): void {
  http.read(contract.listTaken, ({ query, ctx }) => listTaken(ctx, query))
  http.read(contract.countTaken, ({ ctx }) => countTaken(ctx))
  http.read(contract.listBeloften, ({ query, ctx }) => listBeloften(ctx, query))

  http.read(contract.getTaak, async ({ params, ctx }) => {
    const taak = await selectTaak(ctx.db, params.id)
    if (!taak || !mayViewTaak(ctx.actor, taak)) throw notFound()
    await logVerwerking(ctx, {
      actie: 'inzien',
      doel: 'Taak lezen',
      objectSoort: 'taak',
      objectId: taak.id,
      partijIds: taak.partij_id ? [taak.partij_id] : [],
    })
    return presentTaak(ctx, taak)
  })

  http.write(contract.createTaak, async ({ body, w }) => presentTaak(w, await addTaak(w, body)))
  http.write(contract.updateTaak, async ({ params, versie, body, w }) =>
    presentTaak(w, await changeTaak(w, params.id, versie, body)),
  )
  http.write(contract.claimTaak, async ({ params, w }) => presentTaak(w, await claimTaak(w, params.id)))
  http.write(contract.releaseTaak, async ({ params, versie, body, w }) =>
    presentTaak(w, await releaseTaak(w, params.id, versie, body.toelichting)),
  )
  http.write(contract.assignTaak, async ({ params, versie, body, w }) =>
    presentTaak(w, await assignTaak(w, params.id, versie, body)),
  )
  http.write(contract.forwardTaak, async ({ params, versie, body, w }) => {
    const taak = await forwardTaak(w, params.id, versie, body)
    // The last look of who passed it on: it may be out of his sight from now on.
    return presentTaak(w, taak)
  })
  http.write(contract.addNotitie, async ({ params, body, w }) => presentTaak(w, await addNotitie(w, params.id, body)))
  http.write(contract.setTaakStatus, async ({ params, versie, body, w }) =>
    presentTaak(w, await setStatus(w, params.id, versie, body)),
  )
  http.write(contract.finishTaak, async ({ params, versie, body, w }) =>
    presentTaak(w, await finishTaak(w, params.id, versie, body)),
  )
  http.write(contract.cancelTaak, async ({ params, versie, body, w }) =>
    presentTaak(w, await cancelTaak(w, params.id, versie, body.reden)),
  )
  http.write(contract.fulfilBelofte, async ({ params, versie, body, w }) =>
    presentTaak(w, await fulfilBelofte(w, params.id, versie, body)),
  )
}
