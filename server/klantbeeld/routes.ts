import * as contract from '#contract/klantbeeld.ts'
import { csvMediaType, type Kolom, writeCsv } from '#server/platform/csv/csv.ts'
import type { Http } from '#server/platform/http/handle.ts'
import { checkChain } from '#server/platform/verwerkingenlog/checkChain.ts'
import { getKlantbeeld } from './beeld/klantbeeld.ts'
import { listTijdlijn } from './tijdlijn/tijdlijn.ts'
import { getMijnWerk } from './vandaag/mijnWerk.ts'
import { getVandaag } from './vandaag/vandaag.ts'
import { exportVerwerkingen, listVerwerkingen } from './verwerkingenlog/list.ts'
import { zoekVoor } from './zoeken/zoeken.ts'

export function klantbeeldRoutes(http: Http): void {
  http.read(contract.zoeken, async ({ query, ctx }) => zoekVoor(ctx, query))
  http.read(contract.klantbeeld, async ({ params, ctx }) => getKlantbeeld(ctx, params.id))
  http.read(contract.tijdlijn, async ({ params, query, ctx }) => listTijdlijn(ctx, params.id, query))
  http.read(contract.vandaag, async ({ ctx }) => getVandaag(ctx))
  http.read(contract.mijnWerk, async ({ ctx }) => getMijnWerk(ctx))
  http.read(contract.verwerkingenlog, async ({ query, ctx }) => listVerwerkingen(ctx, query))
  http.raw(contract.verwerkingenlogExport, async ({ query, ctx, reply }) => {
    const rijen = await exportVerwerkingen(ctx, query)
    return reply
      .type(csvMediaType)
      .header('Content-Disposition', 'attachment; filename="verwerkingenlog.csv"')
      .send(writeCsv(kolommen, rijen))
  })
  http.read(contract.verwerkingenlogControle, async ({ query, ctx }) =>
    checkChain(ctx.db, query.alles ? {} : { laatste: snel }),
  )
}

/** Checked within a second; the whole chain on request, and by `rondom doctor`. */
const snel = 20_000

const kolommen: Kolom<contract.Verwerking>[] = [
  { kop: 'Moment', cel: (rij) => new Date(rij.op) },
  { kop: 'Medewerker', cel: (rij) => rij.actor },
  { kop: 'Actie', cel: (rij) => rij.actie },
  { kop: 'Doel', cel: (rij) => rij.doel },
  { kop: 'Soort gegeven', cel: (rij) => rij.objectSoort },
  { kop: 'Kenmerk', cel: (rij) => rij.objectId },
  { kop: 'Contactnummers', cel: (rij) => rij.partijen.map(({ nummer }) => nummer).join(' ') },
  { kop: 'Betrokkenen', cel: (rij) => rij.partijen.map(({ naam }) => naam).join(', ') },
  { kop: 'Verzegeld', cel: (rij) => rij.verzegeld },
  { kop: 'Regel', cel: (rij) => rij.id },
]
