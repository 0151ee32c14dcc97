import type { Procesmodel } from './procesmodel.ts'

/**
 * What comes after these elements, gateways and events skipped: the steps that people or the system do next. Every way
 * that may be taken is in it; nearest first, at most ten.
 */
export function daarna(model: Procesmodel, elementen: readonly string[]): string[] {
  const gevonden: string[] = []
  const gezien = new Set(elementen)
  const wachtrij = elementen.flatMap((element) => vervolg(model, element))
  for (let id = wachtrij.shift(); id !== undefined && gevonden.length < 10; id = wachtrij.shift()) {
    if (gezien.has(id)) continue
    gezien.add(id)
    const stap = model.stappen.get(id)
    if (stap && /Task$|^SubProcess$|^CallActivity$/.test(stap.soort)) gevonden.push(id)
    else wachtrij.push(...vervolg(model, id))
  }
  return gevonden
}

function vervolg(model: Procesmodel, id: string): string[] {
  const verder = model.stromen.filter(({ van }) => van === id).map(({ naar }) => naar)
  if (verder.length > 0) return verder
  // The end of a subprocess goes on after it.
  const ouder = model.stappen.get(model.stappen.get(id)?.ouder ?? '')
  return ouder ? vervolg(model, ouder.id) : []
}
