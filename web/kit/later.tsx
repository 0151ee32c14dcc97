import { type ComponentType, type ReactNode, Suspense, useEffect } from 'react'
import { bron } from './bron.ts'
import { useBron } from './useBron.ts'
import { wacht } from './verbinding.ts'
import { haalVooruit } from './vooruit.ts'

/** Between attempts to fetch what is on screen already; shorter when the network comes back. */
const pauze = 3000

/**
 * A part that opens on a screen, such as a window or a menu: fetched apart from the screen, when the browser has nothing
 * else to do. So the screen is small, and the part opens at once, also when the connection is gone by then. A part that
 * cannot be fetched never takes down the screen around it, where text may stand.
 * @param intussen what stands there as long as it is not there yet
 * @example const Afrondvenster = later(() => import('./Afrondvenster.tsx').then((module) => module.Afrondvenster))
 */
export function later<P extends object>(load: () => Promise<ComponentType<P>>, intussen?: (props: P) => ReactNode) {
  const fetched = bron<{ Part?: ComponentType<P> }>({})
  const fetchPart = async () => fetched.set({ Part: await load() })
  zodraHetRustigIs(() => void haalVooruit(fetchPart))
  return (props: P) => {
    const { Part } = useBron(fetched)
    useEffect(() => {
      if (Part) return
      const stop = new AbortController()
      void tryUntilThere(fetchPart, stop.signal)
      return () => stop.abort()
    }, [Part])
    const instead = intussen?.(props)
    return Part ? (
      <Suspense fallback={instead}>
        <Part {...props} />
      </Suspense>
    ) : (
      instead
    )
  }
}

async function tryUntilThere(fetchPart: () => Promise<void>, signal: AbortSignal): Promise<void> {
  let there = false
  const attempt = async () => {
    await fetchPart()
    there = true
  }
  // The first time as any screen: when a new version of Rondom is why, the page is loaded again. After that in silence,
  // for by now there may be text on it. Chromium remembers what failed until then; other browsers ask again.
  await attempt().catch(() => {})
  while (!there && !signal.aborted) {
    await wacht(pauze, signal).catch(() => {})
    if (!signal.aborted) await haalVooruit(attempt)
  }
}

function zodraHetRustigIs(run: () => void): void {
  // Safari has no requestIdleCallback.
  if (typeof requestIdleCallback === 'function') requestIdleCallback(run, { timeout: 3000 })
  else setTimeout(run, 1000)
}
