import { evalFeel } from '#contract/regels/feel/feel.ts'
import { conflict, notFound } from '#server/platform/errors.ts'
import { mag, systemActor, type WriteContext } from '#server/platform/http/context.ts'
import { sluitTaak } from '#server/taken/index.ts'
import { magZaakZien } from '#server/zaken/index.ts'
import { neemBestanden } from './bestanden/neemBestanden.ts'
import { controleerAntwoorden } from './formulier.ts'
import { contextVan } from './runtime/context.ts'
import { type Gehouden, houdInstantie, namens } from './runtime/gehouden.ts'
import { geefRollen } from './runtime/rollen.ts'
import { verwerkUitvoer } from './runtime/uitvoer.ts'
import { zetVoort } from './runtime/zetVoort.ts'
import { deleteWacht, selectWacht } from './store.ts'
import type { ProcesInstantieRow, ProcesWachtRow } from './tables.ts'

export type Voltooiing = {
  zaakId: string
  element: string
  /** Which one, when the step waits more than once. */
  wachtId?: string | undefined
  antwoorden: Record<string, unknown>
  uitkomst?: string
  /** A customer does it in the portal, with this form; whether he may is for who calls this. */
  alsKlant?: { formulier: string } | undefined
}

/**
 * Does a step on the page of its zaak: the form is judged, the taak is closed, and the process goes on.
 * @throws 404 for who may not see the zaak, 409 `stap-voorbij` for who is too late, 400 on the answers
 */
export async function voltooiStap(w: WriteContext, stap: Voltooiing): Promise<ProcesInstantieRow> {
  const gehouden = await houdInstantie(w, { zaakId: stap.zaakId })
  if (!magZaakZien(w.actor, gehouden.zaak)) throw notFound()
  const wachtend = (await selectWacht(w.db, gehouden.instantie.id)).filter(
    ({ element, soort }) => element === stap.element && (soort === 'taak' || soort === 'formulier'),
  )
  const wacht = stap.wachtId ? wachtend.find(({ id }) => id === stap.wachtId) : wachtend[0]
  if (!gehouden.geladen.model.stappen.has(stap.element)) throw notFound()
  if (!wacht) throw conflict('stap-voorbij', 'Deze stap is al gedaan, of niet meer nodig.')
  return rondAf(w, gehouden, wacht, stap)
}

/** The taak of a step was finished in the list of taken: the same as doing the step, without answers. */
export async function voltooiDoorTaak(w: WriteContext, wacht: ProcesWachtRow, uitkomst: string): Promise<void> {
  const gehouden = await houdInstantie(w, { instantieId: wacht.instantie_id })
  const nog = (await selectWacht(w.db, wacht.instantie_id)).some(({ id }) => id === wacht.id)
  if (!nog) return
  const stap = gehouden.geladen.model.stappen.get(wacht.element)
  const formulier = gehouden.geladen.formulieren[stap?.formulier ?? '']
  if (formulier)
    throw conflict(
      'formulier-nodig',
      `Bij deze stap hoort het formulier "${formulier.titel}". Open de zaak en vul het daar in.`,
      { zaakId: gehouden.zaak.id, element: wacht.element },
    )
  await rondAf(w, gehouden, { ...wacht, taak_id: null }, { antwoorden: {}, uitkomst })
}

async function rondAf(
  w: WriteContext,
  gehouden: Gehouden,
  wacht: ProcesWachtRow,
  { antwoorden, uitkomst = '', alsKlant }: Pick<Voltooiing, 'antwoorden' | 'uitkomst' | 'alsKlant'>,
): Promise<ProcesInstantieRow> {
  const { geladen, instantie, zaak } = gehouden
  const stap = geladen.model.stappen.get(wacht.element)
  if (!stap) throw notFound()
  const vast = await contextVan(w, zaak, geladen)
  const bekend = { ...instantie.gegevens, ...vast, ...wacht.lokaal }
  const formulier = alsKlant?.formulier ?? stap.formulier
  const gekeurd = await controleerAntwoorden(w, geladen, formulier, antwoorden, bekend, { alsKlant: Boolean(alsKlant) })
  const goed = 'proef' in w ? gekeurd : await neemBestanden(w, zaak.id, geladen.formulieren[formulier], gekeurd)
  // The row first: closing the taak would otherwise do the step a second time.
  await deleteWacht(w.tx, wacht.id)
  if (wacht.taak_id) await sluitTaak(w, wacht.taak_id, { als: 'afgerond', uitkomst: uitkomst || stap.naam })
  else if (w.actor !== systemActor && !mag(w.actor, 'zaak.behandelen') && wacht.soort === 'formulier') throw notFound()
  const gegevens = { ...instantie.gegevens }
  const feel = (expressie: string, lokaal: Record<string, unknown>) =>
    evalFeel(expressie, { ...gegevens, ...vast, ...lokaal }, { nu: w.now })
  verwerkUitvoer(gegevens, stap, { antwoorden: goed, uitkomst }, wacht.lokaal, feel)
  await geefRollen(namens(w, zaak), zaak.id, geladen.model, { voor: bekend, na: { ...gegevens, ...vast } })
  return zetVoort(w, gehouden, { soort: 'voltooi', sleutel: wacht.sleutel }, gegevens)
}
