import type { AnswerOf, QueryOf } from '#contract/endpoint.ts'
import type { getEnquetes } from '#contract/enquetes.ts'
import { addDagen } from '#contract/regels/werkdagen.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { findZaken, magZaakZien } from '#server/zaken/index.ts'
import { selectOpmerkingen, selectResultaten } from './store.ts'

const laatste = 50

/** Averages of everybody, and what was written: without a name, and with the zaak only for who may see it. */
export async function leesResultaten(
  ctx: ReadContext,
  { zaaktype, van, tot }: QueryOf<typeof getEnquetes>,
): Promise<AnswerOf<typeof getEnquetes>> {
  const periode = { zaaktype, vanaf: beginVan(van), tot: beginVan(tot && addDagen(tot, 1)) }
  const [processen, rows] = [await selectResultaten(ctx.db, periode), await selectOpmerkingen(ctx.db, periode, laatste)]
  const zaken = await findZaken(
    ctx.db,
    rows.map((row) => row.zaak_id),
  )
  const opmerkingen = rows.flatMap((row) => {
    const zaak = zaken.get(row.zaak_id)
    // What was said in confidence is not for the list either.
    if (!zaak || row.score === null || !row.beantwoord_op || !magZaakZien(ctx.actor, zaak)) return []
    return {
      id: row.id,
      zaaktypeNaam: row.zaaktype_naam,
      score: row.score,
      opgelost: row.opgelost,
      opmerking: row.opmerking,
      beantwoordOp: row.beantwoord_op.toISOString(),
      zaak: { id: zaak.id, nummer: zaak.nummer },
    }
  })
  await logVerwerking(ctx, {
    actie: 'inzien',
    doel: 'Klanttevredenheid meten',
    objectSoort: 'enquete',
    partijIds: rows.flatMap(({ partij_id }) => partij_id ?? []),
  })
  return { processen, opmerkingen }
}

/** Midnight in the Netherlands. */
const beginVan = (dag: string | undefined) =>
  dag === undefined
    ? undefined
    : new Date(Temporal.PlainDate.from(dag).toZonedDateTime('Europe/Amsterdam').epochMilliseconds)
