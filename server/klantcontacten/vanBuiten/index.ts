import { explainInUse } from '#server/platform/db/constraints.ts'
import { conflict, notFound } from '#server/platform/errors.ts'
import { emit } from '#server/platform/events/emit.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { indexZoekItem, removeZoekItem } from '#server/platform/search/index.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { findPartij, removeTijdlijn, writeTijdlijn } from '#server/relaties/index.ts'
import { huishoudenPartijen } from '../sameCustomer.ts'
import { insertBetrokkenen, insertKlantcontact, selectBetrokkenen, selectKlantcontact } from '../store.ts'
import type { KlantcontactRow } from '../tables.ts'
import { tijdlijnItemVan } from '../tijdlijnitem.ts'
import { zoekItemVanKlantcontact } from '../zoekbron.ts'
import * as store from './store.ts'

/*
 * The door of `klantcontacten` for published standards (`server/koppelingen`): a contact that comes in parts, first the
 * contact and then who took part in it. Rights have been decided by who calls.
 */

export type { OnderwerpobjectVanBuiten } from './store.ts'

export type KlantcontactVanBuiten = {
  kanaalCode: string
  onderwerp: string
  vraag: string
  antwoord: string
  contactGelukt: boolean | null
  taal: string
  vertrouwelijk: boolean
  plaatsgevondenOp: Date
}

/** A contact of which nobody said yet with whom it was. @returns its id */
export async function maakKlantcontactVanBuiten(w: WriteContext, input: KlantcontactVanBuiten): Promise<string> {
  const id = newId()
  await insertKlantcontact(w.tx, {
    id,
    gesprek_id: newId(),
    type: 'vraag',
    detailsoort: '',
    kanaal_code: input.kanaalCode,
    richting: 'inkomend',
    onderwerp: input.onderwerp,
    vraag: input.vraag,
    antwoord: input.antwoord,
    interne_notitie: '',
    direct_beantwoord: input.antwoord !== '',
    contact_gelukt: input.contactGelukt,
    toon_in_portaal: false,
    vertrouwelijk: input.vertrouwelijk,
    sjabloon_id: null,
    sjabloon_kopie: null,
    antwoord_op: null,
    medewerker_id: w.actor.medewerkerId,
    plaatsgevonden_op: input.plaatsgevondenOp,
    geregistreerd_op: w.now,
    extern_id: null,
  })
  if (input.taal !== 'nld') await store.updateKlantcontact(w.tx, id, { taal: input.taal })
  await volg(w, id, 'klantcontact.geregistreerd')
  return id
}

export async function wijzigKlantcontactVanBuiten(
  w: WriteContext,
  id: string,
  changes: store.KlantcontactWijziging,
): Promise<void> {
  await store.updateKlantcontact(w.tx, id, changes)
  await volg(w, id, 'klantcontact.gewijzigd')
}

/** @throws 409 `in-gebruik` when a zaak or a taak of ours still points at it */
export async function verwijderKlantcontact(w: WriteContext, id: string): Promise<void> {
  const partijIds = await partijenVan(w, id)
  await explainInUse(store.deleteKlantcontact(w.tx, id), () =>
    conflict('in-gebruik', 'Dit contactmoment hoort bij een zaak of een terugkoppeling en blijft daarom staan.'),
  )
  await removeTijdlijn(w, { verwijzingId: id, soort: 'klantcontact' })
  await removeZoekItem(w, 'klantcontact', id)
  await emit(w, {
    soort: 'klantcontact.gewijzigd',
    onderwerpen: partijIds.map((partijId) => `partij:${partijId}`),
    gegevens: { klantcontactId: id },
  })
  await logVerwerking(w, {
    actie: 'verwijderen',
    doel: 'Contactmoment verwijderen',
    objectSoort: 'klantcontact',
    objectId: id,
    partijIds,
  })
}

export type BetrokkeneVanBuiten = {
  klantcontactId: string
  partijId: string | null
  rol: 'klant' | 'vertegenwoordiger'
  initiator: boolean
  naam: string
}

/** Who took part; of somebody we know the contact stands on his tijdlijn from now on, and on that of his household. */
export async function bewaarBetrokkene(
  w: WriteContext,
  id: string | null,
  input: BetrokkeneVanBuiten,
): Promise<string> {
  const was = id ? await store.selectBetrokkene(w.db, id) : undefined
  const nieuw = id ?? newId()
  await store.saveBetrokkene(w.tx, {
    id: nieuw,
    klantcontact_id: input.klantcontactId,
    partij_id: input.partijId,
    rol: input.rol,
    initiator: input.initiator,
    naam: input.naam,
    digitaal_adres: was?.digitaal_adres ?? null,
  })
  await volg(w, input.klantcontactId, 'klantcontact.gewijzigd')
  if (was && was.klantcontact_id !== input.klantcontactId) await volg(w, was.klantcontact_id, 'klantcontact.gewijzigd')
  return nieuw
}

/** The number or address that was given at this contact, as the werkplek shows it. */
export async function noteerAdresVanBetrokkene(w: WriteContext, id: string, adres: string | null): Promise<void> {
  const was = await store.selectBetrokkene(w.db, id)
  if (was && was.digitaal_adres !== adres) await store.saveBetrokkene(w.tx, { ...was, digitaal_adres: adres })
}

export async function verwijderBetrokkene(w: WriteContext, id: string): Promise<void> {
  const was = await store.selectBetrokkene(w.db, id)
  if (!was) throw notFound()
  await store.deleteBetrokkene(w.tx, id)
  await volg(w, was.klantcontact_id, 'klantcontact.gewijzigd')
}

/** What it was about. @returns its id */
export async function bewaarOnderwerpobject(
  w: WriteContext,
  id: string | null,
  input: store.OnderwerpobjectVanBuiten,
): Promise<string> {
  const nieuw = id ?? newId()
  await store.saveOnderwerpobject(w.tx, nieuw, input)
  if (input.klantcontactId && input.wasKlantcontactId)
    await store.setAntwoordOp(w.tx, input.klantcontactId, input.wasKlantcontactId)
  if (input.klantcontactId) await volg(w, input.klantcontactId, 'klantcontact.gewijzigd')
  return nieuw
}

export async function verwijderOnderwerpobject(
  w: WriteContext,
  id: string,
  klantcontactId: string | null,
): Promise<void> {
  await store.deleteOnderwerpobject(w.tx, id)
  if (klantcontactId) await volg(w, klantcontactId, 'klantcontact.gewijzigd')
}

/** Tijdlijn, search, event and log line, after whatever changed of a contact. */
async function volg(
  w: WriteContext,
  id: string,
  soort: 'klantcontact.geregistreerd' | 'klantcontact.gewijzigd',
): Promise<void> {
  const row = await selectKlantcontact(w.db, id)
  if (!row) throw notFound()
  const partijIds = await metHuishoudens(w, row)
  await removeTijdlijn(w, { verwijzingId: id, soort: 'klantcontact' })
  for (const partijId of partijIds) await writeTijdlijn(w, tijdlijnItemVan(row, partijId))
  const klant = (await selectBetrokkenen(w.db, [id])).find(({ rol }) => rol !== 'huishouden')
  const partij = klant?.partij_id ? await findPartij(w.db, klant.partij_id) : undefined
  await indexZoekItem(w, zoekItemVanKlantcontact(row, partij?.naam ?? klant?.naam ?? ''))
  await emit(w, {
    soort,
    onderwerpen: partijIds.map((partijId) => `partij:${partijId}`),
    gegevens: {
      klantcontactId: id,
      partijId: klant?.partij_id ?? null,
      type: row.type,
      antwoordOp: row.antwoord_op,
      gelukt: row.contact_gelukt !== false,
    },
  })
  await logVerwerking(w, {
    actie: soort === 'klantcontact.geregistreerd' ? 'toevoegen' : 'wijzigen',
    doel: 'Contactmoment vastleggen',
    objectSoort: 'klantcontact',
    objectId: id,
    partijIds,
  })
}

/** The households that go with the people who took part, as when an employee writes it down. */
async function metHuishoudens(w: WriteContext, row: KlantcontactRow): Promise<string[]> {
  await store.deleteHuishoudens(w.tx, row.id)
  const mensen = await partijenVan(w, row.id)
  const huishoudens = new Map<string, string>()
  for (const partijId of mensen)
    for (const { id, naam } of await huishoudenPartijen(w.db, partijId, w.now)) huishoudens.set(id, naam)
  for (const partijId of mensen) huishoudens.delete(partijId)
  await insertBetrokkenen(
    w.tx,
    [...huishoudens].map(([partijId, naam]) => ({
      id: newId(),
      klantcontact_id: row.id,
      partij_id: partijId,
      rol: 'huishouden' as const,
      initiator: false,
      naam,
      digitaal_adres: null,
    })),
  )
  return [...mensen, ...huishoudens.keys()]
}

async function partijenVan(w: WriteContext, id: string): Promise<string[]> {
  const betrokkenen = await selectBetrokkenen(w.db, [id])
  return [...new Set(betrokkenen.flatMap(({ partij_id }) => partij_id ?? []))]
}
