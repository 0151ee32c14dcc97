import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { axe } from './axe.ts'
import { e2ePerBestand } from './omgeving.ts'

const e2e = e2ePerBestand()
let klant: { id: string; achternaam: string }

beforeAll(async () => {
  const found = await sql<{ id: string; achternaam: string }>`
    select partij_id as id, achternaam from partij_persoon
    where achternaam ~ '^[A-Z][a-z]{6,11}$' and overlijdensdatum is null order by partij_id limit 1`.execute(
    e2e.organisatie.db,
  )
  if (!found.rows[0]) throw new Error('the demo has nobody with a plain surname')
  klant = found.rows[0]
})

const open = async (wie = 'klantcontactmedewerker'): Promise<Page> => {
  const page = await e2e.als(wie, '/bestaat-niet')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').waitFor()
  return page
}
const active = (page: Page) => page.locator('[role=option][aria-selected=true]')

it('finds somebody in spite of a typing error, and opens him with Enter', async () => {
  const page = await open()
  const typed = klant.achternaam.replace(/(.)(.)(.)$/, '$2$1$3')
  await page.keyboard.type(typed, { delay: 20 })

  await page
    .getByRole('option', { name: new RegExp(klant.achternaam) })
    .first()
    .waitFor()
  expect(await page.locator('[role=option] mark').first().textContent()).toMatch(new RegExp(klant.achternaam, 'i'))
  expect(await axe(page)).toEqual([])
  await page.keyboard.press('Enter')

  await page.waitForURL(/\/werkplek\/klanten\//)
  expect(await page.getByRole('dialog').count()).toBe(0)
})

it('loses no letter that is typed before the palette is there', async () => {
  const page = await e2e.als('klantcontactmedewerker', '/bestaat-niet')
  await page.route('**/Palet-*.js', async (route) => {
    await new Promise((done) => setTimeout(done, 1500))
    await route.continue()
  })
  await page.reload()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.keyboard.press('Control+k')
  await page.keyboard.type(`x${klant.achternaam.slice(0, 3)}`)
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')

  await page.getByRole('combobox').waitFor()

  await expect.poll(() => page.getByRole('combobox').inputValue()).toBe(`x${klant.achternaam.slice(0, 1)}`)
  await page.keyboard.type('y')
  expect(await page.getByRole('combobox').inputValue()).toBe(`x${klant.achternaam.slice(0, 1)}y`)
})

it('opens what was typed last when Enter comes before the answer', async () => {
  const page = await open()
  // A slow network: the answer to the last letters is still on its way when Enter is pressed.
  await page.route('**/api/zoeken**', async (route) => {
    await new Promise((done) => setTimeout(done, 500))
    await route.continue().catch(() => {})
  })
  await page.keyboard.type(klant.achternaam)
  await page.keyboard.press('Enter')

  await page.waitForURL(/\/werkplek\/klanten\//)
})

it('moves with the arrows, keeps the cursor in the field, and tells which line is active', async () => {
  const page = await open()
  const field = page.getByRole('combobox')
  const first = await active(page).textContent()
  await page.keyboard.press('ArrowDown')

  expect(await active(page).textContent()).not.toBe(first)
  expect(await field.getAttribute('aria-activedescendant')).toBe(await active(page).getAttribute('id'))
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  expect(await page.getByRole('option').last().getAttribute('aria-selected')).toBe('true')
  expect(await field.ariaSnapshot()).toContain('combobox "Zoek klant, adres, telefoon, taak of actie"')
})

it('does things too: a dark theme, another team, from inside a text field', async () => {
  const page = await open()
  await page.keyboard.type('donker')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.documentElement.dataset['mantineColorScheme'] === 'dark')

  await page.evaluate(() =>
    document.querySelector('main')?.insertAdjacentHTML('beforeend', '<textarea id="t"></textarea>'),
  )
  await page.locator('#t').focus()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('mijn werk')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/werkplek\/mijn-werk/)
})

it('offers a new contact with the name when nobody is found', async () => {
  const page = await open()
  await page.keyboard.type('Xyzzyqwop')
  await page.getByRole('option', { name: 'Nieuw contact met “Xyzzyqwop”' }).waitFor()
  await page.keyboard.press('Enter')

  await page.waitForURL(/\/werkplek\/gesprekken\//)
  const id = page.url().split('/').at(-1)
  const saved = await sql<{ inhoud: { naam: string } }>`select inhoud from concept where id = ${id}`.execute(
    e2e.organisatie.db,
  )
  expect(saved.rows[0]?.inhoud.naam).toBe('Xyzzyqwop')
})

it('starts a contact with the klant by Ctrl Enter', async () => {
  const page = await open()
  await page.keyboard.type(klant.achternaam)
  await page
    .getByRole('option', { name: new RegExp(klant.achternaam) })
    .first()
    .waitFor()
  await page.keyboard.press('Control+Enter')

  await page.waitForURL(/\/werkplek\/gesprekken\//)
  const tab = page.getByRole('navigation', { name: 'Lopende contacten' }).getByRole('link')
  expect(await tab.textContent()).toMatch(new RegExp(klant.achternaam))
})

it('shows somebody without the right to search only what he may do', async () => {
  const page = await open('functioneel-beheerder')
  await page.keyboard.type('beheer')

  await page.getByRole('option', { name: 'Beheer' }).waitFor()
  expect(await page.getByRole('option', { name: /Nieuw contact/ }).count()).toBe(0)
  await page.getByRole('combobox').fill(klant.achternaam)
  await page.getByText('Niets gevonden').waitFor()
  expect(await page.getByRole('option').count()).toBe(0)
})
