import { useSyncExternalStore } from 'react'
import type { Bron } from './bron.ts'

export function useBron<T>(source: Bron<T>): T {
  return useSyncExternalStore(source.subscribe, source.get, source.get)
}
