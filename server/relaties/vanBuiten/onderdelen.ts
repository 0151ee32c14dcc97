import type { AdresSoort, DigitaalAdresSoort } from '#contract/relatieinvoer.ts'
import { findBagAdres } from '#server/koppelingen/bag/store.ts'
import { dagVan } from '#server/platform/clock.ts'
import { invalid } from '#server/platform/errors.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { adresVelden, normalizeDigitaalAdres } from '../bereikbaarheid.ts'
import { meldWijziging } from '../meldWijziging.ts'
import { lockActievePartij } from '../onderdelen/onderdeel.ts'
import { clearStandaard, clearVoorkeur, insertAdressen, updateOnderdeel } from '../onderdelen/store.ts'
import * as store from './store.ts'

export type AdresVanBuiten = {
  straatnaam: string
  huisnummer: number | null
  huisletter: string
  toevoeging: string
  postcode: string
  woonplaats: string
  land: string
  adresregels: string[]
  nummeraanduidingId: string | null
}

/**
 * The address of one of these soorten becomes this one; null ends it. Who moves keeps his earlier address as history.
 * @param soorten the first is that of a new address
 */
export async function zetAdres(
  w: WriteContext,
  partijId: string,
  soorten: readonly [AdresSoort, ...AdresSoort[]],
  adres: AdresVanBuiten | null,
): Promise<void> {
  await lockActievePartij(w, partijId)
  const vandaag = dagVan(w.now)
  const was = await store.selectLopendAdres(w.db, partijId, soorten, vandaag)
  const gisteren = Temporal.PlainDate.from(vandaag).subtract({ days: 1 }).toString()
  const nieuwVandaag = was?.begindatum != null && was.begindatum >= vandaag
  if (was && !(adres && nieuwVandaag)) {
    const einddatum = was.begindatum && was.begindatum > gisteren ? was.begindatum : gisteren
    await updateOnderdeel(w.tx, 'partij_adres', was.id, { einddatum })
  }
  if (adres) {
    const bekend = adres.nummeraanduidingId ? await findBagAdres(w.tx, adres.nummeraanduidingId) : undefined
    const invoer = { ...adres, soort: was?.soort ?? soorten[0], handmatig: false, begindatum: vandaag, einddatum: null }
    // What the BAG here does not know is kept with the number that came with it.
    const velden = bekend
      ? adresVelden(invoer, bekend)
      : { ...adresVelden(invoer, undefined), nummeraanduiding_id: adres.nummeraanduidingId }
    if (was && nieuwVandaag) await updateOnderdeel(w.tx, 'partij_adres', was.id, velden)
    else await insertAdressen(w.tx, [{ id: newId(), partij_id: partijId, ...velden }])
  }
  await meldWijziging(w, partijId)
}

export type DigitaalAdresVanBuiten = {
  /** Null: of nobody whom we know (yet). */
  partijId: string | null
  /** Given at one contact. */
  betrokkeneId: string | null
  soort: DigitaalAdresSoort
  adres: string
  omschrijving: string
  referentie: string
  isStandaard: boolean
  verificatieDatum: string | null
}

/** Makes or changes a number or e-mail address. @returns its id */
export async function bewaarDigitaalAdres(
  w: WriteContext,
  id: string | null,
  input: DigitaalAdresVanBuiten,
): Promise<string> {
  const read = normalizeDigitaalAdres(input.soort, input.adres)
  if (!read.ok) throw invalid('adres', 'invalid', read.reden)
  const was = id ? await store.selectLosDigitaalAdres(w.db, id) : undefined
  for (const partijId of partijenVan(was?.partij_id, input.partijId)) await lockActievePartij(w, partijId)
  const { partijId, referentie, soort } = input
  if (input.isStandaard && !partijId)
    throw invalid('isStandaardAdres', 'invalid', 'Alleen een adres van een partij kan het standaardadres zijn.')
  const nieuw = id ?? newId()
  if (
    partijId &&
    referentie &&
    !(await store.isReferentieVrij(w.db, { partijId, soort, referentie, behalveId: nieuw }))
  )
    throw invalid('referentie', 'unique', 'Deze partij heeft al een adres van deze soort met deze referentie.')
  if (partijId && input.isStandaard) await clearStandaard(w.tx, partijId, soort, nieuw)
  const velden = {
    partij_id: partijId,
    betrokkene_id: input.betrokkeneId,
    soort,
    adres: input.adres,
    genormaliseerd: read.genormaliseerd,
    omschrijving: input.omschrijving,
    referentie,
    is_standaard: input.isStandaard,
    verificatie_datum: input.verificatieDatum,
  }
  // The preference is that of one klant; it does not come along to another.
  if (was)
    await store.updateLosDigitaalAdres(w.tx, nieuw, {
      ...velden,
      ...(was.partij_id !== partijId && { voorkeur: false }),
    })
  else await store.insertLosDigitaalAdres(w.tx, { id: nieuw, ...velden, begindatum: dagVan(w.now) })
  await meld(w, partijenVan(was?.partij_id, partijId))
  return nieuw
}

export async function verwijderDigitaalAdres(w: WriteContext, id: string): Promise<void> {
  const was = await store.selectLosDigitaalAdres(w.db, id)
  for (const partijId of partijenVan(was?.partij_id)) await lockActievePartij(w, partijId)
  await store.deleteDigitaalAdres(w.tx, id)
  await meld(w, partijenVan(was?.partij_id))
}

/** What was given at a contact stays, when that betrokkene goes. */
export const maakLosVanBetrokkene = (w: WriteContext, betrokkeneId: string) =>
  store.detachBetrokkene(w.tx, betrokkeneId)

export type RekeningnummerVanBuiten = { partijId: string | null; iban: string; bic: string | null }

export async function bewaarRekeningnummer(
  w: WriteContext,
  id: string | null,
  input: RekeningnummerVanBuiten,
): Promise<string> {
  const was = id ? await store.selectPartijVan(w.db, 'rekeningnummer', id) : undefined
  for (const partijId of partijenVan(was, input.partijId)) await lockActievePartij(w, partijId)
  const nieuw = id ?? newId()
  const verhuist = was !== undefined && was !== input.partijId
  await store.saveRekeningnummer(w.tx, {
    id: nieuw,
    partij_id: input.partijId,
    iban: input.iban,
    bic: input.bic,
    ...((!id || verhuist) && { voorkeur: false }),
    ...(!id && { begindatum: dagVan(w.now) }),
  })
  await meld(w, partijenVan(was, input.partijId))
  return nieuw
}

export async function verwijderRekeningnummer(w: WriteContext, id: string): Promise<void> {
  const was = await store.selectPartijVan(w.db, 'rekeningnummer', id)
  for (const partijId of partijenVan(was)) await lockActievePartij(w, partijId)
  await store.deleteRekeningnummer(w.tx, id)
  await meld(w, partijenVan(was))
}

/** The one that this klant prefers above all; null: none. */
export async function zetVoorkeur(
  w: WriteContext,
  tabel: 'digitaal_adres' | 'rekeningnummer',
  partijId: string,
  id: string | null,
): Promise<void> {
  await lockActievePartij(w, partijId)
  await clearVoorkeur(w.tx, tabel, partijId, id)
  if (id) await updateOnderdeel(w.tx, tabel, id, { voorkeur: true })
  await meld(w, [partijId])
}

const partijenVan = (...ids: (string | null | undefined)[]): string[] =>
  [...new Set(ids.filter((id) => typeof id === 'string'))].sort()

async function meld(w: WriteContext, partijIds: readonly string[]): Promise<void> {
  for (const partijId of partijIds) await meldWijziging(w, partijId)
}
