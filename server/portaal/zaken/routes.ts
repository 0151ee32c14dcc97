import * as contract from '#contract/portaal/zaken.ts'
import type { FileStore } from '#server/platform/files/fileStore.ts'
import type { KlantHttp } from '../http.ts'
import { meldNietOpgelost, trekIn, verzet, vulAan } from './acties.ts'
import { stuurAgenda, stuurDocument } from './download.ts'
import { leesZaak, listZaken } from './zaak.ts'

export function zaakRoutes(klant: KlantHttp, { files }: { files: FileStore }): void {
  klant.read(contract.listPortaalZaken, ({ query, ctx, toegang }) => listZaken(ctx, toegang, query))
  klant.read(contract.getPortaalZaak, ({ params, ctx, toegang }) => leesZaak(ctx, toegang, params.id))
  klant.raw(contract.downloadPortaalDocument, ({ params, ctx, toegang, request, reply }) =>
    stuurDocument(ctx, toegang, files, params, request, reply),
  )
  klant.raw(contract.downloadPortaalAgenda, ({ params, ctx, toegang, reply }) =>
    stuurAgenda(ctx, toegang, params.id, reply),
  )
  klant.write(contract.vulPortaalZaakAan, async ({ params, body, w, toegang }) => {
    await vulAan(w, toegang, params.id, body)
    return leesZaak(w, toegang, params.id)
  })
  klant.write(contract.trekPortaalZaakIn, async ({ params, body, w, toegang }) => {
    await trekIn(w, toegang, params.id, body)
    return leesZaak(w, toegang, params.id)
  })
  klant.write(contract.meldTochNietOpgelost, async ({ params, body, w, toegang }) => {
    await meldNietOpgelost(w, toegang, params.id, body)
    return leesZaak(w, toegang, params.id)
  })
  klant.write(contract.verzetPortaalAfspraak, async ({ params, w, toegang }) => {
    await verzet(w, toegang, params.id)
    return leesZaak(w, toegang, params.id)
  })
}
