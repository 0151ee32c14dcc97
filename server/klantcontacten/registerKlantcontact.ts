import type { KlantcontactType, OnderwerpobjectSoort, Richting } from '#contract/klantcontacten.ts'
import { invalid } from '#server/platform/errors.ts'
import { emit } from '#server/platform/events/emit.ts'
import { eisRecht, type WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { indexZoekItem } from '#server/platform/search/index.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { getActievePartij, writeTijdlijn } from '#server/relaties/index.ts'
import { attachBijlagen } from './bijlagen/store.ts'
import { mayViewKlantcontact } from './mayView.ts'
import { huishoudenPartijen, sameCustomer } from './sameCustomer.ts'
import {
  insertBetrokkenen,
  insertKlantcontact,
  insertOnderwerpen,
  insertOnderwerpobjecten,
  selectKlantcontact,
} from './store.ts'
import type { KlantcontactRow, SjabloonRow } from './tables.ts'
import { tijdlijnItemVan } from './tijdlijnitem.ts'
import { zoekItemVanKlantcontact } from './zoekbron.ts'

export type NewKlantcontactInput = {
  /** Posts of one conversation share it. */
  gesprekId: string
  /** Null: the person on the line is not (yet) known; `naam` says who he says he is. */
  partijId: string | null
  naam?: string
  digitaalAdres?: string
  /** Who spoke for the klant, with a mandate. It gives him no right on the post. */
  vertegenwoordiger?: { partijId: string; naam: string }
  type: KlantcontactType
  detailsoort?: string
  kanaalCode: string
  richting: Richting
  onderwerp: string
  onderwerpIds?: readonly string[]
  vraag?: string
  antwoord?: string
  interneNotitie?: string
  directBeantwoord?: boolean
  contactGelukt?: boolean | null
  toonInPortaal?: boolean
  vertrouwelijk?: boolean
  sjabloon?: SjabloonRow
  /** The post that this one answers: visible to this employee, and of the same customer. */
  antwoordOp?: string | null
  /** The same, when the caller decided already that it may be answered: who works on a taak answers its question. */
  antwoordOpPost?: KlantcontactRow
  koppelingen?: readonly { soort: OnderwerpobjectSoort; objectId: string; omschrijving: string }[]
  /** Files of the concept `gesprekId` that belong to this post. */
  bijlageIds?: readonly string[]
  plaatsgevondenOp?: Date
}

/**
 * Writes one post with everything that hangs on it, in the transaction of the caller. A post of a person is stored on
 * his households too, so that it is found from both (work instruction "Vastleggen contactmoment").
 */
export async function registerKlantcontact(w: WriteContext, input: NewKlantcontactInput): Promise<KlantcontactRow> {
  eisRecht(w.actor, 'klantcontact.registreren')
  const partij = input.partijId ? await getActievePartij(w.tx, input.partijId) : undefined
  const origin =
    input.antwoordOpPost ?? (input.antwoordOp ? await getOrigin(w, input.antwoordOp, input.partijId) : undefined)
  const row = await insertKlantcontact(w.tx, {
    id: newId(),
    gesprek_id: input.gesprekId,
    type: input.type,
    detailsoort: input.detailsoort ?? '',
    kanaal_code: input.kanaalCode,
    richting: input.richting,
    onderwerp: input.onderwerp,
    vraag: input.vraag ?? '',
    antwoord: input.antwoord ?? '',
    interne_notitie: input.interneNotitie ?? '',
    direct_beantwoord: input.directBeantwoord ?? false,
    contact_gelukt: input.contactGelukt ?? null,
    toon_in_portaal: input.toonInPortaal ?? false,
    // An answer to something confidential is confidential, whatever the form said.
    vertrouwelijk: (input.vertrouwelijk ?? false) || (origin?.vertrouwelijk ?? false),
    sjabloon_id: input.sjabloon?.id ?? null,
    sjabloon_kopie: input.sjabloon ? copyOf(input.sjabloon) : null,
    antwoord_op: origin?.id ?? null,
    // What a klant writes himself in the portal has his account under it.
    medewerker_id: w.klant?.accountId ?? w.actor.medewerkerId,
    plaatsgevonden_op: input.plaatsgevondenOp ?? w.now,
    geregistreerd_op: w.now,
    extern_id: null,
  })
  const huishoudens = partij ? await huishoudenPartijen(w.db, partij.id, w.now) : []
  const partijIds = [...(partij ? [partij.id] : []), ...huishoudens.map((huishouden) => huishouden.id)]
  await insertBetrokkenen(w.tx, [
    {
      id: newId(),
      klantcontact_id: row.id,
      partij_id: partij?.id ?? null,
      rol: 'klant',
      initiator: input.richting === 'inkomend' && !input.vertegenwoordiger,
      naam: input.naam || (partij?.naam ?? ''),
      digitaal_adres: input.digitaalAdres || null,
    },
    ...(input.vertegenwoordiger
      ? [
          {
            id: newId(),
            klantcontact_id: row.id,
            partij_id: input.vertegenwoordiger.partijId,
            rol: 'vertegenwoordiger' as const,
            initiator: true,
            naam: input.vertegenwoordiger.naam,
            digitaal_adres: null,
          },
        ]
      : []),
    ...huishoudens.map((huishouden) => ({
      id: newId(),
      klantcontact_id: row.id,
      partij_id: huishouden.id,
      rol: 'huishouden' as const,
      initiator: false,
      naam: huishouden.naam,
      digitaal_adres: null,
    })),
  ])
  await insertOnderwerpen(w.tx, row.id, input.onderwerpIds ?? [])
  await insertOnderwerpobjecten(
    w.tx,
    (input.koppelingen ?? []).map(({ soort, objectId, omschrijving }) => ({
      id: newId(),
      klantcontact_id: row.id,
      soort,
      object_id: objectId,
      omschrijving,
    })),
  )
  await attachBijlagen(w.tx, input.gesprekId, row.id, input.bijlageIds ?? [])
  for (const partijId of partijIds) await writeTijdlijn(w, tijdlijnItemVan(row, partijId))
  await indexZoekItem(w, zoekItemVanKlantcontact(row, partij?.naam ?? input.naam ?? ''))
  await emit(w, {
    soort: 'klantcontact.geregistreerd',
    onderwerpen: partijIds.map((id) => `partij:${id}`),
    gegevens: {
      klantcontactId: row.id,
      partijId: partij?.id ?? null,
      type: row.type,
      antwoordOp: row.antwoord_op,
      gelukt: row.contact_gelukt !== false,
    },
  })
  await logVerwerking(w, {
    actie: 'toevoegen',
    doel: 'Contactmoment vastleggen',
    objectSoort: 'klantcontact',
    objectId: row.id,
    partijIds,
  })
  return row
}

/** The post that is answered must be visible to this employee and be of the same customer (A25). */
async function getOrigin(w: WriteContext, id: string, partijId: string | null): Promise<KlantcontactRow> {
  const origin = await selectKlantcontact(w.db, id)
  const ok = origin && mayViewKlantcontact(w.actor, origin) && (await sameCustomer(w.db, origin.id, partijId, w.now))
  if (!ok) throw invalid('antwoordOp', 'onbekend', 'Dit contact hoort niet bij deze klant.')
  return origin
}

function copyOf({ gewijzigd_op: _, ...kopie }: SjabloonRow) {
  return kopie
}
