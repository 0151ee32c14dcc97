import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { axe } from './axe.ts'
import { e2ePerBestand } from './omgeving.ts'
import { alsKlant, beantwoordAlles } from './portaal.ts'

const e2e = e2ePerBestand()
const paginas = ['/', '/regelen', '/regelen/reparatieverzoek', '/meer', '/hulp', '/voor-wie', '/bestaat-niet']

describe.each([
  ['light', 1440],
  ['dark', 1440],
  ['light', 390],
  ['dark', 390],
  ['light', 320],
  ['dark', 320],
] as const)('in %s at %i', (colorScheme, width) => {
  test('every page can be read, used and reached: axe finds nothing, and nothing has to be scrolled sideways', async () => {
    const page = await alsKlant(e2e, /van den Berg/, '/', { colorScheme, viewport: { width, height: 844 } })
    for (const pad of paginas) {
      await page.goto(pad)
      await page.locator('main h1').waitFor()
      await page.locator('[role=status]:has-text("Even geduld")').waitFor({ state: 'detached' })

      expect(await axe(page), pad).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), pad).toBeLessThanOrEqual(0)
    }
  })
})

test('a whole report goes with the keyboard alone: search, choose, a mistake named, on and back', async () => {
  const page = await alsKlant(e2e, /van den Berg/, '/')
  await page.keyboard.press('Tab')

  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Naar de inhoud')

  await page.goto('/regelen')
  await page.getByRole('searchbox').focus()
  await page.keyboard.type('kraan lekt')
  // As a person does: first see what was found, then go there.
  await page.getByText('1 onderwerp gevonden').waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const vraag = page.getByRole('heading', { level: 1 })
  await expect.poll(() => vraag.textContent()).toContain('gevaar')
  // The question has the focus, so that a screen reader says it.
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1')

  await page.getByRole('button', { name: 'Verder', exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('nog één ding niet goed')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await expect.poll(() => vraag.textContent()).not.toContain('gevaar')

  await page.goBack()
  await expect.poll(() => vraag.textContent()).toContain('gevaar')
  expect(await page.getByRole('radio', { name: 'Nee' }).isChecked()).toBe(true)
})

test('without a line a report waits on the phone, goes when there is one, and arrives once; what was seen can be read', async () => {
  const page = await alsKlant(e2e, /van den Berg/, '/regelen/reparatieverzoek', {
    viewport: { width: 390, height: 844 },
  })
  await page.evaluate(() => navigator.serviceWorker.ready)
  await beantwoordAlles(page)
  const zaken = async () =>
    Number((await sql<{ n: string }>`select count(*) as n from zaak`.execute(e2e.organisatie.db)).rows[0]?.n)
  const eerst = await zaken()

  await page.context().setOffline(true)
  await page.getByRole('main').getByRole('button', { name: 'Reparatie melden' }).click()
  await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toBe('Het staat klaar')
  await page.getByRole('main').getByRole('link', { name: 'Naar Home' }).click()
  await page.reload()
  await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toContain('van den Berg')
  expect(await zaken()).toBe(eerst)

  await page.context().setOffline(false)
  await expect.poll(zaken).toBe(eerst + 1)
  await page.reload()
  await page.locator('main h1').waitFor()
  expect(await zaken()).toBe(eerst + 1)
})

test('signing out takes everything off the device', async () => {
  const page = await alsKlant(e2e, /van den Berg/, '/')
  const bewaard = () =>
    page.evaluate(async () => {
      // Opening what is not there would make it.
      if (!(await indexedDB.databases()).some(({ name }) => name === 'rondom-portaal')) return 0
      const open = indexedDB.open('rondom-portaal')
      const db = await new Promise<IDBDatabase>((klaar) => {
        open.onsuccess = () => klaar(open.result)
      })
      const aantal = db.transaction('gelezen').objectStore('gelezen').count()
      return new Promise<number>((klaar) => {
        aantal.onsuccess = () => {
          db.close()
          klaar(aantal.result)
        }
      })
    })
  await expect.poll(bewaard).toBeGreaterThan(0)

  await page.getByRole('banner').getByRole('button', { name: 'Uitloggen' }).click()
  await page.waitForURL('**/aanmelden/**')

  expect(await bewaard()).toBe(0)
  await page.goto('/')
  expect(new URL(page.url()).pathname).toBe('/aanmelden')
})
