import * as contract from '#contract/gesprekken.ts'
import { uploadBijlage } from '#contract/klantcontacten.ts'
import { type BijlageOpslag, presentBijlage, receiveBijlage } from '#server/klantcontacten/index.ts'
import { notFound } from '#server/platform/errors.ts'
import type { Http } from '#server/platform/http/handle.ts'
import { discardGesprek, saveGesprek } from './bewaarGesprek.ts'
import { presentGesprek, presentTabs } from './present.ts'
import { maxGesprekken, startGesprek } from './startGesprek.ts'
import { findConcept, lockConcept, selectConcepten } from './store.ts'
import { voltooiGesprek } from './voltooiGesprek.ts'

export function gesprekRoutes(http: Http, opslag: BijlageOpslag): void {
  http.read(contract.listGesprekken, async ({ ctx }) => ({
    gesprekken: await presentTabs(ctx, await selectConcepten(ctx.db, ctx.actor.medewerkerId, maxGesprekken)),
  }))

  http.write(contract.startGesprek, async ({ body, w }) => presentGesprek(w, await startGesprek(w, body)))

  http.read(contract.getGesprek, async ({ params, ctx }) => {
    const concept = await findConcept(ctx.db, params.id, ctx.actor.medewerkerId)
    if (!concept) throw notFound()
    return presentGesprek(ctx, concept)
  })

  http.write(contract.saveGesprek, async ({ params, versie, body, w }) =>
    presentGesprek(w, await saveGesprek(w, params.id, versie, body)),
  )

  http.write(contract.discardGesprek, async ({ params, versie, w }) => {
    await discardGesprek(w, params.id, versie)
    return undefined
  })

  http.write(contract.completeGesprek, ({ params, versie, body, w }) => voltooiGesprek(w, params.id, versie, body))

  http.raw(uploadBijlage, async ({ params, ctx, request, reply }) => {
    const bijlage = await receiveBijlage(ctx, opslag, params.id, request, async (w) => {
      if (!(await lockConcept(w.tx, params.id, w.actor.medewerkerId))) throw notFound()
    })
    return reply.code(201).send(uploadBijlage.response.parse(presentBijlage(bijlage)))
  })
}
