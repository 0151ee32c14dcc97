import { z } from 'zod'
import type { Formulierdefinitie, Veld } from '#contract/formulieren.ts'
import { findBijlagen, findKlantcontacten, mayReadBijlage } from '#server/klantcontacten/index.ts'
import { type InvalidParam, invalidParams } from '#server/platform/errors.ts'
import { doorWie, systemActor, type WriteContext } from '#server/platform/http/context.ts'
import { enqueue } from '#server/platform/jobs/jobs.ts'
import { addZaakdocument, listZaakdocumenten } from '#server/zaken/index.ts'
import { deleteBestand, lockEigen } from './store.ts'

const Bestanden = z.array(z.object({ id: z.uuid(), naam: z.string() }))
type Genoemd = { veld: string; id: string; naam: string }

/**
 * Makes the files that the answers name documents of the zaak, and the answers name those. A file must be the sender's
 * own and not taken yet, of this zaak already, or of a contact that he may read: an id that one knows is not enough.
 * @throws 400 at the field with a file that is not there, or not for this form
 */
export async function neemBestanden(
  w: WriteContext,
  zaakId: string,
  formulier: Formulierdefinitie | undefined,
  antwoorden: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  const genoemd = bestandenIn(formulier, antwoorden)
  if (genoemd.length === 0) return antwoorden
  const ids = genoemd.map(({ id }) => id)
  const eigen = new Map(
    (await lockEigen(w.tx, doorWie(w), ids))
      .filter(({ zaak_id }) => zaak_id === null || zaak_id === zaakId)
      .map((row) => [row.id, row]),
  )
  const documenten = new Set((await listZaakdocumenten(w.db, zaakId)).map(({ id }) => id))
  // The files of contacts are for employees to bring along: a customer sends his own.
  const bijlagen = w.klant ? new Set<string>() : await leesbareBijlagen(w, ids)
  const nieuw = new Map<string, string>()
  const fouten: InvalidParam[] = []
  for (const { veld, id, naam } of genoemd) {
    const row = eigen.get(id)
    if (row && !nieuw.has(id)) {
      const { bestandsnaam, mediatype, onveilig, omvang, sha256, opslagsleutel } = row
      const bestand = { bestandsnaam, mediatype, onveilig, omvang, sha256, opslagsleutel }
      const zichtbaarInPortaal = w.klant !== undefined
      const document = await addZaakdocument(w, zaakId, { titel: bestandsnaam, ...bestand, zichtbaarInPortaal })
      await deleteBestand(w.tx, id)
      nieuw.set(id, document.id)
    } else if (bijlagen.has(id)) {
      // Its bytes belong to the contact: the zaak gets a copy of its own, outside this transaction.
      await enqueue(w, 'processen.bijlage', { zaakId, bijlageId: id }, { key: `bijlage:${zaakId}:${id}` })
    } else if (!documenten.has(id) && !nieuw.has(id)) {
      fouten.push({
        name: `antwoorden.${veld}`,
        code: 'onbekend',
        reason: `Het bestand "${naam}" is er niet meer. Voeg het opnieuw toe.`,
      })
    }
  }
  if (fouten.length > 0) throw invalidParams(fouten)
  const veldnamen = new Set(genoemd.map(({ veld }) => veld))
  return Object.fromEntries(
    Object.entries(antwoorden).map(([naam, waarde]) => [
      naam,
      veldnamen.has(naam)
        ? Bestanden.parse(waarde).map((each) => ({ ...each, id: nieuw.get(each.id) ?? each.id }))
        : waarde,
    ]),
  )
}

/**
 * The same for what a customer sends without a form: words with a photo to a running zaak.
 * @throws 400 when one is not his, or was sent already
 */
export async function neemKlantbestanden(
  w: WriteContext,
  zaakId: string,
  bestanden: readonly { id: string; naam: string }[],
): Promise<void> {
  const veld: Veld = {
    soort: 'bestand',
    naam: 'bestanden',
    label: 'Bestanden',
    verplicht: false,
    controles: [],
    breedte: 'heel',
    max: 20,
  }
  await neemBestanden({ ...w, actor: systemActor }, zaakId, { titel: '', velden: [veld], gegevens: {} }, { bestanden })
}

function bestandenIn(formulier: Formulierdefinitie | undefined, antwoorden: Record<string, unknown>): Genoemd[] {
  return (formulier?.velden ?? [])
    .filter(({ soort }) => soort === 'bestand' || soort === 'foto')
    .flatMap(({ naam: veld }) => {
      const gelezen = Bestanden.safeParse(antwoorden[veld])
      return gelezen.success ? gelezen.data.map((each) => ({ veld, ...each })) : []
    })
}

async function leesbareBijlagen(w: WriteContext, ids: readonly string[]): Promise<Set<string>> {
  const bijlagen = await findBijlagen(w.db, ids)
  const contacten = await findKlantcontacten(
    w.db,
    bijlagen.flatMap(({ klantcontact_id }) => klantcontact_id ?? []),
  )
  const leesbaar = bijlagen.filter((each) =>
    mayReadBijlage(w.actor, each, each.klantcontact_id ? contacten.get(each.klantcontact_id) : undefined),
  )
  return new Set(leesbaar.map(({ id }) => id))
}
