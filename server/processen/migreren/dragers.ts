import type { Procesmodel, Stap } from '../model/procesmodel.ts'
import type { ProcesWachtRow } from '../tables.ts'

export type Wachtend = Pick<ProcesWachtRow, 'element' | 'soort'>

/**
 * What stands still as one: a step with the events on its edge, a choice of events, or a subprocess with all in it. Only
 * as a whole can it go somewhere else. What stands ready for the whole process begins by itself, and is none.
 */
export function dragersVan<W extends Wachtend>(model: Procesmodel, wacht: readonly W[]): Map<string, W[]> {
  const dragers = Map.groupBy(wacht, ({ element }) => dragerVan(model, element))
  dragers.delete('')
  return dragers as Map<string, W[]>
}

function dragerVan(model: Procesmodel, element: string): string {
  const stap = model.stappen.get(element)
  if (!stap) return element
  const ouder = model.stappen.get(stap.ouder)
  // The start of an event subprocess: it listens as long as what is around it is there.
  if (ouder?.doorGebeurtenis && stap.soort === 'StartEvent')
    return ouder.ouder === model.id ? '' : dragerVan(model, ouder.ouder)
  if (ouder) return dragerVan(model, ouder.id)
  if (stap.gehechtAan) return dragerVan(model, stap.gehechtAan)
  return poortVoor(model, element) ?? element
}

/** The choice of events that this one is part of. */
function poortVoor({ stappen, stromen }: Procesmodel, element: string): string | undefined {
  return stromen.find(({ van, naar }) => naar === element && stappen.get(van)?.soort === 'EventBasedGateway')?.van
}

/** Everything that can stand still within this carrier: itself, its edge, its choices and what is in it. */
export function inhoudVan(model: Procesmodel, drager: string): Stap[] {
  return [...model.stappen.values()].filter((stap) => stap.id === drager || dragerVan(model, stap.id) === drager)
}
