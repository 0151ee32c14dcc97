import type { WriteContext } from '../http/context.ts'

/** A kind of row that many small changes of one transaction leave, and that is written once, just before the commit. */
export type Late<T> = {
  /** Lower ones first: what they write may leave something for the others. */
  rang: number
  write(w: WriteContext, items: T[]): Promise<void>
}

/** What a transaction has still to write, in the order in which it came. */
export type Pending = Map<Late<unknown>, unknown[]>

/** A load that goes on for long does not keep everything in memory. */
const max = 500

/** Leaves this for the end of the transaction: all of one kind in one go, instead of a journey to the database for each. */
export async function writeLate<T>(w: WriteContext, late: Late<T>, item: T): Promise<void> {
  const items = waiting(w, late)
  items.push(item)
  w.pending.set(late as Late<unknown>, items)
  if (items.length >= max) await writeNow(w, late)
}

/** What is left for the end so far, of this kind. */
export function waiting<T>({ pending }: WriteContext, late: Late<T>): T[] {
  // The map has kinds of many types; each list is only ever given to its own.
  return (pending.get(late as Late<unknown>) as T[] | undefined) ?? []
}

/** Everything that waits, kinds of one rank in one journey: called by `write`, before the commit. */
export async function writePending(w: WriteContext): Promise<void> {
  while (w.pending.size > 0) {
    const kinds = [...w.pending.keys()]
    const rang = Math.min(...kinds.map((kind) => kind.rang))
    await Promise.all(kinds.filter((kind) => kind.rang === rang).map((kind) => writeNow(w, kind)))
  }
}

/** For whoever must find these rows in the database before the end. */
export async function writeNow<T>(w: WriteContext, late: Late<T>): Promise<void> {
  const items = waiting(w, late)
  w.pending.delete(late as Late<unknown>)
  if (items.length > 0) await late.write(w, items)
}

/** For a part of a transaction that may be taken back: what it left for the end is then taken back with it. */
export function keepPending({ pending }: WriteContext): () => void {
  const kept = [...pending].map(([late, items]): [Late<unknown>, unknown[]] => [late, [...items]])
  return () => {
    pending.clear()
    for (const [late, items] of kept) pending.set(late, items)
  }
}
