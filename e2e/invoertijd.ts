import type { Page } from 'playwright-core'

export type Invoertijd = { aantal: number; p50: number; p95: number; max: number }

/**
 * How long the browser takes from a key or click to the next picture, as Event Timing measures it (what INP is made of):
 * in steps of 8 ms; what is faster than 16 ms is not reported by the browser and counts as 8.
 * @param handeling types or clicks; its keys and clicks are what is measured
 */
export async function meetInvoer(page: Page, handeling: () => Promise<unknown>): Promise<Invoertijd> {
  await page.evaluate(() => {
    const found: number[] = []
    Object.assign(globalThis, { __invoer: found })
    const kinds = new Set(['keydown', 'keyup', 'input', 'click', 'pointerdown', 'pointerup'])
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (kinds.has(entry.name)) found.push(entry.duration)
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
    for (const kind of ['keydown', 'click']) document.addEventListener(kind, () => found.push(8), { capture: true })
  })
  await handeling()
  await page.waitForTimeout(300)
  const found = await page.evaluate(() => (globalThis as unknown as { __invoer: number[] }).__invoer)
  const sorted = found.sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { aantal: sorted.length, p50: at(0.5), p95: at(0.95), max: at(1) }
}
