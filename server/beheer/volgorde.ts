/** Whether the same members are in both, each once, in whatever order. */
export function isPermutation(a: readonly string[], b: readonly string[]): boolean {
  const members = new Set(a)
  return a.length === b.length && members.size === a.length && b.every((member) => members.has(member))
}
