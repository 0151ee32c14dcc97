import { join } from 'node:path'
import { sql } from 'kysely'
import type { BrowserContext, Page } from 'playwright-core'
import { launchBrowser } from '../../e2e/browser.ts'
import { meetInvoer } from '../../e2e/invoertijd.ts'
import { buildWeb } from '../../tools/buildWeb.ts'
import { measureBundel } from '../../tools/bundel.ts'
import type { Omgeving, Scenario } from '../meten/omgeving.ts'
import type { Regel } from '../meten/uitslag.ts'

/** What the browser must fetch before the first screen, and how quickly it draws what is typed. */
export const werkplek: Scenario = {
  naam: 'werkplek',
  async meet(omgeving) {
    await buildWeb('werkplek', true)
    const bundel = measureBundel(join(import.meta.dirname, '../../dist/werkplek'))
    const browser = await launchBrowser()
    try {
      const page = await open(omgeving, await browser.newContext({ viewport: { width: 1440, height: 900 } }))
      return [
        {
          naam: 'werkplek: JavaScript voor het eerste scherm (gzip)',
          n: 1,
          eenheid: 'kB',
          p50: bundel.js / 1000,
          doel: 220,
        },
        { naam: 'werkplek: CSS voor het eerste scherm (gzip)', n: 1, eenheid: 'kB', p50: bundel.css / 1000 },
        await typ(page, 'werkplek: toets tot beeld in het palet (Ctrl K)', async () => {
          await page.keyboard.press('Control+k')
          await page.getByRole('combobox').first().waitFor()
          await page.keyboard.type('van den breg utrecht', { delay: 60 })
          await page.getByRole('option').first().waitFor()
          for (let i = 0; i < 6; i++) await page.keyboard.press('ArrowDown', { delay: 30 })
          await page.keyboard.press('Escape')
        }),
        await typ(page, 'werkplek: toets tot beeld in het gesprekspaneel', async () => {
          await page.getByRole('button', { name: 'Nieuw contact' }).click()
          await page.waitForURL(/gesprekken/)
          await page.getByLabel('Wat vraagt de klant?').click()
          await page.keyboard.type(
            'Mevrouw belt over een lekkage onder de gootsteen. Het druppelt sinds gisteravond. ',
            {
              delay: 40,
            },
          )
        }),
      ]
    } finally {
      await browser.close()
    }
  },
}

/** A klantcontactmedewerker at his desk, with the events of his colleagues coming in. */
async function open({ server, organisatie, medewerkers }: Omgeving, context: BrowserContext): Promise<Page> {
  const wie = medewerkers.at(-1)
  if (!wie) throw new Error('there are no employees')
  // Contacts in progress of earlier measurements would open as tabs.
  await sql`delete from concept where medewerker_id = ${wie.id}`.execute(organisatie.db)
  const cookies = wie.cookie.split('; ').map((pair) => {
    const [name = '', ...value] = pair.split('=')
    return { name, value: value.join('='), url: server.url }
  })
  await context.addCookies(cookies)
  const page = await context.newPage()
  await page.goto(`${server.url}/werkplek/mijn-werk`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return page
}

async function typ(page: Page, naam: string, handeling: () => Promise<void>): Promise<Regel> {
  const { aantal, p50, p95, max } = await meetInvoer(page, handeling)
  return {
    naam,
    n: aantal,
    eenheid: 'ms',
    p50,
    p95,
    p99: max,
    doel: 100,
    opmerking: 'stappen van 8 ms; p99 is de langste',
  }
}
