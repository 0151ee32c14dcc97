import type { NieuwContact } from '#contract/relatieinvoer.ts'
import { findBagAdres } from '#server/koppelingen/bag/store.ts'
import { dagVan } from '#server/platform/clock.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { adresVelden, kiesStandaard, normalizeDigitaalAdres } from './bereikbaarheid.ts'
import { insertAdressen, insertDigitaleAdressen, insertRekeningnummers } from './onderdelen/store.ts'

/** The addresses, numbers and bank accounts of a new partij, from today. */
export async function insertBereikbaarheid(w: WriteContext, partijId: string, input: NieuwContact): Promise<void> {
  const vandaag = dagVan(w.now)
  const adressen = []
  for (const invoer of input.adressen) {
    const bekend = invoer.nummeraanduidingId ? await findBagAdres(w.tx, invoer.nummeraanduidingId) : undefined
    const velden = adresVelden(invoer, bekend)
    adressen.push({ id: newId(), partij_id: partijId, ...velden, begindatum: velden.begindatum ?? vandaag })
  }
  await insertAdressen(w.tx, adressen)
  await insertDigitaleAdressen(
    w.tx,
    kiesStandaard(input.digitaleAdressen).map((invoer) => {
      const read = normalizeDigitaalAdres(invoer.soort, invoer.adres)
      return {
        id: newId(),
        partij_id: partijId,
        soort: invoer.soort,
        adres: invoer.adres,
        genormaliseerd: read.ok ? read.genormaliseerd : invoer.adres,
        omschrijving: invoer.omschrijving,
        is_standaard: invoer.isStandaard,
        voorkeur: invoer.voorkeur,
        verificatie_datum: invoer.verificatieDatum,
        begindatum: vandaag,
      }
    }),
  )
  const voorkeur = input.rekeningnummers.findLast((rekening) => rekening.voorkeur) ?? input.rekeningnummers[0]
  await insertRekeningnummers(
    w.tx,
    input.rekeningnummers.map((rekening) => ({
      id: newId(),
      partij_id: partijId,
      iban: rekening.iban,
      bic: rekening.bic,
      tenaamstelling: rekening.tenaamstelling,
      voorkeur: rekening === voorkeur,
      begindatum: vandaag,
    })),
  )
}
