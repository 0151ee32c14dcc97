import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { axe } from './axe.ts'

type Gedaante = { colorScheme: 'light' | 'dark'; width: number }

/** A desk by day, and at night the smallest window of WCAG 1.4.10: colours and layout do not depend on each other. */
const gedaanten: Gedaante[] = [
  { colorScheme: 'light', width: 1440 },
  { colorScheme: 'dark', width: 320 },
]

/**
 * What stands on the page passes axe and needs no scrolling sideways, in each look. One page takes them all: it has to
 * follow its window and its scheme anyhow, and loading it again for each is where the time of a test run went.
 */
export async function keurElkeGedaante(page: Page, naam: string): Promise<void> {
  for (const { colorScheme, width } of gedaanten) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height: 844 })
    await page.waitForFunction(
      // A page of the portal follows its style sheet by itself; one of the werkplek has to draw again.
      (scheme) => (document.documentElement.dataset['mantineColorScheme'] ?? scheme) === scheme,
      colorScheme,
    )
    const waar = `${naam}: ${colorScheme}, ${width} wide`
    expect(await axe(page), waar).toEqual([])
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      waar,
    ).toBeLessThanOrEqual(0)
  }
}
