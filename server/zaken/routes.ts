import * as contract from '#contract/zaken.ts'
import { findMedewerkers } from '#server/beheer/index.ts'
import { sendCsv } from '#server/platform/csv/sendCsv.ts'
import { notFound } from '#server/platform/errors.ts'
import type { Http } from '#server/platform/http/handle.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { changeZaak } from './changeZaak.ts'
import { type Opslag, receiveDocument, sendDocument } from './documenten.ts'
import { maakLos } from './hoofdzaak.ts'
import { selectZaakstappen, selectZaaktypen } from './listStore.ts'
import { exportZaken, listTermijnen, listZaken } from './listZaken.ts'
import { presentDocument, presentZaak } from './presentZaak.ts'
import { magZaakZien } from './regels/magZaak.ts'
import { selectZaak } from './store.ts'

export function zaakRoutes(http: Http, opslag: Opslag): void {
  http.read(contract.listZaken, ({ query, ctx }) => listZaken(ctx, query))
  http.raw(contract.exportZaken, async ({ query, ctx, reply }) =>
    sendCsv(reply, 'zaken', await exportZaken(ctx, query)),
  )
  http.read(contract.listZaaktypen, async ({ ctx }) => ({ rijen: await selectZaaktypen(ctx.db) }))
  http.read(contract.listZaakstappen, async ({ query, ctx }) => ({
    rijen: await selectZaakstappen(ctx.db, ctx.actor, query.zaaktype),
  }))
  http.read(contract.listTermijnen, ({ query, ctx }) => listTermijnen(ctx, query))

  http.read(contract.getZaak, async ({ params, ctx }) => {
    const zaak = await selectZaak(ctx.db, params.id)
    if (!zaak || !magZaakZien(ctx.actor, zaak)) throw notFound()
    await logVerwerking(ctx, {
      actie: 'inzien',
      doel: 'Zaak lezen',
      objectSoort: 'zaak',
      objectId: zaak.id,
      partijIds: zaak.partij_id ? [zaak.partij_id] : [],
    })
    return presentZaak(ctx, zaak)
  })
  http.write(contract.updateZaak, async ({ params, versie, body, w }) =>
    presentZaak(w, await changeZaak(w, params.id, versie, body)),
  )
  http.write(contract.ontkoppelZaak, async ({ params, versie, w }) =>
    presentZaak(w, await maakLos(w, params.id, versie)),
  )

  http.raw(contract.downloadZaakdocument, ({ params, ctx, reply }) => sendDocument(ctx, opslag, params, reply))
  http.raw(contract.uploadZaakdocument, async ({ params, ctx, request, reply }) => {
    const row = await receiveDocument(ctx, opslag, params.id, request)
    const document = presentDocument(row, await findMedewerkers(ctx.db, [row.medewerker_id]))
    return reply.code(201).send(contract.uploadZaakdocument.response.parse(document))
  })
}
