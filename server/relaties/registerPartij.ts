import type { NieuwContact } from '#contract/relatieinvoer.ts'
import { dagVan } from '#server/platform/clock.ts'
import { invalid, invalidParams } from '#server/platform/errors.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { foutenIn } from './bereikbaarheid.ts'
import { getPartijVanSoort } from './getPartij.ts'
import { insertBereikbaarheid } from './insertBereikbaarheid.ts'
import { meldWijziging } from './meldWijziging.ts'
import { aanhefcodeVan, eigennaamVan, huishoudnaam, type Naamgeving, naamVan, persoonsnaam } from './naamgeving.ts'
import { insertRol } from './onderdelen/store.ts'
import { naamvolgorde } from './sorteernamen/naamvolgorde.ts'
import { insertOrganisatie, insertPartij, insertPersoon, saveIdentificatoren } from './store.ts'
import type { PartijRow } from './tables.ts'

type Invoer<S extends NieuwContact['soort']> = Extract<NieuwContact, { soort: S }>

/**
 * A new contact in one transaction: the partij, how to reach it, and for a persoon the huishouden with the role.
 * @returns the persoon, organisatie, contactpersoon or huishouden itself
 */
export async function registerPartij(w: WriteContext, input: NieuwContact): Promise<PartijRow> {
  const fouten = foutenIn(input.digitaleAdressen, 'digitaleAdressen')
  if (fouten.length > 0) throw invalidParams(fouten)
  const { partij, ookGewijzigd } = await insertSoort(w, input)
  await insertBereikbaarheid(w, partij.id, input)
  await meldWijziging(w, partij.id, 'partij.aangemaakt')
  for (const andere of ookGewijzigd) await meldWijziging(w, andere.partij.id, andere.soort)
  return partij
}

type OokGewijzigd = { partij: PartijRow; soort: 'partij.aangemaakt' | 'partij.gewijzigd' }[]

async function insertSoort(
  w: WriteContext,
  input: NieuwContact,
): Promise<{ partij: PartijRow; ookGewijzigd: OokGewijzigd }> {
  switch (input.soort) {
    case 'persoon': {
      const partij = await insertPersoonPartij(w, input, null)
      return { partij, ookGewijzigd: input.huishouden ? [await joinHuishouden(w, partij, input)] : [] }
    }
    case 'contactpersoon': {
      const werkgever = await getPartijVanSoort(w.tx, input.werktVoorId, 'werktVoorId', ['organisatie'])
      return {
        partij: await insertPersoonPartij(w, input, werkgever.id),
        ookGewijzigd: [{ partij: werkgever, soort: 'partij.gewijzigd' }],
      }
    }
    case 'organisatie':
      return { partij: await insertOrganisatiePartij(w, input), ookGewijzigd: [] }
    case 'huishouden':
      return await insertHuishouden(w, input)
  }
}

async function insertPersoonPartij(
  w: WriteContext,
  input: Invoer<'persoon'> | Invoer<'contactpersoon'>,
  werktVoorId: string | null,
): Promise<PartijRow> {
  const { persoon } = input
  const delen = persoonsnaam(persoon)
  const partij = await insertPartij(w.tx, {
    ...gedeeld(w, input, naamVan(delen, await naamvolgorde(w), input.naamAfwijking)),
    aanhefcode: aanhefcodeVan('persoon', input.aanhefcode, persoon.geslacht),
  })
  await insertPersoon(w.tx, {
    partij_id: partij.id,
    ...delen,
    voornaam: persoon.voornaam,
    geslacht: persoon.geslacht,
    geboortedatum: nietInDeToekomst(w, 'persoon.geboortedatum', persoon.geboortedatum),
    overlijdensdatum: nietInDeToekomst(w, 'persoon.overlijdensdatum', persoon.overlijdensdatum),
    werkte_voor_partij_id: werktVoorId,
  })
  return partij
}

async function insertOrganisatiePartij(w: WriteContext, input: Invoer<'organisatie'>): Promise<PartijRow> {
  const { organisatie } = input
  const partij = await insertPartij(w.tx, {
    ...gedeeld(w, input, eigennaamVan(organisatie.naam, input.naamAfwijking)),
    aanhefcode: aanhefcodeVan('overig', input.aanhefcode, null),
  })
  await insertOrganisatie(w.tx, partij.id, organisatie.naam)
  await saveIdentificatoren(w.tx, partij.id, organisatie)
  return partij
}

async function insertHuishouden(w: WriteContext, input: Invoer<'huishouden'>) {
  const partij = await insertPartij(w.tx, {
    ...gedeeld(w, input, eigennaamVan(input.naam, input.naamAfwijking)),
    aanhefcode: aanhefcodeVan('overig', input.aanhefcode, null),
  })
  const ookGewijzigd: OokGewijzigd = []
  for (const [i, lid] of input.leden.entries()) {
    const persoon = await getPartijVanSoort(w.tx, lid.partijId, `leden.${i}.partijId`, ['persoon', 'contactpersoon'])
    await insertRol(w.tx, {
      id: newId(),
      partij_id: persoon.id,
      in_partij_id: partij.id,
      rol: lid.rol,
      inwonend_kind: lid.inwonendKind,
      begindatum: dagVan(w.now),
    })
    ookGewijzigd.push({ partij: persoon, soort: 'partij.gewijzigd' })
  }
  return { partij, ookGewijzigd }
}

async function joinHuishouden(w: WriteContext, persoon: PartijRow, input: Invoer<'persoon'>) {
  const keuze = input.huishouden
  if (!keuze) throw new Error('no huishouden was chosen')
  const bestaand = keuze.id ? await getPartijVanSoort(w.tx, keuze.id, 'huishouden.id', ['huishouden']) : undefined
  const huishouden = bestaand ?? (await insertNieuwHuishouden(w, input, keuze.naam))
  await insertRol(w.tx, {
    id: newId(),
    partij_id: persoon.id,
    in_partij_id: huishouden.id,
    rol: keuze.rol,
    inwonend_kind: keuze.inwonendKind,
    begindatum: keuze.begindatum ?? dagVan(w.now),
  })
  return { partij: huishouden, soort: bestaand ? ('partij.gewijzigd' as const) : ('partij.aangemaakt' as const) }
}

async function insertNieuwHuishouden(w: WriteContext, input: Invoer<'persoon'>, naam: string): Promise<PartijRow> {
  const naamgeving = naam ? eigennaamVan(naam) : huishoudnaam(input.persoon)
  return await insertPartij(w.tx, {
    ...naamgeving,
    id: newId(),
    soort: 'huishouden',
    geheimhouding: input.geheimhouding,
    voorkeurstaal: input.voorkeurstaal,
    aangemaakt_op: w.now,
    gewijzigd_op: w.now,
  })
}

function gedeeld(w: WriteContext, input: NieuwContact, naamgeving: Naamgeving) {
  return {
    ...naamgeving,
    id: newId(),
    soort: input.soort,
    geheimhouding: input.geheimhouding,
    voorkeurstaal: input.voorkeurstaal,
    interne_notitie: input.interneNotitie,
    aangemaakt_op: w.now,
    gewijzigd_op: w.now,
  }
}

/** Nobody is born or dies tomorrow. */
export function nietInDeToekomst(w: WriteContext, veld: string, datum: string | null): string | null {
  if (datum && datum > dagVan(w.now)) throw invalid(veld, 'toekomst', 'Deze datum ligt in de toekomst.')
  return datum
}
