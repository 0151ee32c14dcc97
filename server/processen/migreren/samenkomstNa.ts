import type { Procesmodel } from '../model/procesmodel.ts'

/**
 * The first place after this element where branches come together that did not part after it: it counts what arrived
 * before, and a process that is set down here has forgotten that.
 */
export function samenkomstNa({ stappen, stromen }: Procesmodel, element: string): string | undefined {
  const gezien = new Set<string>()
  const wachtrij = [element]
  for (let id = wachtrij.shift(); id !== undefined; id = wachtrij.shift()) {
    if (gezien.has(id)) continue
    gezien.add(id)
    const poort = /^(Parallel|Inclusive)Gateway$/.test(stappen.get(id)?.soort ?? '')
    if (poort && stromen.filter(({ naar }) => naar === id).length > 1) return id
    // What parts here comes together again later, with all its branches.
    if (poort && stromen.filter(({ van }) => van === id).length > 1) continue
    wachtrij.push(...stromen.filter(({ van }) => van === id).map(({ naar }) => naar))
    for (const stap of stappen.values()) if (stap.gehechtAan === id) wachtrij.push(stap.id)
  }
  return undefined
}
