import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { axe } from './axe.ts'
import { e2ePerBestand } from './omgeving.ts'

const e2e = e2ePerBestand()

const contacten = async () => {
  const found = await sql<{ n: number }>`select count(*)::int as n from concept`.execute(e2e.organisatie.db)
  return found.rows[0]?.n
}

/** Types in the open contact, and waits until the server has it. */
async function typ(page: Page) {
  await page.getByLabel('Wat vraagt de klant?').fill('De kraan lekt.')
  const metTekst = sql<{ n: number }>`
    select count(*)::int as n from concept where inhoud #>> '{vragen,0,vraag}' = 'De kraan lekt.'`
  await expect.poll(async () => (await metTekst.execute(e2e.organisatie.db)).rows[0]?.n).toBe(1)
}

it('keeps contacts in progress as tabs over a reload and in a second browser, and asks before closing one', async () => {
  const page = await e2e.als('klantcontactmedewerker', '/bestaat-niet')
  const tabs = page.getByRole('navigation', { name: 'Lopende contacten' })
  await tabs.getByRole('button', { name: 'Nieuw contact' }).click()
  await page.waitForURL(/gesprekken/)
  const eerste = page.url()
  // Nothing was said in it yet: then it is the new contact.
  await page.goto('/werkplek/bestaat-niet')
  await tabs.getByRole('link').first().waitFor()
  await page.keyboard.press('Alt+n')
  await page.waitForURL(eerste)
  expect(await contacten()).toBe(1)
  await typ(page)
  await page.keyboard.press('Alt+n')
  await tabs.getByRole('link').nth(1).waitFor()

  await page.reload()
  await tabs.getByRole('link').nth(1).waitFor()
  const elsewhere = await e2e.als('klantcontactmedewerker', '/bestaat-niet')
  await elsewhere.getByRole('navigation', { name: 'Lopende contacten' }).getByRole('link').nth(1).waitFor()
  expect(await tabs.getByRole('link').count()).toBe(2)

  // An empty contact closes at once; one with text asks.
  await tabs
    .getByRole('button', { name: /sluiten/ })
    .last()
    .click()
  await expect.poll(contacten).toBe(1)
  // The other browser hears of it.
  await expect
    .poll(() => elsewhere.getByRole('navigation', { name: 'Lopende contacten' }).getByRole('link').count())
    .toBe(1)
  await sql`
    update concept set versie = versie + 1,
      inhoud = jsonb_set(inhoud, '{vragen,0,vraag}', '"De kraan lekt al een week."')`.execute(e2e.organisatie.db)
  await page.reload()
  await tabs.getByRole('button', { name: /sluiten/ }).click()
  await page.getByRole('dialog', { name: 'Dit contact weggooien?' }).waitFor()
  expect(await axe(page)).toEqual([])
  await page.getByRole('button', { name: 'Contact houden' }).click()
  expect(await contacten()).toBe(1)
  await tabs.getByRole('button', { name: /sluiten/ }).click()
  await page.getByRole('button', { name: 'Weggooien' }).click()
  await expect.poll(contacten).toBe(0)
})

it('a session that ends is healed in the same place, and what waited is done once', async () => {
  const page = await e2e.als('klantcontactmedewerker', '/bestaat-niet')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await sql`delete from auth_session`.execute(e2e.organisatie.db)
  await page.getByRole('button', { name: 'Nieuw contact' }).click()

  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  expect(await axe(page)).toEqual([])
  expect(await contacten()).toBe(0)
  await dialog.getByRole('button', { name: /^Verder als/ }).click()

  await page.waitForURL(/gesprekken/)
  expect(await contacten()).toBe(1)
  expect(await page.getByRole('dialog').count()).toBe(0)
})

it('a server that is away for a moment is waited for, and the double click of impatience makes one record', async () => {
  const page = await e2e.als('klantcontactmedewerker', '/bestaat-niet')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await e2e.stopServer()
  const button = page.getByRole('button', { name: 'Nieuw contact' })
  await button.click()
  await page.getByText('Geen verbinding — uw tekst is bewaard').waitFor()
  expect(await axe(page)).toEqual([])
  await page.keyboard.press('Alt+n')
  await e2e.herstart()

  await page.waitForURL(/gesprekken/)
  await page.getByText('Geen verbinding — uw tekst is bewaard').waitFor({ state: 'hidden' })
  await page.waitForTimeout(500)
  expect(await contacten()).toBe(1)
})

it('without a connection a window says so itself, and a screen that was not fetched yet can be tried again', async () => {
  const page = await e2e.als('Peter de Vries', '/beheer/teams')
  await page.getByRole('button', { name: 'Nieuw team' }).click()
  const venster = page.getByRole('dialog', { name: 'Nieuw team' })
  await venster.getByRole('textbox', { name: 'Naam' }).fill('Zonder draad')
  await venster.getByRole('textbox', { name: 'Code' }).fill('zonder-draad')
  await page.context().setOffline(true)
  await venster.getByRole('button', { name: 'Toevoegen' }).click()
  await venster.getByText('Geen verbinding — uw tekst is bewaard').waitFor()
  await page.context().setOffline(false)
  await page.getByText('Zonder draad is toegevoegd.').waitFor()

  await page.context().setOffline(true)
  await page.getByRole('link', { name: 'Kalender' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('Er is geen verbinding met Rondom.').first().waitFor()
  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'Probeer opnieuw' }).first().click()
  await page.getByRole('heading', { level: 1, name: /^Kalender/ }).waitFor()
})

it('a part of a screen that cannot be fetched leaves the screen and its text alone', async () => {
  const page = await e2e.als('klantcontactmedewerker', '/bestaat-niet')
  const koppelen = page.getByRole('button', { name: 'Koppelen' })
  const onderdeel = /Koppelmenu-[^/]*\.js/
  let refused = 0
  // As if the page was just loaded again for a new version: it does so once, and that was not the reason.
  await page.evaluate(() => sessionStorage.setItem('rondom.herladen', String(Date.now())))
  await page.route(onderdeel, (route) => {
    refused += 1
    return route.abort()
  })
  await page.getByRole('button', { name: 'Nieuw contact' }).click()
  await expect.poll(() => refused).toBeGreaterThan(0)
  await page.getByLabel('Wat vraagt de klant?').fill('Er ontbreekt een onderdeel.')
  await koppelen.click()
  await page
    .getByTestId('bewaarstand')
    .filter({ hasText: /^ ?bewaard/ })
    .waitFor()
  expect(await page.getByLabel('Wat vraagt de klant?').inputValue()).toBe('Er ontbreekt een onderdeel.')

  await page.unroute(onderdeel)
  await page.reload()
  await page.waitForLoadState('networkidle')
  await koppelen.click()
  await page.getByRole('menuitem', { name: 'Zaaknummer…' }).waitFor()
})

it('events reach every window of a browser over one stream, also when the listening window closes', async () => {
  const first = await e2e.als('klantcontactmedewerker', '/bestaat-niet')
  await first.getByRole('heading', { level: 1 }).waitFor()
  const second = await first.context().newPage()
  await second.goto('/werkplek/bestaat-niet')
  await second.getByRole('heading', { level: 1 }).waitFor()
  const streams = (page: typeof first) =>
    page.evaluate(
      () => performance.getEntriesByType('resource').filter((each) => each.name.includes('/api/gebeurtenissen')).length,
    )
  const tabs = (page: typeof first) => page.getByRole('navigation', { name: 'Lopende contacten' }).getByRole('link')
  const elsewhere = await e2e.als('klantcontactmedewerker', '/bestaat-niet')
  await elsewhere.getByRole('button', { name: 'Nieuw contact' }).click()

  await tabs(second).first().waitFor()
  await tabs(first).first().waitFor()
  expect(await streams(second)).toBe(0)

  await first.close()
  await typ(elsewhere)
  await elsewhere.keyboard.press('Alt+n')
  await expect.poll(() => tabs(second).count()).toBe(2)
})

it('a window never goes on in the name of somebody who signed in in another one', async () => {
  const first = await e2e.als('Sanne Jansen', '/bestaat-niet')
  await first.getByRole('button', { name: 'Menu van Sanne Jansen' }).waitFor()
  const second = await first.context().newPage()
  await second.goto('/werkplek/bestaat-niet')
  await second.getByRole('button', { name: /^Menu van/ }).click()
  await second.getByRole('menuitem', { name: 'Afmelden' }).click()
  await second.getByRole('button', { name: /Youssef Benali/ }).click()

  await first.getByRole('button', { name: 'Menu van Youssef Benali' }).waitFor()
})
