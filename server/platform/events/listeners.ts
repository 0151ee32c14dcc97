import type { WriteContext } from '../http/context.ts'
import type { Gebeurtenis } from './emit.ts'

/** Runs inside the transaction of the event: all of it happens, or nothing. Slow or outside work is a job. */
export type Listener = (w: WriteContext, gegevens: Gebeurtenis['gegevens']) => Promise<void>
export type Listeners = Record<string, Listener>

const registered = new Map<string, Listener[]>()

/** Called once per slice by `slices.ts`, in its order. */
export function listen(listeners: Listeners): void {
  for (const [soort, listener] of Object.entries(listeners)) {
    registered.set(soort, [...(registered.get(soort) ?? []), listener])
  }
}

export function listenersOf(soort: string): readonly Listener[] {
  return registered.get(soort) ?? []
}
