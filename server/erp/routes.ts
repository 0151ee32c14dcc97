import { leesReparaties, type Reparatie, type Reparaties } from '#contract/erp.ts'
import type { Http } from '#server/platform/http/handle.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { getEenheid } from '#server/wonen/index.ts'
import type { Erp } from './erp.ts'
import { ErpStoring } from './fouten.ts'
import type { Onderhoudsverzoek } from './onderhoud.ts'

const hoogstens = 50

export function erpRoutes(http: Http, erp: Erp): void {
  http.read(leesReparaties, async ({ params, ctx }): Promise<Reparaties> => {
    const eenheid = await getEenheid(ctx.db, params.id)
    await logVerwerking(ctx, {
      actie: 'inzien',
      doel: 'Klant helpen',
      objectSoort: 'eenheid',
      objectId: eenheid.id,
      partijIds: [],
    })
    if (erp.stand().soort === 'uit') return { eenheidId: eenheid.id, erp: 'uit', melding: '', reparaties: [] }
    try {
      const verzoeken = await erp.onderhoudsverzoeken.vanEenheid(ctx, eenheid.code)
      return { eenheidId: eenheid.id, erp: 'werkt', melding: '', reparaties: presentReparaties(verzoeken) }
    } catch (error) {
      if (!(error instanceof ErpStoring)) throw error
      return { eenheidId: eenheid.id, erp: 'storing', melding: error.message, reparaties: [] }
    }
  })
}

/** Technically ready is not over yet for the tenant: it may not be solved. */
const klaar = new Set(['FIN', 'AFG', 'GEA'])

function presentReparaties(verzoeken: Onderhoudsverzoek[]): Reparatie[] {
  return verzoeken
    .map(({ id, nummer, omschrijving, gemeldOp, status }) => ({
      id,
      nummer,
      omschrijving,
      gemeldOp: gemeldOp ?? null,
      status,
      loopt: !klaar.has(status),
    }))
    .sort((a, b) => Number(b.loopt) - Number(a.loopt))
    .slice(0, hoogstens)
}
