import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { axe } from './axe.ts'
import { keurElkeGedaante } from './gedaanten.ts'
import { e2ePerBestand } from './omgeving.ts'

const e2e = e2ePerBestand()

describe('the frame of the werkplek', () => {
  it('opens after signing in, and passes axe in every look without scrolling sideways', async () => {
    const page = await e2e.als('klantcontactmedewerker', '/bestaat-niet')
    await page.getByRole('heading', { level: 1 }).waitFor()

    await keurElkeGedaante(page, 'the frame')
  })

  it('says its title and moves the focus when another page opens', async () => {
    const page = await e2e.als('klantcontactmedewerker', '/bestaat-niet')
    await page.getByRole('navigation', { name: 'Hoofdnavigatie' }).getByRole('link', { name: 'Mijn werk' }).click()

    await page.waitForFunction(() => document.activeElement?.tagName === 'H1')
    expect(await page.title()).toContain('· Rondom')
  })

  it('skips to the content', async () => {
    const page = await e2e.als('klantcontactmedewerker', '/bestaat-niet')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Direct naar de inhoud')
    await page.keyboard.press('Enter')

    expect(await page.evaluate(() => document.activeElement?.id)).toBe('inhoud')
  })

  it('opens the navigation from the menu button on a telephone, and closes it after a choice', async () => {
    const page = await e2e.als('klantcontactmedewerker', '/bestaat-niet', { viewport: { width: 390, height: 844 } })
    await page.getByRole('button', { name: 'Menu', exact: true }).click()
    const drawer = page.getByRole('dialog', { name: 'Menu' })
    await drawer.getByRole('link', { name: /^Mijn werk/ }).waitFor()
    expect(await axe(page)).toEqual([])
    await drawer.getByRole('link', { name: /^Mijn werk/ }).click()

    await page.waitForURL(/mijn-werk/)
    await drawer.waitFor({ state: 'detached' })
  })

  it('prints the page without the frame around it', async () => {
    const page = await e2e.als('klantcontactmedewerker', '/bestaat-niet')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.emulateMedia({ media: 'print' })

    expect(await page.getByRole('banner').isVisible()).toBe(false)
    expect(await page.getByRole('navigation', { name: 'Hoofdnavigatie' }).isVisible()).toBe(false)
    expect(await page.getByText('Deze pagina bestaat niet').last().isVisible()).toBe(true)
  })

  it('loads the page again when the parts of an earlier version are gone', async () => {
    const page = await e2e.als('klantcontactmedewerker', '/bestaat-niet')
    await page.getByRole('heading', { level: 1 }).waitFor()
    let refused = 0
    await page.route(/assets\/Account.*\.js/, async (route) => {
      if (refused++ === 0) await route.fulfill({ status: 404, body: '' })
      else await route.continue()
    })
    await page.getByRole('button', { name: /^Menu van/ }).click()
    await page.getByRole('menuitem', { name: 'Mijn account' }).click()

    await page.getByRole('heading', { level: 1, name: /account/i }).waitFor()
    expect(refused).toBeGreaterThan(1)
  })

  it('remembers the dark theme and the English language', async () => {
    const page = await e2e.als('klantcontactmedewerker', '/bestaat-niet')
    await page.getByRole('button', { name: /^Menu van/ }).click()
    await page.getByRole('menuitemradio', { name: 'Donker' }).click()
    await page.getByRole('menuitemradio', { name: 'English' }).click()
    await page.getByRole('navigation', { name: 'Main navigation' }).waitFor()
    await page.reload()

    await page.getByRole('heading', { name: 'This page does not exist' }).waitFor()
    expect(await page.getAttribute('html', 'lang')).toBe('en')
    expect(await page.getAttribute('html', 'data-mantine-color-scheme')).toBe('dark')
  })

  it('shows the keys that work here, but not while typing a question mark', async () => {
    const page = await e2e.als('klantcontactmedewerker', '/bestaat-niet')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.keyboard.press('?')
    const overview = page.getByRole('dialog', { name: 'Sneltoetsen' })
    await overview.getByText('Zoeken', { exact: true }).waitFor()
    expect(await axe(page)).toEqual([])
    await page.keyboard.press('Escape')
    await overview.waitFor({ state: 'detached' })

    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill('')
    await page.keyboard.type('?')
    expect(await page.getByRole('combobox').inputValue()).toBe('?')
    expect(await overview.count()).toBe(0)
  })
})

async function focused(page: Page): Promise<string> {
  return await page.evaluate(() => document.activeElement?.textContent ?? '')
}
