import {
  lijstNietGevalideerd,
  valideerAdres as valideerEndpoint,
  zoekAdres as zoekEndpoint,
} from '#contract/adressen.ts'
import { Id } from '#contract/vormen.ts'
import type { Http } from '#server/platform/http/handle.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import type { Bag } from '../bag.ts'
import { findPartijen } from '../getPartij.ts'
import { presentKort, presentPartij, weergaveVan } from '../present.ts'
import { selectNietGevalideerd } from './store.ts'
import { valideerAdres } from './valideerAdres.ts'
import { zoekAdres } from './zoekAdres.ts'

export function adresRoutes(http: Http, bag: Bag): void {
  http.read(zoekEndpoint, ({ query, ctx }) => zoekAdres(ctx, bag, query.invoer))
  http.read(lijstNietGevalideerd, async ({ query, ctx }) => {
    // A cursor that is no id came from elsewhere: start at the beginning.
    const na = Id.safeParse(query.na).data
    const rows = await selectNietGevalideerd(ctx.db, na, query.aantal)
    const shown = rows.slice(0, query.aantal)
    const partijen = await findPartijen(
      ctx.db,
      shown.map((row) => row.partij_id),
    )
    await logVerwerking(ctx, {
      actie: 'inzien',
      doel: 'Adressen controleren',
      objectSoort: 'adres',
      partijIds: [...partijen.keys()],
    })
    const last = shown.at(-1)
    return {
      rijen: shown.map((row) => ({
        id: row.id,
        partij: presentKort(partijen.get(row.partij_id)),
        weergave: weergaveVan(row),
        invoer: `${row.postcode}${row.huisnummer ?? ''}${row.huisletter}${row.toevoeging}`,
        sinds: row.begindatum,
        versie: row.versie,
      })),
      ...(rows.length > shown.length && last && { volgende: last.id }),
    }
  })
  http.write(valideerEndpoint, async ({ params, body, w }) => presentPartij(await valideerAdres(w, params.id, body)))
}
