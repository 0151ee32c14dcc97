import { evalFeel } from '#contract/regels/feel/feel.ts'
import { ErpBezet, ErpGeweigerd, ErpStoring } from '#server/erp/index.ts'
import { write } from '#server/platform/db/write.ts'
import { DomainError } from '#server/platform/errors.ts'
import type { ReadContext, WriteContext } from '#server/platform/http/context.ts'
import { enqueue } from '#server/platform/jobs/jobs.ts'
import type { Services } from '#server/slice.ts'
import { findZaken } from '#server/zaken/index.ts'
import { meldActie } from '../meldWijziging.ts'
import { vangtFout } from '../model/vangtFout.ts'
import { BpmnFout } from '../motor/soorten.ts'
import { contextVan } from '../runtime/context.ts'
import { houdInstantie } from '../runtime/gehouden.ts'
import { verwerkUitvoer } from '../runtime/uitvoer.ts'
import { zetVoort } from '../runtime/zetVoort.ts'
import { getInstantie, lockActie, selectWacht, updateActie } from '../store.ts'
import type { ProcesActieRow } from '../tables.ts'
import { laadVersie } from '../versies/geladen.ts'
import { acties, NogNiet, type Plek } from './index.ts'
import { wachttijd } from './wachttijd.ts'

/**
 * Performs an action outside every transaction, then lets the process go on with what it brought. Cut off anywhere, it
 * is done again with the same key; its own deed counts once, and what follows happened entirely or not at all.
 */
export async function voerActieUit(ctx: ReadContext, services: Services, actieId: string): Promise<void> {
  const begonnen = await write(ctx, (w) => begin(w, actieId))
  if (!begonnen) return
  // Done before, but the process could not go on then: only that is tried again.
  if (begonnen.uitvoer) return gaVerder(ctx, begonnen, begonnen.uitvoer)
  let uitvoer: Record<string, unknown>
  try {
    uitvoer = await doe(ctx, services, begonnen)
  } catch (error) {
    return mislukt(ctx, begonnen, error)
  }
  return gaVerder(ctx, begonnen, uitvoer)
}

async function begin(w: WriteContext, actieId: string): Promise<ProcesActieRow | undefined> {
  const actie = await lockActie(w.tx, actieId)
  if (!actie || !['klaar_te_staan', 'bezig'].includes(actie.status)) return undefined
  return updateActie(w.tx, actie, { status: 'bezig', begonnen_op: w.now, pogingen: actie.pogingen + 1 })
}

/** Only the deed itself: what it brought is for the caller to keep. */
export async function doe(ctx: ReadContext, services: Services, rij: ProcesActieRow): Promise<Record<string, unknown>> {
  const actie = acties.get(rij.soort)
  if (!actie?.buiten) throw new Error(`De actie "${rij.soort}" bestaat niet (meer).`)
  const plek = await plekVan(ctx, rij)
  const uitvoer = await actie.voer(ctx, plek, actie.invoer.parse(rij.invoer), services)
  return actie.uitvoer.parse(uitvoer) as Record<string, unknown>
}

async function plekVan(ctx: ReadContext, rij: ProcesActieRow): Promise<Plek> {
  const instantie = await getInstantie(ctx.db, rij.instantie_id)
  const zaak = (await findZaken(ctx.db, [instantie.zaak_id])).get(instantie.zaak_id)
  if (!zaak) throw new Error('De zaak van deze actie is er niet meer.')
  const geladen = await laadVersie(ctx.db, instantie.versie_id)
  return {
    instantieId: instantie.id,
    zaak,
    element: rij.element,
    stapnaam: geladen.model.stappen.get(rij.element)?.naam ?? '',
    sleutel: rij.sleutel,
    geladen,
    context: { ...instantie.gegevens, ...(await contextVan(ctx, zaak, geladen)) },
  }
}

/** What it brought is kept even when the process cannot go on: the deed must not be done a second time. */
export async function gaVerder(ctx: ReadContext, rij: ProcesActieRow, uitvoer: Record<string, unknown>): Promise<void> {
  try {
    await write(ctx, (w) => verwerk(w, rij, uitvoer))
  } catch (error) {
    if (!(error instanceof DomainError)) {
      await write(ctx, (w) => bewaar(w, rij, { uitvoer }))
      throw error
    }
    await write(ctx, (w) => bewaar(w, rij, { uitvoer, status: 'mislukt', fout: error.message, fout_code: error.code }))
  }
}

async function bewaar(
  w: WriteContext,
  { id }: ProcesActieRow,
  changes: Parameters<typeof updateActie>[2],
): Promise<void> {
  const actie = await lockActie(w.tx, id)
  if (actie?.status !== 'bezig') return
  const na = await updateActie(w.tx, actie, changes)
  if (na.status === 'mislukt') await meldActie(w, na)
}

/** @param als what becomes of the action: it did its work, or somebody decided to go on without it */
export async function verwerk(
  w: WriteContext,
  { id, instantie_id, uitvoering, element }: ProcesActieRow,
  uitvoer: Record<string, unknown>,
  als: Partial<ProcesActieRow> = { status: 'gelukt' },
): Promise<void> {
  const gehouden = await houdInstantie(w, { instantieId: instantie_id })
  const actie = await lockActie(w.tx, id)
  if (!actie || !['klaar_te_staan', 'bezig', 'mislukt'].includes(actie.status)) return
  const klaar = { uitvoer, klaar_op: w.now, volgende_poging: null, fout: '', fout_code: '' }
  await updateActie(w.tx, actie, { ...klaar, ...als })
  if (actie.fout || als.status !== 'gelukt') await meldActie(w, actie)
  const wacht = (await selectWacht(w.db, instantie_id)).find(({ sleutel }) => sleutel === uitvoering)
  // Gone on while it was done: what it brought is in the action, for who looks.
  if (!wacht) return
  const { geladen, zaak, instantie } = gehouden
  const beschrijving = acties.get(actie.soort)
  if (beschrijving?.buiten && beschrijving.legVast && als.status === 'gelukt')
    await beschrijving.legVast(
      w,
      await plekVan(w, actie),
      beschrijving.uitvoer.parse(uitvoer),
      beschrijving.invoer.parse(actie.invoer),
    )
  const stap = geladen.model.stappen.get(element)
  const gegevens = { ...instantie.gegevens }
  const vast = await contextVan(w, zaak, geladen)
  if (stap)
    verwerkUitvoer(gegevens, stap, { uitkomst: uitvoer }, wacht.lokaal, (expressie, lokaal) =>
      evalFeel(expressie, { ...gegevens, ...vast, ...lokaal }, { nu: w.now }),
    )
  await zetVoort(w, gehouden, { soort: 'voltooi', sleutel: uitvoering }, gegevens)
}

async function mislukt(ctx: ReadContext, rij: ProcesActieRow, error: unknown): Promise<void> {
  if (error instanceof NogNiet) return kijkLater(ctx, rij, error.na)
  const oordeel = beoordeel(error)
  try {
    await write(ctx, (w) => verwerkFout(w, rij, oordeel, error))
  } catch (verder) {
    // The diagram caught it and could not go on after that: for a person.
    if (!(verder instanceof DomainError)) throw verder
    await write(ctx, (w) =>
      bewaar(w, rij, { status: 'mislukt', fout: `${oordeel.melding} ${verder.message}`, fout_code: oordeel.code }),
    )
  }
}

/** An action that did not work: caught by the diagram, tried again later, or for a person. */
export async function verwerkFout(
  w: WriteContext,
  rij: ProcesActieRow,
  oordeel: Oordeel,
  error: unknown,
): Promise<void> {
  const { code, melding, opnieuw } = oordeel
  const gehouden = await houdInstantie(w, { instantieId: rij.instantie_id })
  const actie = await lockActie(w.tx, rij.id)
  if (actie?.status !== 'bezig') return
  const wacht = (await selectWacht(w.db, rij.instantie_id)).some(({ sleutel }) => sleutel === rij.uitvoering)
  const uitkomst = { fout: melding, fout_code: code }
  if (!opnieuw && wacht && vangtFout(gehouden.geladen.model, rij.element, code)) {
    // The diagram takes care of it: it is not on the list of what failed.
    await updateActie(w.tx, actie, { ...uitkomst, status: 'vervallen', klaar_op: w.now })
    const gegevens = { ...gehouden.instantie.gegevens, fout: { code, melding, ...detailsVan(error) } }
    await zetVoort(w, gehouden, { soort: 'fout', sleutel: rij.uitvoering, code, melding }, gegevens)
    return
  }
  const na = opnieuw ? wachttijd(actie.pogingen) : undefined
  const op = na === undefined ? null : new Date(w.now.getTime() + na)
  await updateActie(w.tx, actie, { ...uitkomst, status: op ? 'klaar_te_staan' : 'mislukt', volgende_poging: op })
  if (op) await enqueue(w, 'processen.actie', { actieId: rij.id }, { key: `actie:${rij.id}`, at: op })
  // Of what is tried again and again, only that it began to fail and that it was given up is news.
  if (!op || actie.fout === '') await meldActie(w, actie)
}

async function kijkLater(ctx: ReadContext, rij: ProcesActieRow, na: number): Promise<void> {
  await write(ctx, async (w) => {
    const actie = await lockActie(w.tx, rij.id)
    if (actie?.status !== 'bezig') return
    const op = new Date(w.now.getTime() + na)
    const rust = { pogingen: 0, fout: '', fout_code: '' }
    await updateActie(w.tx, actie, { status: 'klaar_te_staan', volgende_poging: op, ...rust })
    if (actie.fout) await meldActie(w, actie)
    await enqueue(w, 'processen.actie', { actieId: rij.id }, { key: `actie:${rij.id}`, at: op })
  })
}

type Oordeel = { code: string; melding: string; opnieuw: boolean }

/** What may be tried again, and what nobody will ever accept. */
function beoordeel(error: unknown): Oordeel {
  const melding = error instanceof Error ? error.message : String(error)
  if (error instanceof BpmnFout) return { code: error.code, melding, opnieuw: false }
  if (error instanceof ErpStoring) return { code: `ERP_${error.soort}`, melding, opnieuw: true }
  if (error instanceof ErpBezet) return { code: 'BEZET', melding, opnieuw: false }
  if (error instanceof ErpGeweigerd) return { code: error.code.toUpperCase(), melding, opnieuw: false }
  if (error instanceof DomainError) return { code: error.code, melding, opnieuw: error.status >= 500 }
  return { code: 'ONBEKEND', melding, opnieuw: true }
}

const detailsVan = (error: unknown) => (error instanceof ErpBezet ? { opties: error.opties } : {})
