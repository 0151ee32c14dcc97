import type { AdresInvoer, DigitaalAdresInvoer, RekeningnummerInvoer } from '#contract/relatieinvoer.ts'
import { findBagAdres } from '#server/koppelingen/bag/store.ts'
import { dagVan } from '#server/platform/clock.ts'
import { invalid } from '#server/platform/errors.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { adresVelden, normalizeDigitaalAdres } from '../bereikbaarheid.ts'
import { laadPartij, type PartijGeheel } from '../laadPartij.ts'
import { meldWijziging } from '../meldWijziging.ts'
import { changeOnderdeel, dagVoor, lockActievePartij, type Welk } from './onderdeel.ts'
import {
  clearStandaard,
  clearVoorkeur,
  insertAdressen,
  insertDigitaleAdressen,
  insertRekeningnummers,
  selectOnderdelen,
  updateOnderdeel,
} from './store.ts'

export async function addDigitaalAdres(
  w: WriteContext,
  partijId: string,
  invoer: DigitaalAdresInvoer,
): Promise<PartijGeheel> {
  await lockActievePartij(w, partijId)
  const { digitaleAdressen } = await selectOnderdelen(w.db, partijId)
  const eersteVanSoort = !digitaleAdressen.some((each) => each.soort === invoer.soort && each.einddatum === null)
  await makeRoom(w, partijId, invoer, null)
  await insertDigitaleAdressen(w.tx, [
    {
      id: newId(),
      partij_id: partijId,
      ...digitaalVelden(invoer),
      is_standaard: invoer.isStandaard || eersteVanSoort,
      begindatum: dagVan(w.now),
    },
  ])
  return await changed(w, partijId)
}

export async function changeDigitaalAdres(
  w: WriteContext,
  welk: Welk,
  invoer: DigitaalAdresInvoer,
): Promise<PartijGeheel> {
  return await changeOnderdeel(w, 'digitaal_adres', welk, async (was) => {
    await makeRoom(w, welk.id, invoer, was.id)
    // An ended number is history: it can be corrected, but it is nobody's standard.
    const lopend = was.einddatum === null
    await updateOnderdeel(w.tx, 'digitaal_adres', was.id, {
      ...digitaalVelden(invoer),
      is_standaard: lopend && invoer.isStandaard,
      voorkeur: lopend && invoer.voorkeur,
    })
  })
}

function digitaalVelden(invoer: DigitaalAdresInvoer) {
  const read = normalizeDigitaalAdres(invoer.soort, invoer.adres)
  if (!read.ok) throw invalid('adres', invoer.soort, read.reden)
  return {
    soort: invoer.soort,
    adres: invoer.adres,
    genormaliseerd: read.genormaliseerd,
    omschrijving: invoer.omschrijving,
    is_standaard: invoer.isStandaard,
    voorkeur: invoer.voorkeur,
    verificatie_datum: invoer.verificatieDatum,
  }
}

async function makeRoom(
  w: WriteContext,
  partijId: string,
  invoer: DigitaalAdresInvoer,
  behalveId: string | null,
): Promise<void> {
  if (invoer.isStandaard) await clearStandaard(w.tx, partijId, invoer.soort, behalveId)
  if (invoer.voorkeur) await clearVoorkeur(w.tx, 'digitaal_adres', partijId, behalveId)
}

/** Who moves gets a new address; the one of the same soort ends the day before. */
export async function addAdres(w: WriteContext, partijId: string, invoer: AdresInvoer): Promise<PartijGeheel> {
  await lockActievePartij(w, partijId)
  const begindatum = invoer.begindatum ?? dagVan(w.now)
  const velden = { ...(await readAdres(w, invoer)), begindatum }
  const { adressen } = await selectOnderdelen(w.db, partijId)
  for (const vorige of adressen) {
    const loopt = vorige.soort === invoer.soort && vorige.einddatum === null
    if (loopt && (vorige.begindatum === null || vorige.begindatum < begindatum)) {
      await updateOnderdeel(w.tx, 'partij_adres', vorige.id, { einddatum: dagVoor(begindatum) })
    }
  }
  await insertAdressen(w.tx, [{ id: newId(), partij_id: partijId, ...velden }])
  return await changed(w, partijId)
}

export async function changeAdres(w: WriteContext, welk: Welk, invoer: AdresInvoer): Promise<PartijGeheel> {
  return await changeOnderdeel(w, 'partij_adres', welk, async (was) => {
    const velden = await readAdres(w, invoer)
    await updateOnderdeel(w.tx, 'partij_adres', was.id, { ...velden, begindatum: velden.begindatum ?? was.begindatum })
  })
}

async function readAdres(w: WriteContext, invoer: AdresInvoer) {
  const bekend = invoer.nummeraanduidingId ? await findBagAdres(w.tx, invoer.nummeraanduidingId) : undefined
  return adresVelden(invoer, bekend)
}

export async function addRekeningnummer(
  w: WriteContext,
  partijId: string,
  invoer: RekeningnummerInvoer,
): Promise<PartijGeheel> {
  await lockActievePartij(w, partijId)
  const { rekeningnummers } = await selectOnderdelen(w.db, partijId)
  const eerste = !rekeningnummers.some((each) => each.einddatum === null)
  if (invoer.voorkeur) await clearVoorkeur(w.tx, 'rekeningnummer', partijId, null)
  await insertRekeningnummers(w.tx, [
    { id: newId(), partij_id: partijId, ...invoer, voorkeur: invoer.voorkeur || eerste, begindatum: dagVan(w.now) },
  ])
  return await changed(w, partijId)
}

export async function changeRekeningnummer(
  w: WriteContext,
  welk: Welk,
  invoer: RekeningnummerInvoer,
): Promise<PartijGeheel> {
  return await changeOnderdeel(w, 'rekeningnummer', welk, async (was) => {
    if (invoer.voorkeur) await clearVoorkeur(w.tx, 'rekeningnummer', welk.id, was.id)
    await updateOnderdeel(w.tx, 'rekeningnummer', was.id, {
      ...invoer,
      voorkeur: invoer.voorkeur && was.einddatum === null,
    })
  })
}

async function changed(w: WriteContext, partijId: string): Promise<PartijGeheel> {
  await meldWijziging(w, partijId)
  return await laadPartij(w.db, partijId)
}
