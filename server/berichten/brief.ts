import { datumInWoorden } from '#contract/regels/datumInWoorden.ts'
import { allInstellingen } from '#server/beheer/index.ts'
import { dagVan } from '#server/platform/clock.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { maakPdf } from '#server/platform/pdf/maakPdf.ts'
import { findZaken } from '#server/zaken/index.ts'
import type { BerichtRow } from './tables.ts'

/** The message as a letter, on the paper of the organisatie. */
export async function maakBrief(ctx: ReadContext, bericht: BerichtRow): Promise<Buffer> {
  const zaak = bericht.zaak_id ? (await findZaken(ctx.db, [bericht.zaak_id])).get(bericht.zaak_id) : undefined
  const datum = dagVan(bericht.aangemaakt_op)
  const { pdf } = await maakPdf({
    titel: bericht.onderwerp,
    taal: bericht.taal,
    layout: 'brief',
    markdown: bericht.tekst,
    datum,
    aan: [bericht.aan_naam, ...bericht.aan.split('\n')].filter(Boolean),
    briefhoofd: await briefhoofdVan(ctx),
    kenmerken: [
      ['Datum', datumInWoorden(datum)],
      ['Ons kenmerk', zaak?.nummer],
    ],
  })
  return pdf
}

/** Who writes, as it stands above every letter. */
export async function briefhoofdVan(ctx: Pick<ReadContext, 'db' | 'organisatie'>) {
  const { briefhoofd } = await allInstellingen(ctx.db)
  return {
    naam: ctx.organisatie.naam,
    regels: briefhoofd
      .split('|')
      .map((regel) => regel.trim())
      .filter(Boolean),
  }
}
