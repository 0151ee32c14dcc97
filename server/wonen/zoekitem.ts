import type { ZoekItem } from '#server/platform/search/item.ts'
import { sleutelNummer, sleutelsAdres } from '#server/platform/search/sleutels.ts'
import { adresVan } from './present.ts'
import type { ComplexRow, EenheidRow } from './tables.ts'

/** A home is found by its address, its code and the name of its complex. */
export function zoekItemVanEenheid(eenheid: EenheidRow, complex: ComplexRow | undefined): ZoekItem {
  return {
    soort: 'eenheid',
    objectId: eenheid.id,
    titel: adresVan(eenheid),
    ondertitel: [eenheid.code, complex?.naam].filter(Boolean).join(' · '),
    woorden: [eenheid.straatnaam, eenheid.woonplaats, complex?.naam ?? ''].filter(Boolean),
    sleutels: [sleutelNummer(eenheid.code), ...sleutelsAdres(eenheid)],
    gewicht: eenheid.status === 'VEH' ? 40 : 30,
    teamId: null,
    medewerkerId: null,
    vertrouwelijk: false,
    gegevens: { code: eenheid.code, status: eenheid.status },
  }
}
