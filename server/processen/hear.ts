import { conflict } from '#server/platform/errors.ts'
import type { Listeners } from '#server/platform/events/listeners.ts'
import { systemActor } from '#server/platform/http/context.ts'
import { findTaken } from '#server/taken/index.ts'
import { linkKlantcontact } from '#server/zaken/index.ts'
import { signaleer } from './signaleer.ts'
import { selectGestarteZaken, selectInstantieVanVerzoek, selectWachtVanTaak } from './store.ts'
import { voltooiDoorTaak } from './voltooiStap.ts'

export const hear: Listeners = {
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
    for (const andere of await selectGestarteZaken(w.db, String(zaakId)))
      await linkKlantcontact({ ...w, actor: systemActor }, andere, String(klantcontactId))
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
