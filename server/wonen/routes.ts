import { rolNaam } from '#contract/relatiecodes.ts'
import { leesComplex, leesEenheid, leesWonenVan } from '#contract/wonen.ts'
import { dagVan } from '#server/platform/clock.ts'
import { notFound } from '#server/platform/errors.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import type { Http } from '#server/platform/http/handle.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { findPartijen, getPartij, type PartijRow } from '#server/relaties/index.ts'
import { getEenheid } from './getEenheid.ts'
import { presentEenheidKort, presentOvereenkomst, presentWoning } from './present.ts'
import { selectComplex, selectComplexen, selectEenhedenVan, selectOvereenkomstenOp, selectPartijenIn } from './store.ts'
import { wonenVan } from './wonenVan.ts'

const hoogstens = 500

export function wonenRoutes(http: Http): void {
  http.read(leesWonenVan, async ({ params, ctx }) => {
    await getPartij(ctx.db, params.id)
    const woningen = await wonenVan(ctx.db, params.id, dagVan(ctx.now))
    await logInzien(ctx, 'partij', params.id, [params.id])
    return { woningen: woningen.map(presentWoning) }
  })
  http.read(leesEenheid, async ({ params, ctx }) => {
    const eenheid = await getEenheid(ctx.db, params.id)
    const [complex] = eenheid.complex_id ? await selectComplexen(ctx.db, [eenheid.complex_id]) : []
    const overeenkomsten = await selectOvereenkomstenOp(ctx.db, eenheid.id)
    const rollen = await selectPartijenIn(
      ctx.db,
      overeenkomsten.map((row) => row.id),
    )
    const partijen = await findPartijen(
      ctx.db,
      rollen.map((row) => row.partij_id),
    )
    await logInzien(ctx, 'eenheid', eenheid.id, [...partijen.keys()])
    return {
      ...presentEenheidKort(eenheid),
      detailsoort: eenheid.detailsoort,
      straatnaam: eenheid.straatnaam,
      huisnummer: eenheid.huisnummer,
      huisletter: eenheid.huisletter,
      toevoeging: eenheid.toevoeging,
      postcode: eenheid.postcode,
      woonplaats: eenheid.woonplaats,
      bouwjaar: eenheid.bouwjaar,
      oppervlakte: eenheid.oppervlakte,
      kamers: eenheid.kamers,
      energielabel: eenheid.energielabel,
      complex: complex ? { id: complex.id, code: complex.code, naam: complex.naam } : null,
      overeenkomsten: overeenkomsten.map((row) => ({
        ...presentOvereenkomst(row),
        partijen: rollen
          .filter((rol) => rol.overeenkomst_id === row.id)
          .flatMap((rol) => {
            const partij = partijen.get(rol.partij_id)
            return partij ? [{ ...rol, partij: kort(partij), rolNaam: rolNaam(rol.rol) }] : []
          }),
      })),
      bijgewerktOp: eenheid.bijgewerkt_op.toISOString(),
    }
  })
  http.read(leesComplex, async ({ params, ctx }) => {
    const complex = await selectComplex(ctx.db, params.id)
    if (!complex) throw notFound()
    const eenheden = await selectEenhedenVan(ctx.db, complex.id, hoogstens + 1)
    return {
      ...complex,
      eenheden: eenheden.slice(0, hoogstens).map(presentEenheidKort),
      meer: eenheden.length > hoogstens,
    }
  })
}

function kort({ id, nummer, naam, soort }: PartijRow) {
  return { id, nummer, naam, soort }
}

async function logInzien(ctx: ReadContext, objectSoort: string, objectId: string, partijIds: string[]): Promise<void> {
  await logVerwerking(ctx, { actie: 'inzien', doel: 'Klant helpen', objectSoort, objectId, partijIds })
}
