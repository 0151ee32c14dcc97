import { acties } from '../acties/index.ts'
import { actienaam } from '../runtime/voer.ts'
import type { Procesmodel, Stap } from './procesmodel.ts'

/** One element of every loop in which nothing ever waits. */
export function lussenZonderWacht(model: Procesmodel): string[] {
  const snel = new Set([...model.stappen.values()].filter((stap) => !wacht(stap)).map(({ id }) => id))
  const gevonden: string[] = []
  const klaar = new Set<string>()
  for (const start of snel) if (!klaar.has(start)) volg(start, [])
  return gevonden

  function volg(id: string, pad: string[]): void {
    if (pad.includes(id)) {
      gevonden.push(id)
      return
    }
    if (klaar.has(id)) return
    for (const { naar } of model.stromen.filter(({ van }) => van === id)) if (snel.has(naar)) volg(naar, [...pad, id])
    klaar.add(id)
  }
}

/** Of a subprocess it is taken for granted: the limit of the engine stops the one in which nothing waits. */
function wacht(stap: Stap): boolean {
  if (
    /^(UserTask|ReceiveTask|IntermediateCatchEvent|EventBasedGateway|BoundaryEvent|CallActivity|SubProcess)$/.test(
      stap.soort,
    )
  )
    return true
  return /^(Service|Send)Task$/.test(stap.soort) && acties.get(actienaam(stap))?.buiten === true
}
