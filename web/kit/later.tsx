import { type ComponentType, lazy, type ReactNode, Suspense } from 'react'
import { haalVooruit } from './vooruit.ts'

/**
 * A part that opens on a screen, such as a window or a menu: fetched apart from the screen, when the browser has nothing
 * else to do. So the screen is small, and the part opens at once, also when the connection is gone by then.
 * @param intussen what stands there in the rare case that it is asked for sooner
 * @example const Afrondvenster = later(() => import('./Afrondvenster.tsx').then((module) => module.Afrondvenster))
 */
export function later<P extends object>(load: () => Promise<ComponentType<P>>, intussen?: (props: P) => ReactNode) {
  const Part = lazy(async () => ({ default: await load() }))
  zodraHetRustigIs(() => void haalVooruit(load))
  return (props: P) => (
    <Suspense fallback={intussen?.(props)}>
      <Part {...props} />
    </Suspense>
  )
}

function zodraHetRustigIs(run: () => void): void {
  // Safari has no requestIdleCallback.
  if (typeof requestIdleCallback === 'function') requestIdleCallback(run, { timeout: 3000 })
  else setTimeout(run, 1000)
}
