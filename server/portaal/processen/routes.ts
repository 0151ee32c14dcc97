import * as contract from '#contract/portaal/processen.ts'
import type { FileStore } from '#server/platform/files/fileStore.ts'
import type { KlantHttp } from '../http.ts'
import { listAanbod } from './aanbod.ts'
import { ontvangBestand } from './bestand.ts'
import { bewaarConcept, leesConcept, listConcepten, verwijderConcept } from './concepten.ts'
import { leesStartformulier, start } from './start.ts'
import { leesTaak, voltooiTaak } from './taken.ts'

export function procesRoutes(klant: KlantHttp, opslag: { files: FileStore; receiveFolder: string }): void {
  klant.read(contract.listPortaalProcessen, async ({ ctx, toegang }) => ({ rijen: await listAanbod(ctx, toegang) }))
  klant.read(contract.getPortaalStartformulier, ({ params, query, ctx, toegang }) =>
    leesStartformulier(ctx, toegang, params.proces, query.overeenkomstId),
  )
  klant.write(contract.startPortaalProces, ({ params, body, w, toegang }) => start(w, toegang, params.proces, body))

  klant.read(contract.listConcepten, async ({ ctx, toegang }) => ({ rijen: await listConcepten(ctx, toegang) }))
  klant.read(contract.getConcept, ({ params, ctx, toegang }) => leesConcept(ctx, toegang, params.id))
  klant.write(contract.bewaarConcept, ({ params, body, versie, w, toegang }) =>
    bewaarConcept(w, toegang, params.id, versie, body),
  )
  klant.write(contract.verwijderConcept, async ({ params, w, toegang }) => {
    await verwijderConcept(w, toegang, params.id)
    return undefined
  })

  klant.raw(contract.uploadPortaalBestand, async ({ ctx, request, reply }) => {
    reply.code(201)
    return ontvangBestand(ctx, opslag, request)
  })

  klant.read(contract.getPortaalTaak, ({ params, ctx, toegang }) => leesTaak(ctx, toegang, params.id))
  klant.write(contract.voltooiPortaalTaak, ({ params, body, w, toegang }) =>
    voltooiTaak(w, toegang, params.id, body.antwoorden),
  )
}
