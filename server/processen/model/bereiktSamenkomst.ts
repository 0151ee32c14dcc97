import type { Procesmodel } from './procesmodel.ts'

/**
 * The flows after which branches may come together again: only there it matters that a branch is given up, for a join
 * must not wait for it.
 */
export function bereiktSamenkomst(model: Procesmodel): ReadonlySet<string> {
  const stappen = [...model.stappen.values()]
  const inkomend = (id: string) => model.stromen.filter(({ naar }) => naar === id)
  const bereikt = new Set(
    stappen
      .filter(({ soort, id }) => /^(Parallel|Inclusive)Gateway$/.test(soort) && inkomend(id).length > 1)
      .map(({ id }) => id),
  )
  const wachtrij = [...bereikt]
  for (let id = wachtrij.pop(); id !== undefined; id = wachtrij.pop()) {
    const grens = model.stappen.get(id)?.gehechtAan
    for (const eerder of [...inkomend(id).map(({ van }) => van), ...(grens ? [grens] : [])]) {
      if (bereikt.has(eerder)) continue
      bereikt.add(eerder)
      wachtrij.push(eerder)
    }
  }
  return new Set(model.stromen.filter(({ naar }) => bereikt.has(naar)).map(({ id }) => id))
}
