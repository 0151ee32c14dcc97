import type { AnswerOf } from '#contract/endpoint.ts'
import type { getThuis } from '#contract/portaal/thuis.ts'
import { dagVan } from '#server/platform/clock.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { findLopendeStoringen } from '#server/storingen/index.ts'
import { findEenheden } from '#server/wonen/index.ts'
import { listAanbod } from '../processen/aanbod.ts'
import { listConcepten } from '../processen/concepten.ts'
import { loopt, type Toegang } from '../toegang/toegang.ts'
import { aanbodVan } from '../zaken/delingen.ts'
import { leesZaken } from '../zaken/rijen.ts'
import { selectZaken } from '../zaken/store.ts'

/** As many as the first page shows; the rest is on the page of zaken. */
const opThuis = 20

/** The first page: what to do, what is going on, what can be arranged, what to know. */
export async function leesThuis(ctx: ReadContext, toegang: Toegang): Promise<AnswerOf<typeof getThuis>> {
  const aanbod = await aanbodVan(ctx.db)
  const [zaken, regelen, concepten, meldingen] = await Promise.all([
    selectZaken(ctx.db, toegang, aanbod.delingen, { status: 'lopend', na: undefined, aantal: opThuis }),
    listAanbod(ctx, toegang),
    listConcepten(ctx, toegang),
    meldingenVan(ctx, toegang),
  ])
  const gelezen = await leesZaken(ctx, toegang, aanbod, zaken.slice(0, opThuis))
  await logVerwerking(ctx, {
    actie: 'inzien',
    doel: 'Eigen overzicht bekijken',
    objectSoort: 'partij',
    objectId: toegang.partijId,
    partijIds: [toegang.partijId],
  })
  return {
    doen: gelezen.flatMap(({ zaak, taken }) =>
      taken.map((taak) => ({ ...taak, zaaknummer: zaak.nummer, zaakTitel: zaak.omschrijving })),
    ),
    loopt: gelezen.map(({ rij }) => rij),
    meer: zaken.length > opThuis,
    regelen,
    concepten,
    meldingen,
    afspraken: gelezen.flatMap(({ afspraken }) => afspraken).sort((a, b) => a.begin.localeCompare(b.begin)),
  }
}

/** Disturbances in the complexes where he rents a home today. */
async function meldingenVan(ctx: ReadContext, { contracten }: Toegang) {
  const hier = contracten
    .filter((contract) => loopt(contract, dagVan(ctx.now)))
    .flatMap(({ eenheidId }) => eenheidId ?? [])
  const eenheden = await findEenheden(ctx.db, [...new Set(hier)])
  const complexen = [...new Set([...eenheden.values()].flatMap(({ complex_id }) => complex_id ?? []))]
  return (await findLopendeStoringen(ctx.db, complexen)).map((row) => ({
    id: row.id,
    soort: 'storing' as const,
    titel: row.naam,
    tekst: row.tekst,
    sinds: row.begonnen_op.toISOString(),
    verwachtKlaar: row.verwacht_klaar_op,
    voorbij: row.klaar_op !== null,
  }))
}
