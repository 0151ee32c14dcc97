import type { Stap } from '../model/procesmodel.ts'

/**
 * What a step adds to the data: its answers or outcome under their names, and what the drawing makes of them. In a
 * repetition every turn has its own: they become a list, in the order in which they came.
 */
export function verwerkUitvoer(
  gegevens: Record<string, unknown>,
  stap: Stap,
  opbrengst: { antwoorden?: Record<string, unknown>; uitkomst?: unknown },
  lokaal: Record<string, unknown>,
  feel: (expressie: string, lokaal: Record<string, unknown>) => unknown,
): void {
  const { antwoorden = {}, uitkomst } = opbrengst
  const inLus = Object.keys(lokaal).length > 0
  if (inLus && (stap.resultaat || Object.keys(antwoorden).length > 0)) {
    const naam = stap.resultaat || stap.id
    const lijst = Array.isArray(gegevens[naam]) ? gegevens[naam] : []
    gegevens[naam] = [...lijst, { ...lokaal, ...antwoorden, ...(uitkomst !== undefined && { uitkomst }) }]
  } else {
    Object.assign(gegevens, antwoorden)
    if (stap.resultaat) gegevens[stap.resultaat] = uitkomst ?? null
  }
  for (const { naam, waarde } of stap.uitvoer)
    gegevens[naam] = waarde.startsWith('=')
      ? feel(waarde.slice(1), { ...lokaal, ...antwoorden, uitkomst: uitkomst ?? null })
      : waarde
}
