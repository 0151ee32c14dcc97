/** The list with one member moved to another place. */
export function verplaats<T>(list: readonly T[], van: number, naar: number): T[] {
  const rest = list.toSpliced(van, 1)
  return list[van] === undefined ? rest : rest.toSpliced(naar, 0, list[van])
}
