import * as contract from '#contract/procesinzicht.ts'
import { sendCsv } from '#server/platform/csv/sendCsv.ts'
import type { Http } from '#server/platform/http/handle.ts'
import { inzichtCsv, listInzichtprocessen, procesinzicht } from './inzicht.ts'

/** Figures without persons: nothing to write in the verwerkingenlog. */
export function inzichtRoutes(http: Http): void {
  http.read(contract.listInzichtprocessen, async ({ ctx }) => ({ rijen: await listInzichtprocessen(ctx) }))
  http.read(contract.getProcesinzicht, ({ params, query, ctx }) => procesinzicht(ctx, params.proces, query))
  http.raw(contract.exportProcesinzicht, async ({ params, query: { tabel, ...periode }, ctx, reply }) =>
    sendCsv(reply, `${params.proces}-${tabel}`, inzichtCsv(await procesinzicht(ctx, params.proces, periode), tabel)),
  )
}
