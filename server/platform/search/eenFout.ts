/**
 * The word and everything that remains when one letter is left out. Two words that differ by one typing error share at
 * least one of these (symmetric delete, W. Garbe's SymSpell), so a table of them answers a misspelt word with an index.
 */
export function eenLetterVarianten(woord: string): string[] {
  const letters = [...woord]
  return [...new Set([woord, ...letters.map((_, i) => letters.toSpliced(i, 1).join(''))])]
}

/**
 * At most one typing error apart: a letter too many, too few or wrong, or two neighbours swapped (Damerau). Sharing a
 * variant is not enough: "abcd" and "bcda" share "bcd" but are two errors apart.
 */
export function isEenFout(a: string, b: string): boolean {
  const [x, y] = [[...a], [...b]]
  if (Math.abs(x.length - y.length) > 1) return false
  let start = 0
  while (start < x.length && x[start] === y[start]) start += 1
  let end = 0
  while (end < Math.min(x.length, y.length) - start && x[x.length - 1 - end] === y[y.length - 1 - end]) end += 1
  const [restX, restY] = [x.slice(start, x.length - end), y.slice(start, y.length - end)]
  if (restX.length <= 1 && restY.length <= 1) return true
  return restX.length === 2 && restY.length === 2 && restX[0] === restY[1] && restX[1] === restY[0]
}
