import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Opdracht, Uitslag } from './lader.ts'

/** Lets the load generator do this and waits for what it measured. */
export async function meet(opdracht: Opdracht): Promise<Uitslag> {
  const child = fork(join(import.meta.dirname, 'lader.ts'))
  child.send(opdracht)
  const [uitslag] = (await once(child, 'message')) as [Uitslag]
  child.disconnect()
  return uitslag
}

/** The smallest value that this part of the measurements does not exceed. */
export function percentiel(ms: readonly number[], deel: number): number {
  const op = [...ms].sort((a, b) => a - b)
  return op[Math.min(op.length - 1, Math.ceil(op.length * deel) - 1)] ?? 0
}
