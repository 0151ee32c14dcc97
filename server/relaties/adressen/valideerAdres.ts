import { findBagAdres } from '#server/koppelingen/bag/store.ts'
import { invalid, notFound } from '#server/platform/errors.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { laadPartij, type PartijGeheel } from '../laadPartij.ts'
import { meldWijziging } from '../meldWijziging.ts'
import { lockActievePartij } from '../onderdelen/onderdeel.ts'
import { updateOnderdeel } from '../onderdelen/store.ts'
import { selectAdres } from './store.ts'

type Keuze = { nummeraanduidingId: string } | { handmatig: true; reden: string }

/** Repairs an address that was saved while the BAG was out of reach, or says that it is right as it is. */
export async function valideerAdres(w: WriteContext, adresId: string, keuze: Keuze): Promise<PartijGeheel> {
  const adres = await selectAdres(w.db, adresId)
  if (!adres) throw notFound()
  await lockActievePartij(w, adres.partij_id)
  if ('handmatig' in keuze) {
    await updateOnderdeel(w.tx, 'partij_adres', adresId, { validatie: 'handmatig' })
  } else {
    const bag = await findBagAdres(w.tx, keuze.nummeraanduidingId)
    if (!bag) throw invalid('nummeraanduidingId', 'onbekend', 'Zoek het adres eerst op en kies het uit de lijst.')
    await updateOnderdeel(w.tx, 'partij_adres', adresId, {
      straatnaam: bag.straatnaam,
      huisnummer: bag.huisnummer,
      huisletter: bag.huisletter,
      toevoeging: bag.toevoeging,
      postcode: bag.postcode,
      woonplaats: bag.woonplaats,
      land: 'NL',
      nummeraanduiding_id: bag.nummeraanduidingId,
      validatie: 'gevalideerd',
    })
  }
  await meldWijziging(w, adres.partij_id)
  return await laadPartij(w.db, adres.partij_id)
}
