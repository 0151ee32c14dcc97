import { getKlantcontact } from '#server/klantcontacten/index.ts'
import { emit } from '#server/platform/events/emit.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { audience, changed } from './changed.ts'
import { holdZaak } from './holdZaak.ts'
import { hideContact } from './rollen.ts'
import { insertKlantcontactlink } from './store.ts'
import type { ZaakRow } from './tables.ts'

/**
 * A contact belongs to this zaak too. Linking twice is linking once.
 * @throws 404 for a zaak or contact that does not exist
 */
export async function linkKlantcontact(w: WriteContext, zaakId: string, klantcontactId: string): Promise<void> {
  const zaak = await holdZaak(w, zaakId)
  await linkContact(w, zaak, klantcontactId)
  await changed(w, { event: 'zaak.gewijzigd', before: zaak, after: zaak, wat: 'contact gekoppeld' })
  await emit(w, {
    soort: 'zaak.contact-gekoppeld',
    onderwerpen: audience(zaak),
    gegevens: { zaakId, klantcontactId },
  })
}

export async function linkContact(w: WriteContext, zaak: ZaakRow, klantcontactId: string): Promise<void> {
  await getKlantcontact(w.db, klantcontactId)
  await insertKlantcontactlink(w.tx, zaak.id, klantcontactId, w.now)
  await hideContact(w, zaak.id, klantcontactId)
}
