import { write } from '#server/platform/db/write.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { type EenheidUitErp, verversComplexen, verversEenheden } from '#server/wonen/index.ts'
import type { Erp, Stuk } from './erp.ts'
import type { Eenheidgegevens } from './verhuur.ts'

/** A corporation has tens of thousands of homes; an ERP that goes on giving pages for ever is broken. */
const hoogstensStukken = 5_000

/**
 * Brings homes and complexes up to date with the ERP, page by page, each page in a transaction of its own: what was
 * broken off is done at the next round.
 * @returns how many homes were new or different
 * @throws ErpStoring
 */
export async function verversWonen(ctx: ReadContext, erp: Erp): Promise<number> {
  await perStuk(
    (cursor) => erp.complexen.lijst(ctx, cursor),
    (rijen) => write(ctx, (w) => verversComplexen(w, rijen)),
  )
  let anders = 0
  await perStuk(
    (cursor) => erp.eenheden.lijst(ctx, cursor),
    async (rijen) => {
      // Without a street or a place one cannot go there; it is not something that a tenant lives in.
      const bruikbaar = rijen.filter(({ straatnaam, woonplaats }) => straatnaam !== '' && woonplaats !== '')
      anders += await write(ctx, (w) => verversEenheden(w, bruikbaar.map(uitErp)))
    },
  )
  return anders
}

async function perStuk<T>(
  haal: (cursor: string | undefined) => Promise<Stuk<T>>,
  doe: (rijen: T[]) => Promise<unknown>,
): Promise<void> {
  let cursor: string | undefined
  for (let stuk = 0; stuk < hoogstensStukken; stuk++) {
    const gelezen = await haal(cursor)
    await doe(gelezen.rijen)
    if (gelezen.cursor === undefined) return
    cursor = gelezen.cursor
  }
  throw new Error('the ERP goes on giving pages')
}

function uitErp(eenheid: Eenheidgegevens): EenheidUitErp {
  const { id: _, huisnummer, brutohuurCent: _huur, ...rest } = eenheid
  const nummer = /^\d{1,5}$/.test(huisnummer) ? Number(huisnummer) : undefined
  const oppervlakte = rest.oppervlakte === undefined ? undefined : Math.round(rest.oppervlakte)
  return { ...rest, huisnummer: nummer, oppervlakte }
}
