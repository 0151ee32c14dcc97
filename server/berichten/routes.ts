import { z } from 'zod'
import * as contract from '#contract/berichten.ts'
import { notFound } from '#server/platform/errors.ts'
import { sendDownload } from '#server/platform/files/sendDownload.ts'
import { page, readCursor } from '#server/platform/http/cursor.ts'
import type { Http } from '#server/platform/http/handle.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { laadPartij } from '#server/relaties/index.ts'
import type { Services } from '#server/slice.ts'
import { afmeldRoutes } from './afmelden/routes.ts'
import { maakBrief } from './brief.ts'
import { getBericht, printBericht, resendBericht } from './opnieuw.ts'
import { presentBericht, presentBerichtRijen, presentPostbus } from './present.ts'
import { herstelAdres } from './retour/onbestelbaar.ts'
import { onbestelbaarVan } from './retour/onbestelbaarVan.ts'
import { retourRoutes } from './retour/routes.ts'
import { selectBerichten, selectPostbus } from './store.ts'

const Cursor = z.tuple([z.iso.datetime(), z.uuid()])

export function berichtRoutes(http: Http, services: Pick<Services, 'config'>): void {
  afmeldRoutes(http)
  retourRoutes(http, services)

  http.read(contract.listBerichten, async ({ query, ctx }) => {
    const { na, aantal, partijId, ...rest } = query
    // Without anything to look at it is the list of what a person has to do something about.
    const status = rest.status ?? (partijId || rest.zaakId || rest.kanaal || rest.terug ? undefined : 'mislukt')
    const filter = { ...rest, status, partijIds: partijId ? [partijId] : undefined }
    const rows = await selectBerichten(ctx.db, ctx.actor, filter, { na: readCursor(Cursor, na), aantal })
    const { rijen, volgende } = page(rows, aantal, (row) => [row.aangemaakt_op.toISOString(), row.id])
    return { rijen: await presentBerichtRijen(ctx.db, rijen), ...(volgende && { volgende }) }
  })

  http.read(contract.getBericht, async ({ params, ctx }) => {
    const bericht = await getBericht(ctx, params.id)
    await logVerwerking(ctx, {
      actie: 'inzien',
      doel: 'Bericht lezen',
      objectSoort: 'bericht',
      objectId: bericht.id,
      partijIds: bericht.partij_id ? [bericht.partij_id] : [],
    })
    return presentBericht(ctx.db, bericht)
  })
  http.write(contract.resendBericht, async ({ params, w }) => presentBericht(w.db, await resendBericht(w, params.id)))
  http.write(contract.printBericht, async ({ params, w }) => presentBericht(w.db, await printBericht(w, params.id)))

  http.write(contract.herstelAdres, async ({ params, body: { adres }, w }) => {
    const van = await onbestelbaarVan(w, await laadPartij(w.db, params.id))
    if (!van.some((each) => each.adres === adres.toLowerCase())) throw notFound()
    await logVerwerking(w, {
      actie: 'wijzigen',
      doel: 'Adres werkt weer',
      objectSoort: 'partij',
      objectId: params.id,
      partijIds: [params.id],
    })
    return { hersteld: await herstelAdres(w, adres) }
  })

  http.raw(contract.downloadBrief, async ({ params, ctx, reply }) => {
    const bericht = await getBericht(ctx, params.id)
    const pdf = await maakBrief(ctx, bericht)
    await logVerwerking(ctx, {
      actie: 'inzien',
      doel: 'Bericht als brief',
      objectSoort: 'bericht',
      objectId: bericht.id,
      partijIds: bericht.partij_id ? [bericht.partij_id] : [],
    })
    const brief = { bestandsnaam: `${bericht.onderwerp}.pdf`, mediatype: 'application/pdf', omvang: pdf.length }
    return sendDownload(reply, brief, pdf)
  })

  http.read(contract.listPostbus, async ({ query, ctx }) => {
    // Everywhere else mail is between us and the klant, and no business of an administrator.
    if (!ctx.organisatie.demo) throw notFound()
    const rows = await selectPostbus(ctx.db, { na: readCursor(Cursor, query.na), aantal: query.aantal })
    const { rijen, volgende } = page(rows, query.aantal, (row) => [row.op.toISOString(), row.bericht_id])
    return { rijen: rijen.map(presentPostbus), ...(volgende && { volgende }) }
  })
}
