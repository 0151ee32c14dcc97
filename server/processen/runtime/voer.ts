import { z } from 'zod'
import type { WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { enqueue } from '#server/platform/jobs/jobs.ts'
import { type Actie, acties, type Plek } from '../acties/index.ts'
import { BeslisError, beslis } from '../dmn/beslis.ts'
import type { Stap } from '../model/procesmodel.ts'
import { BpmnFout, ProcesFout, type Uitslag, type Werk } from '../motor/soorten.ts'
import { insertActie, insertBeslissing } from '../store.ts'
import type { Gehouden } from './gehouden.ts'
import { verwerkUitvoer } from './uitvoer.ts'

export type Feel = (expressie: string, lokaal: Record<string, unknown>) => unknown
type Loop = {
  w: WriteContext
  gehouden: Gehouden
  /** Grows with what is done. */
  gegevens: Record<string, unknown>
  context: () => Record<string, unknown>
  feel: Feel
  klok: Parameters<typeof beslis>[3]
}

/** Does what the engine came upon: decides, acts within the transaction, or makes an action for the worker. */
export async function voer(loop: Loop, werk: Werk): Promise<Uitslag> {
  const stap = loop.gehouden.geladen.model.stappen.get(werk.element)
  if (!stap) throw new ProcesFout(werk.element, 'Dit onderdeel staat niet in het diagram.')
  if (stap.soort === 'BusinessRuleTask') return beslisStap(loop, stap, werk)
  const naam = actienaam(stap)
  const actie = acties.get(naam)
  if (!actie) throw new ProcesFout(stap.id, `De actie "${naam}" bestaat niet.`)
  const invoer = invoerVan(loop, stap, actie, werk.lokaal)
  const { instantie, zaak, geladen } = loop.gehouden
  const sleutel = `${instantie.id}:${werk.sleutel}`
  const rij = {
    id: newId(),
    instantie_id: instantie.id,
    element: stap.id,
    uitvoering: werk.sleutel,
    soort: actie.naam,
    invoer,
    uitvoer: null,
    pogingen: 0,
    fout: '',
    fout_code: '',
    sleutel,
    volgende_poging: null,
    aangemaakt_op: loop.w.now,
    begonnen_op: null,
    klaar_op: null,
    afgehandeld_door: null,
    reden: '',
  }
  if (actie.buiten) {
    await insertActie(loop.w.tx, { ...rij, status: 'klaar_te_staan', volgende_poging: loop.w.now })
    await enqueue(loop.w, 'processen.actie', { actieId: rij.id }, { key: `actie:${rij.id}` })
    return { klaar: false }
  }
  const plek: Plek = {
    instantieId: instantie.id,
    zaak,
    element: stap.id,
    stapnaam: stap.naam,
    sleutel,
    geladen,
    context: { ...loop.context(), ...werk.lokaal },
  }
  const uitvoer = actie.uitvoer.parse(await doe(stap, () => actie.voer(loop.w, plek, invoer))) as Record<
    string,
    unknown
  >
  await insertActie(loop.w.tx, { ...rij, status: 'gelukt', pogingen: 1, uitvoer, klaar_op: loop.w.now })
  verwerkUitvoer(loop.gegevens, stap, { uitkomst: uitvoer }, werk.lokaal, loop.feel)
  return { klaar: true }
}

/** A send task without an action of its own sends its message. */
export function actienaam(stap: Pick<Stap, 'actie' | 'soort' | 'bericht' | 'document'>): string {
  if (stap.actie) return stap.actie
  if (stap.soort === 'SendTask' || stap.bericht) return 'bericht.versturen'
  return stap.document ? 'document.maken' : ''
}

function invoerVan({ feel }: Loop, stap: Stap, actie: Actie, lokaal: Record<string, unknown>): Record<string, unknown> {
  const gegeven = Object.fromEntries(
    stap.invoer.map(({ naam, waarde }) => [naam, waarde.startsWith('=') ? feel(waarde.slice(1), lokaal) : waarde]),
  )
  const met = {
    ...(stap.bericht && { bericht: stap.bericht }),
    ...(stap.document && { document: stap.document }),
    ...gegeven,
  }
  const gelezen = actie.invoer.safeParse(met)
  if (!gelezen.success)
    throw new ProcesFout(stap.id, `De invoer van "${actie.label}" klopt niet: ${z.prettifyError(gelezen.error)}`)
  return gelezen.data as Record<string, unknown>
}

/** What an action refuses, with the step where it was; errors that a diagram may catch pass. */
async function doe<T>(stap: Stap, werk: () => Promise<T>): Promise<T> {
  try {
    return await werk()
  } catch (error) {
    // A deadlock or a lost connection is nobody's drawing: the transaction is tried again.
    if (error instanceof BpmnFout || (typeof error === 'object' && error !== null && 'severity' in error)) throw error
    throw new ProcesFout(stap.id, error instanceof Error ? error.message : String(error))
  }
}

async function beslisStap(loop: Loop, stap: Stap, werk: Werk): Promise<Uitslag> {
  const { geladen, instantie } = loop.gehouden
  if (!geladen.beslismodel) throw new ProcesFout(stap.id, 'Dit proces heeft geen beslistabellen (regels.dmn).')
  try {
    const eigen = Object.fromEntries(
      stap.invoer.map(({ naam, waarde }) => [
        naam,
        waarde.startsWith('=') ? loop.feel(waarde.slice(1), werk.lokaal) : waarde,
      ]),
    )
    const invoer = { ...loop.context(), ...werk.lokaal, ...eigen }
    const besluit = beslis(geladen.beslismodel, stap.beslissing, invoer, loop.klok)
    for (const each of [...metOnderliggende(besluit)])
      await insertBeslissing(loop.w.tx, {
        id: newId(),
        instantie_id: instantie.id,
        element: stap.id,
        beslissing: each.beslissing,
        naam: each.naam,
        regels: each.regels,
        invoer: each.invoer,
        uitkomst: each.uitkomst,
        op: loop.w.now,
      })
    const metNaam = { ...stap, resultaat: stap.resultaat || stap.beslissing }
    verwerkUitvoer(loop.gegevens, metNaam, { uitkomst: besluit.uitkomst }, werk.lokaal, loop.feel)
    return { klaar: true }
  } catch (error) {
    if (error instanceof BeslisError) throw new ProcesFout(stap.id, error.message)
    throw error
  }
}

type Besluit = ReturnType<typeof beslis>

function* metOnderliggende(besluit: Besluit): Iterable<Besluit> {
  for (const each of besluit.onderliggend) yield* metOnderliggende(each)
  yield besluit
}
