import type { Procesmodel, Stap } from './procesmodel.ts'

/** On the edge of a step, or at the start of an event subprocess: it waits beside what is going on. */
export function isGereedstaand(model: Procesmodel, stap: Stap): boolean {
  if (stap.soort === 'BoundaryEvent') return true
  return stap.soort === 'StartEvent' && model.stappen.get(stap.ouder)?.doorGebeurtenis === true
}
