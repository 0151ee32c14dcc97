/** A value outside React that components can follow with `useSyncExternalStore`. */
export type Bron<T> = {
  get(): T
  set(value: T): void
  subscribe(listener: () => void): () => void
}

export function bron<T>(first: T): Bron<T> {
  let current = first
  const listeners = new Set<() => void>()
  return {
    get: () => current,
    set(value) {
      if (Object.is(value, current)) return
      current = value
      for (const listener of [...listeners]) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
