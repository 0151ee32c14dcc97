import type { Tabel } from '../leesTabellen.ts'

/** The decision that this place is in: of a cell, a rule, a column, or the decision itself. */
export function tabelMet(tabellen: readonly Tabel[], plek: string): Tabel | undefined {
  return tabellen.find(
    ({ id, invoer, uitvoer, regels }) =>
      id === plek ||
      [...invoer, ...uitvoer].some((kolom) => kolom.id === plek) ||
      regels.some((regel) => regel.id === plek || [...regel.als, ...regel.dan].some((cel) => cel.id === plek)),
  )
}
