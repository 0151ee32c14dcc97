import type { Klantbeeld } from '#contract/klantbeeld.ts'
import { adresregels } from '#contract/regels/adresweergave.ts'
import { rolNaam } from '#contract/relatiecodes.ts'
import type { Woning } from '#server/wonen/index.ts'

/** The contracts as the klantbeeld shows them; the running ones first. */
export function presentWonen(woningen: Woning[]): Klantbeeld['wonen'] {
  return woningen.map(({ overeenkomst, eenheid, complex, rol, actueel }) => ({
    id: overeenkomst.id,
    nummer: overeenkomst.nummer,
    soort: overeenkomst.soort,
    status: overeenkomst.status,
    rol,
    rolNaam: rolNaam(rol),
    begindatum: overeenkomst.begindatum,
    einddatum: overeenkomst.einddatum,
    lopend: actueel,
    brutohuurCent: overeenkomst.brutohuur_cent,
    betaalwijze: overeenkomst.betaalwijze,
    eenheid: eenheid
      ? {
          id: eenheid.id,
          code: eenheid.code,
          soort: eenheid.soort,
          adres: adresregels({ ...eenheid, straat: eenheid.straatnaam, postcode: '', woonplaats: '' })[0] ?? '',
          postcode: eenheid.postcode,
          woonplaats: eenheid.woonplaats,
          bouwjaar: eenheid.bouwjaar,
          oppervlakte: eenheid.oppervlakte,
          kamers: eenheid.kamers,
          energielabel: eenheid.energielabel,
        }
      : null,
    complex: complex ? { id: complex.id, code: complex.code, naam: complex.naam } : null,
  }))
}
