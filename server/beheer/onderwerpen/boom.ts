import type { OnderwerpRow } from './store.ts'

/** Parents first, each followed by its children; a child of an inactive parent counts as inactive. */
export function inBoom(rows: readonly OnderwerpRow[]): OnderwerpRow[] {
  const children = Map.groupBy(rows, (row) => row.bovenliggend_id)
  return (children.get(null) ?? []).flatMap((parent) => [
    parent,
    ...(children.get(parent.id) ?? []).map((child) => ({ ...child, actief: child.actief && parent.actief })),
  ])
}
