import * as contract from '#contract/procesbestanden.ts'
import { conflict, notFound } from '#server/platform/errors.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import type { Http } from '#server/platform/http/handle.ts'
import { getZaak } from '#server/zaken/index.ts'
import { selectInstantieVan, selectWacht } from '../store.ts'
import { selectGeldend } from '../versies/store.ts'
import { type Opslag, ontvang } from './ontvang.ts'

export function bestandRoutes(http: Http, opslag: Opslag): void {
  http.raw(contract.uploadStartbestand, async ({ params, ctx, request, reply }) => {
    if ((await selectGeldend(ctx.db, params.proces)).length === 0) throw notFound()
    const bestand = await ontvang(ctx, opslag, request, null)
    return reply.code(201).send(contract.uploadStartbestand.response.parse(bestand))
  })
  http.raw(contract.uploadStapbestand, async ({ params, ctx, request, reply }) => {
    await eisWachtend(ctx, params.id, params.element)
    const bestand = await ontvang(ctx, opslag, request, params.id)
    return reply.code(201).send(contract.uploadStapbestand.response.parse(bestand))
  })
}

/** @throws 404 for who may not see the zaak, 409 for a step that does not wait */
async function eisWachtend(ctx: ReadContext, zaakId: string, element: string): Promise<void> {
  await getZaak(ctx, zaakId)
  const instantie = await selectInstantieVan(ctx.db, zaakId)
  if (!instantie) throw notFound()
  if (!(await selectWacht(ctx.db, instantie.id)).some((each) => each.element === element))
    throw conflict('stap-voorbij', 'Deze stap is al gedaan, of niet meer nodig.')
}
