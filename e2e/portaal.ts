import type { BrowserContextOptions, Page } from 'playwright-core'
import type { E2e } from './opstelling.ts'

/** A page of a demo customer in the portal, signed in through the demo door, at this address. */
export async function alsKlant(e2e: E2e, naam: RegExp, pad = '/', options?: BrowserContextOptions): Promise<Page> {
  const context = await e2e.venster(options)
  const page = await context.newPage()
  await page.goto('/aanmelden')
  await page.getByRole('button', { name: naam }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/aanmelden'))
  if (pad !== '/') await page.goto(pad)
  await page.locator('h1').waitFor()
  return page
}

/** Answers each question of a form with whatever fits, from its first question to the check of all answers. */
export async function beantwoordAlles(page: Page): Promise<void> {
  const kop = page.locator('main h1')
  for (let vraag = 0; vraag < 40; vraag++) {
    await kop.waitFor()
    const tekst = (await kop.textContent()) ?? ''
    if (/Controleer uw antwoorden/.test(tekst)) return
    // Somebody was here before, and his answers were kept.
    const eerder = page.getByRole('button', { name: 'Begin opnieuw' })
    const knop = (await eerder.isVisible()) ? eerder : page.getByRole('button', { name: 'Verder', exact: true })
    for (const groep of await page.locator('main fieldset').all()) {
      const keuzes = groep.locator('input[type=radio], input[type=checkbox]')
      if ((await keuzes.count()) > 0 && (await groep.locator('input:checked').count()) === 0)
        await keuzes.first().check()
    }
    for (const lijst of await page.locator('main select').all())
      if (!(await lijst.inputValue())) await lijst.selectOption({ index: 1 })
    for (const veld of await page
      .locator('main textarea, main input:not([type=radio], [type=checkbox], [type=file])')
      .all())
      if (!(await veld.inputValue())) await veld.fill(await passend(veld.getAttribute('inputmode')))
    await knop.click()
    await page.waitForFunction((eerder) => document.querySelector('main h1')?.textContent !== eerder, tekst)
  }
  throw new Error('the form did not come to an end')
}

async function passend(toetsenbord: Promise<string | null>): Promise<string> {
  const soort = await toetsenbord
  return soort === 'tel' ? '06 12345678' : soort === 'email' ? 'a@voorbeeld.nl' : 'De kraan in de keuken lekt'
}
