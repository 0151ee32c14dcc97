import type { Proefstap, Proefstart } from '#contract/procesproef.ts'
import { type Actor, systemActor, type WriteContext } from '#server/platform/http/context.ts'
import type { Services } from '#server/slice.ts'
import { doe } from './acties/uitvoeren.ts'
import { antwoordVanBuiten, doeStap, type Proef } from './scenarios/proef.ts'
import { type ProcesStart, startProces } from './startProces.ts'

/** A case of the past while it is being played, with the clock where it is then. */
export type Naspel = Proef

/**
 * Begins a case that began earlier, in the words of a scenario but for good: who has a history to bring along (a demo,
 * another system) plays it in one transaction. `acties` says how the world answered then; an action that is not named
 * there is done by the worker afterwards, as for any case. Documents are really made.
 */
export async function beginNaspel(
  w: WriteContext,
  services: Services,
  start: ProcesStart,
  acties: Proefstart['acties'] = {},
): Promise<Naspel> {
  const { zaakId, instantieId } = await startProces(w, start)
  const naspel: Naspel = {
    start: { nu: w.now.toISOString(), antwoorden: {}, zonderKlant: false, acties, processen: [] },
    w,
    zaakId,
    instantieId,
    versies: [],
    bewaak: () => {},
    maakDocument: (actie) => doe(naspel.w, services, actie),
  }
  await antwoordVanBuiten(naspel)
  return naspel
}

/** The next thing that happened; `door` did it, or time went by. @throws when nothing waits for it */
export async function speelNa(naspel: Naspel, door: Actor, stap: Proefstap): Promise<void> {
  const tijd = 'tijd' in stap || 'tot' in stap
  naspel.w = { ...naspel.w, actor: tijd ? systemActor : door }
  await doeStap(naspel, stap, JSON.stringify(stap))
}
