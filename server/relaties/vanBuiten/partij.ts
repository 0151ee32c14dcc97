import { explainInUse } from '#server/platform/db/constraints.ts'
import { conflict } from '#server/platform/errors.ts'
import { emit } from '#server/platform/events/emit.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { removeZoekItem } from '#server/platform/search/index.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { getPartijVanSoort } from '../getPartij.ts'
import { meldWijziging } from '../meldWijziging.ts'
import { aanhefcodeVan, eigennaamVan, type Naamgeving, naamVan, persoonsnaam } from '../naamgeving.ts'
import { lockActievePartij } from '../onderdelen/onderdeel.ts'
import { naamvolgorde } from '../sorteernamen/naamvolgorde.ts'
import {
  insertOrganisatie,
  insertPartij,
  insertPersoon,
  updateOrganisatie,
  updatePartij,
  updatePersoon,
} from '../store.ts'
import { deletePartij } from './store.ts'

/** A name as other software has it: any part may be empty. */
export type NaamVanBuiten = { initialen: string; voornaam: string; tussenvoegsels: string; achternaam: string }

export type PartijVanBuiten = {
  persoon?: NaamVanBuiten
  organisatienaam?: string
  /** Of a contactpersoon. */
  werktVoorId?: string | null
  geheimhouding?: boolean
  actief?: boolean
  voorkeurstaal?: string
  interneNotitie?: string
}

/** What other software registers; an employee fills in more than may be asked of it. @returns its id */
export async function maakPartijVanBuiten(
  w: WriteContext,
  soort: 'persoon' | 'organisatie' | 'contactpersoon',
  input: PartijVanBuiten,
): Promise<string> {
  const id = newId()
  await insertPartij(w.tx, {
    ...(await naamgevingVan(w, input, soort)),
    id,
    soort,
    aanhefcode: aanhefcodeVan(soort === 'persoon' ? 'persoon' : 'overig', undefined, null),
    ...eigenVelden(input),
    aangemaakt_op: w.now,
    gewijzigd_op: w.now,
  })
  if (soort === 'organisatie') await insertOrganisatie(w.tx, id, input.organisatienaam ?? '')
  else {
    const persoon = input.persoon ?? geenNaam
    await insertPersoon(w.tx, {
      partij_id: id,
      ...persoonsnaam({ ...persoon, geslachtsnaam: '' }),
      voornaam: persoon.voornaam,
      werkte_voor_partij_id: await werkgever(w, input.werktVoorId ?? null),
    })
  }
  await meldWijziging(w, id, 'partij.aangemaakt')
  return id
}

/** Only what is given changes. @throws 404, 409 `samengevoegd` */
export async function wijzigPartijVanBuiten(w: WriteContext, id: string, input: PartijVanBuiten): Promise<void> {
  const partij = await lockActievePartij(w, id)
  if (input.organisatienaam !== undefined && partij.soort === 'organisatie')
    await updateOrganisatie(w.tx, id, input.organisatienaam)
  if (input.persoon) {
    const delen = persoonsnaam({ ...input.persoon, geslachtsnaam: '' })
    await updatePersoon(w.tx, id, { ...delen, voornaam: input.persoon.voornaam })
  }
  if (input.werktVoorId !== undefined)
    await updatePersoon(w.tx, id, { werkte_voor_partij_id: await werkgever(w, input.werktVoorId) })
  const naamgeving =
    input.persoon || input.organisatienaam !== undefined ? await naamgevingVan(w, input, partij.soort) : {}
  await updatePartij(w.tx, id, w.now, { ...naamgeving, ...eigenVelden(input) })
  await meldWijziging(w, id)
}

/**
 * Takes a partij away with everything of himself. What others keep of him stays answerable: then it is refused.
 * @throws 409 `in-gebruik`
 */
export async function verwijderPartij(w: WriteContext, id: string): Promise<void> {
  await lockActievePartij(w, id)
  await explainInUse(deletePartij(w.tx, id), () =>
    conflict(
      'in-gebruik',
      'Deze klant heeft zaken, taken, overeenkomsten of berichten. Zet hem op niet actief, of verwijder die eerst.',
    ),
  )
  await removeZoekItem(w, 'partij', id)
  await logVerwerking(w, {
    actie: 'verwijderen',
    doel: 'Klantgegevens verwijderen',
    objectSoort: 'partij',
    objectId: id,
    partijIds: [id],
  })
  await emit(w, { soort: 'partij.gewijzigd', onderwerpen: [`partij:${id}`], gegevens: { partijId: id } })
}

const geenNaam: NaamVanBuiten = { initialen: '', voornaam: '', tussenvoegsels: '', achternaam: '' }

async function naamgevingVan(w: WriteContext, input: PartijVanBuiten, soort: string): Promise<Naamgeving> {
  if (soort === 'organisatie') return eigennaamVan(input.organisatienaam ?? '')
  const persoon = input.persoon ?? geenNaam
  const delen = persoonsnaam({ ...persoon, geslachtsnaam: '' })
  // Many clients know a first name and no initials: then that is how somebody is called.
  const naam =
    delen.initialen || !persoon.voornaam ? null : `${persoon.voornaam} ${delen.tussenvoegsels} ${delen.achternaam}`
  const regels = naamVan(delen, await naamvolgorde(w))
  return naam ? { ...regels, naam: naam.replace(/\s+/g, ' ').trim() } : regels
}

function eigenVelden(input: PartijVanBuiten) {
  return {
    ...(input.geheimhouding !== undefined && { geheimhouding: input.geheimhouding }),
    ...(input.actief !== undefined && { actief: input.actief }),
    ...(input.voorkeurstaal !== undefined && { voorkeurstaal: input.voorkeurstaal }),
    ...(input.interneNotitie !== undefined && { interne_notitie: input.interneNotitie }),
  }
}

async function werkgever(w: WriteContext, id: string | null): Promise<string | null> {
  return id && (await getPartijVanSoort(w.tx, id, 'partijIdentificatie.werkteVoorPartij', ['organisatie'])).id
}
