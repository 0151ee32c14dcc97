import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const source = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * What WCAG 2.2 AA finds wrong on this page, one readable line per element. Injected by the debugger: the content
 * security policy rightly refuses it as a script.
 */
export async function axe(page: Page, options: { binnen?: string } = {}): Promise<string[]> {
  await page.evaluate(inRust)
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source)
  const results = (await page.evaluate(
    // biome-ignore lint/suspicious/noExplicitAny: axe is a global of the page, not of this program
    ([binnen, values]) => (globalThis as any).axe.run(binnen ?? document, { runOnly: { type: 'tag', values } }),
    [options.binnen, tags] as const,
  )) as AxeResults
  return results.violations.flatMap((violation) =>
    violation.nodes.map(
      (node) =>
        `${violation.id}: ${node.target.join(' ')} — ${node.failureSummary?.split('\n').slice(1).join(' ').trim()}`,
    ),
  )
}

/** A colour that is still fading is measured halfway; a fade may begin a frame after what caused it. */
async function inRust(): Promise<void> {
  const eindig = (each: Animation) => each.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY
  for (let rustig = 0; rustig < 3; ) {
    await new Promise(requestAnimationFrame)
    const bezig = document.getAnimations().filter((each) => each.playState === 'running' && eindig(each))
    rustig = bezig.length === 0 ? rustig + 1 : 0
  }
}
