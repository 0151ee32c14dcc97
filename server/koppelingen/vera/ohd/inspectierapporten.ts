import { z } from 'zod'
import type { Erp, Inspectierapport } from '#server/erp/index.ts'
import type { Resource, Vera } from '../vera.ts'
import { huuropzeggingen, planInspectie } from '../vhe/huuropzeggingen.ts'
import { alsCode, code, codeUit, gevuld, lijst, Sleutels, sleutels, wel } from '../waarden.ts'
import { onderhoudsorders } from './onderhoudsorders.ts'
import { defectbericht } from './onderhoudsverzoeken.ts'

const Bericht = z.object({
  ...sleutels,
  id: z.string(),
  soort: codeUit('EIN', 'REP', 'STE', 'VOO'),
  status: codeUit('CON', 'DEF', 'GET', 'REV', 'VAL'),
  omschrijving: wel(z.string()),
  inspectieOrder: wel(Sleutels),
  geconstateerdeDefecten: lijst(
    z.object({ soort: code, omschrijving: wel(z.string()), locatie: code, oorzaak: code, eenheid: wel(Sleutels) }),
  ),
  voorgesteldeOnderhoudstaken: lijst(z.object({ omschrijving: wel(z.string()), specialisme: code })),
})
type Bericht = z.output<typeof Bericht>

const resource: Resource<Bericht> = {
  keten: 'ohd',
  pad: 'inspectierapporten',
  naam: 'inspectierapporten',
  bericht: Bericht,
}

export function inspecties(vera: Vera): Erp['inspecties'] {
  return {
    plan: (ctx, sleutel, nieuw) => planInspectie(vera, ctx, sleutel, nieuw),
    /** A report names the order of its inspection; the huuropzegging names the verzoek that the orders belong to. */
    async rapportenVan(ctx, huuropzeggingId) {
      const opzegging = await huuropzeggingen(vera).haal(ctx, huuropzeggingId)
      if (!opzegging?.verzoekId) return []
      const rapporten: Inspectierapport[] = []
      for (const order of await onderhoudsorders(vera).vanVerzoek(ctx, opzegging.verzoekId)) {
        if (order.soort !== 'INS') continue
        const filter = { 'inspectieOrder.id': order.id }
        const gevonden = await vera.lijst(ctx, resource, filter, (each) => each.inspectieOrder?.id === order.id)
        rapporten.push(...gevonden.map(rapportVan))
      }
      return rapporten
    },
    async maakRapport(ctx, sleutel, nieuw) {
      const { bericht } = await vera.maak(
        ctx,
        resource,
        sleutel,
        gevuld({
          soort: alsCode(nieuw.soort),
          status: alsCode(nieuw.status),
          omschrijving: nieuw.omschrijving,
          inspectieOrder: nieuw.orderId === undefined ? undefined : { id: nieuw.orderId },
          geconstateerdeDefecten: nieuw.herstelpunten.map((punt) =>
            gevuld({ ...defectbericht(punt), eenheid: alsCode(punt.eenheidCode) }),
          ),
        }),
      )
      return rapportVan(bericht)
    },
  }
}

function rapportVan(bericht: Bericht): Inspectierapport {
  return {
    id: bericht.id,
    nummer: bericht.code ?? bericht.id,
    soort: bericht.soort,
    status: bericht.status,
    omschrijving: bericht.omschrijving ?? '',
    orderId: bericht.inspectieOrder?.id,
    herstelpunten: bericht.geconstateerdeDefecten.map(({ eenheid, ...defect }) => ({
      ...defect,
      eenheidCode: eenheid?.code,
    })),
    voorgesteldeTaken: bericht.voorgesteldeOnderhoudstaken.map(({ omschrijving, specialisme }) => ({
      omschrijving: omschrijving ?? '',
      specialisme,
    })),
  }
}
