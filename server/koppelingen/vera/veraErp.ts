import type { Erp } from '#server/erp/index.ts'
import { boekingen, debiteuren } from './bfg/boekingen.ts'
import { overeenkomsten } from './bog/overeenkomsten.ts'
import { complexen, eenheden } from './bvg/eenheden.ts'
import { afspraakOpties } from './ohd/afspraakOpties.ts'
import { afspraken } from './ohd/afspraken.ts'
import { onderdelen } from './ohd/bouwkundigElementen.ts'
import { inspecties } from './ohd/inspectierapporten.ts'
import { onderhoudsorders } from './ohd/onderhoudsorders.ts'
import { onderhoudsverzoeken } from './ohd/onderhoudsverzoeken.ts'
import { maakVera } from './vera.ts'
import { maakVerbinding, type VerbindingOpties } from './verbinding.ts'
import { huuropzeggingen } from './vhe/huuropzeggingen.ts'

/** The ERP port over VERA 4.3, in the Ketenprocessen OHD, VHE, BOG, BFG and BVG. */
export function veraErp(opties: VerbindingOpties): Erp {
  const verbinding = maakVerbinding(opties)
  const vera = maakVera(verbinding)
  return {
    async ping(ctx) {
      await verbinding.vraag(ctx, { keten: 'ohd', pad: 'ping' })
    },
    stand() {
      const { werkt, sinds, melding } = verbinding.stand()
      return werkt ? { soort: 'werkt' } : { soort: 'storing', sinds, melding: melding ?? '' }
    },
    onderhoudsverzoeken: onderhoudsverzoeken(vera),
    afspraakOpties: afspraakOpties(vera),
    afspraken: afspraken(vera),
    onderhoudsorders: onderhoudsorders(vera),
    huuropzeggingen: huuropzeggingen(vera),
    inspecties: inspecties(vera),
    overeenkomsten: overeenkomsten(vera),
    eenheden: { ...eenheden(vera), onderdelen: onderdelen(vera) },
    complexen: complexen(vera),
    boekingen: boekingen(vera),
    debiteuren: debiteuren(vera),
  }
}
