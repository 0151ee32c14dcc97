import type { Erp } from './erp.ts'
import { ErpStoring } from './fouten.ts'

/** For an installation without an ERP (`RONDOM_ERP=uit`): every question is answered with the same sentence. */
export const geenErp: Erp = {
  ping: weiger,
  stand: () => ({ soort: 'uit' }),
  onderhoudsverzoeken: { maak: weiger, haal: weiger, vanEenheid: weiger, annuleer: weiger },
  afspraakOpties: weiger,
  afspraken: { boek: weiger, verzet: weiger, annuleer: weiger, haal: weiger },
  onderhoudsorders: { haal: weiger, vanVerzoek: weiger, gewijzigdSinds: weiger },
  huuropzeggingen: { maak: weiger, haal: weiger, wijzig: weiger },
  inspecties: { plan: weiger, rapportenVan: weiger, maakRapport: weiger },
  overeenkomsten: { haal: weiger, wijzig: weiger },
  eenheden: { haal: weiger, lijst: weiger, onderdelen: weiger },
  complexen: { lijst: weiger },
  boekingen: { vanOvereenkomst: weiger, maak: weiger },
  debiteuren: { haal: weiger },
}

async function weiger(): Promise<never> {
  throw new ErpStoring('uit', 'Er is geen ERP aangesloten. Uw beheerder kan dat instellen met RONDOM_ERP_URL.')
}
