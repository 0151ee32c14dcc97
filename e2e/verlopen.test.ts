import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { binnen, type Mens, mensMetWachtwoord, metAanbieder, vulIn, wachtwoord } from './aanmelden.ts'
import { axe } from './axe.ts'

// Outside demo mode, so that signing in again takes more than one click.
const { e2e, aanbieder } = metAanbieder({ RONDOM_DEMO: 'nee' })

const nieuw = 'nieuwe sleutel van het schuurtje'

/** Text in a form, a session that is gone, and a click on save. */
async function verloopTijdensTypen(wie: Mens): Promise<Page> {
  const page = await (await e2e.venster()).newPage()
  await page.goto('/werkplek/account')
  await vulIn(page, wie.email)
  await page.getByLabel('Huidig wachtwoord').fill(wachtwoord)
  await page.getByLabel('Nieuw wachtwoord').fill(nieuw)
  await sql`delete from auth_session where "userId" = ${wie.id}`.execute(e2e.organisatie.db)
  await page.getByRole('button', { name: 'Wachtwoord wijzigen' }).click()
  await venster(page).waitFor()
  return page
}

const venster = (page: Page) => page.getByRole('dialog', { name: 'Uw aanmelding is verlopen' })
const gelukt = async (page: Page) => {
  await page.getByText('Uw wachtwoord is gewijzigd.').waitFor()
  expect(await venster(page).count()).toBe(0)
}

describe('a session that ends while typing', () => {
  it('asks the password over the screen, loses no text, and goes on with what was asked', async () => {
    const wie = await mensMetWachtwoord(e2e, 'coordinator')
    const page = await verloopTijdensTypen(wie)
    expect(await axe(page)).toEqual([])
    expect(await venster(page).getByLabel('E-mailadres').inputValue()).toBe(wie.email)
    await page.waitForFunction(() => document.activeElement?.getAttribute('autocomplete') === 'current-password')
    await page.keyboard.press('Escape')

    await page.keyboard.type('een heel ander wachtwoord')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('E-mailadres of wachtwoord klopt niet.').waitFor()
    await venster(page).getByLabel('Wachtwoord', { exact: true }).fill(wachtwoord)
    await page.keyboard.press('Enter')

    await gelukt(page)
  })

  it('lets the identity provider do it in a window of its own, which closes itself', async () => {
    const wie = await mensMetWachtwoord(e2e, 'vakspecialist')
    aanbieder.aanDeBeurt.sub = 'collega'
    aanbieder.mensen.set('collega', { email: wie.email, email_verified: true })
    const page = await verloopTijdensTypen(wie)
    const opened = page.waitForEvent('popup')

    await venster(page).getByRole('button', { name: 'Aanmelden met uw werkaccount' }).click()

    await opened
    await gelukt(page)
    await expect.poll(() => page.context().pages().length).toBe(1)
  })

  it('is over in every tab once one of them has signed in', async () => {
    const wie = await mensMetWachtwoord(e2e, 'redacteur')
    const page = await verloopTijdensTypen(wie)

    const tab = await page.context().newPage()
    await tab.goto('/werkplek/')
    await vulIn(tab, wie.email)

    await gelukt(page)
  })

  it('sends nothing in the name of somebody else', async () => {
    const wie = await mensMetWachtwoord(e2e, 'coordinator')
    const ander = await mensMetWachtwoord(e2e, 'privacy-officer')
    const page = await verloopTijdensTypen(wie)

    const tab = await page.context().newPage()
    await tab.goto('/werkplek/')
    await vulIn(tab, ander.email)

    await binnen(page, ander.naam)
    expect(await page.getByLabel('Nieuw wachtwoord').inputValue()).toBe('')
    const weer = await (await e2e.venster()).newPage()
    await weer.goto('/werkplek/')
    await vulIn(weer, wie.email)
    await binnen(weer, wie.naam)
  })
})
