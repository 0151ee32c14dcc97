import { dagVan } from '#server/platform/clock.ts'
import { conflict } from '#server/platform/errors.ts'
import type { Listeners } from '#server/platform/events/listeners.ts'
import { systemActor, type WriteContext } from '#server/platform/http/context.ts'
import { enqueue } from '#server/platform/jobs/jobs.ts'
import { findTaken } from '#server/taken/index.ts'
import { linkKlantcontact, listDeelzaakIds, listKlantcontactIds } from '#server/zaken/index.ts'
import { eersteId } from './hoofdzaak.ts'
import { signaleer } from './signaleer.ts'
import { selectGestarteZaken, selectInstantieVan, selectInstantieVanVerzoek, selectWachtVanTaak } from './store.ts'
import { laadVersie } from './versies/geladen.ts'
import { instellingenOp } from './versies/instellingen.ts'
import { voltooiDoorTaak } from './voltooiStap.ts'

/** There may be hundreds that hang under it: they hear it one by one, after this. */
async function vertelDeelzaken(w: WriteContext, hoofdzaakId: string): Promise<void> {
  if ((await listDeelzaakIds(w.db, hoofdzaakId, eersteId, 1)).length === 0) return
  await enqueue(w, 'processen.hoofdzaak', { hoofdzaakId, na: eersteId }, { key: `hoofdzaak:${hoofdzaakId}` })
}

/**
 * Who has to ask again and again about one case, needs somebody who takes care of it. A process says from how many
 * contacts in its setting `contactenVoorCasemanager`, and hears it as the message `veel-contact`.
 */
async function telContacten(w: WriteContext, zaakId: string): Promise<void> {
  const instantie = await selectInstantieVan(w.db, zaakId)
  if (!instantie || instantie.klaar_op) return
  const { instellingen } = await laadVersie(w.db, instantie.versie_id)
  const vanaf = instellingenOp(instellingen, dagVan(w.now))['contactenVoorCasemanager']
  if (typeof vanaf !== 'number') return
  const contacten = (await listKlantcontactIds(w.db, zaakId)).length
  if (contacten < vanaf) return
  const gegevens = { contacten }
  await signaleer(w, { instantieId: instantie.id, soort: 'bericht', naam: 'veel-contact', gegevens })
}

export const hear: Listeners = {
  'zaak.gewijzigd': (w, { zaakId }) => vertelDeelzaken(w, String(zaakId)),
  'zaak.afgesloten': (w, { zaakId }) => vertelDeelzaken(w, String(zaakId)),
  /** An employee saw that it is something else: its process goes on by itself. */
  async 'zaak.losgekoppeld'(w, { zaakId }) {
    if (await selectInstantieVan(w.db, String(zaakId)))
      await signaleer(w, { zaakId: String(zaakId), soort: 'bericht', naam: 'losgekoppeld' })
  },
  /** The taak of a step is the step. It cannot be cancelled by itself: the process would wait for ever. */
  async 'taak.afgerond'(w, { taakId, zaakId }) {
    if (!zaakId) return
    const wacht = await selectWachtVanTaak(w.db, String(taakId))
    if (!wacht) return
    const taak = (await findTaken(w.db, [String(taakId)])).get(String(taakId))
    if (taak?.status === 'geannuleerd')
      throw conflict('hoort-bij-zaak', 'Deze taak is een stap van een zaak. Handel haar af op de pagina van de zaak.', {
        zaakId,
      })
    await voltooiDoorTaak(w, wacht, taak?.uitkomst ?? '')
  },
  /** The words of a contact go on to the process that its zaak became, also when that began during the contact. */
  async 'zaak.contact-gekoppeld'(w, { zaakId, klantcontactId }) {
    await telContacten(w, String(zaakId))
    for (const andere of await selectGestarteZaken(w.db, String(zaakId)))
      await linkKlantcontact({ ...w, actor: systemActor }, andere, String(klantcontactId))
  },
  /** The klant says that it is not solved: a process that still waits for that goes on with the same case. */
  async 'enquete.beantwoord'(w, { zaakId, opgelost }) {
    if (opgelost === false && (await selectInstantieVan(w.db, String(zaakId))))
      await signaleer(w, { zaakId: String(zaakId), soort: 'bericht', naam: 'niet-opgelost' })
  },
  /** An order got further in the ERP: the process that asked for it hears how it stands, also when it is busy now. */
  async 'erp.order-gewijzigd'(w, { orderId, verzoekId, status, taakstatus, onderbrokenOm, afspraakOp }) {
    const instantieId = verzoekId ? await selectInstantieVanVerzoek(w.db, String(verzoekId)) : undefined
    if (!instantieId) return
    const order = {
      id: orderId ?? null,
      status: status ?? null,
      taakstatus: taakstatus ?? null,
      onderbrokenOm: onderbrokenOm ?? null,
      afspraakOp: afspraakOp ?? null,
    }
    await signaleer(w, {
      instantieId,
      soort: 'bericht',
      naam: 'order-gewijzigd',
      gegevens: { order },
      bewaar: 'laatste',
    })
  },
}
