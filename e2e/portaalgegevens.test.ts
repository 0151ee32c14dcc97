import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { axe } from './axe.ts'
import { keurElkeGedaante } from './gedaanten.ts'
import { e2ePerBestand } from './omgeving.ts'

const e2e = e2ePerBestand()
const telefoon = { viewport: { width: 390, height: 844 } }

async function klant(pad: string, options = {}): Promise<Page> {
  const page = await (await e2e.venster(options)).newPage()
  await page.goto(`/aanmelden?terug=${encodeURIComponent(pad)}`)
  await page.getByRole('button', { name: 'J.A. van den Berg' }).click()
  await page.waitForURL((url) => url.pathname === pad)
  return page
}

/** Waits for the mail with the code: the worker sends it. */
async function codeVoor(aan: string): Promise<string> {
  for (let keer = 0; keer < 200; keer++) {
    const post = await sql<{ tekst: string }>`
      select tekst from postbus where aan like ${`%${aan}%`} order by op desc limit 1`.execute(e2e.organisatie.db)
    const code = /\b\d{3} \d{3}\b/.exec(post.rows[0]?.tekst ?? '')?.[0]
    if (code) return code
    await sleep(100)
  }
  return expect.fail(`no mail came for ${aan}`)
}

it('an e-mail address is changed with the code that comes at it, by keyboard', async () => {
  const page = await klant('/gegevens', telefoon)
  await page.getByRole('link', { name: 'E-mailadres toevoegen' }).press('Enter')
  await page.getByRole('heading', { name: 'Uw nieuwe e-mailadres', level: 1 }).waitFor()
  await page.getByLabel('E-mailadres').fill('geen adres')
  await page.keyboard.press('Enter')
  await page.getByText('Vul een e-mailadres in zoals naam@voorbeeld.nl.').waitFor()
  await page.getByLabel('E-mailadres').fill('proef@nieuw.example')
  await page.keyboard.press('Enter')

  await page.getByText('Wij stuurden een code van 6 cijfers naar proef@nieuw.example').waitFor()
  expect(await axe(page)).toEqual([])
  const code = await codeVoor('proef@nieuw.example')
  const veld = page.getByLabel('De code die u kreeg')
  await veld.fill(code.replace(/\d/g, (cijfer) => String((Number(cijfer) + 1) % 10)))
  await page.keyboard.press('Enter')
  await page.getByText('Deze code klopt niet.').waitFor()
  await veld.fill(code)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Gelukt. Wij gebruiken dit nu.', level: 1 }).waitFor()
  await page.getByRole('main').getByRole('link', { name: 'Mijn gegevens' }).last().click()
  await page.getByText('proef@nieuw.example').waitFor()
})

it('a copy of all data is made and downloaded', async () => {
  const page = await klant('/gegevens/kopie')
  await page.getByRole('button', { name: 'Maak een kopie' }).click()
  const link = page.getByRole('link', { name: /Download het bestand/ })
  await link.waitFor({ timeout: 60_000 })
  const [bestand] = await Promise.all([page.waitForEvent('download'), link.click()])
  expect(bestand.suggestedFilename()).toBe('uw-gegevens.zip')
})

it('passes axe in every look', async () => {
  for (const [pad, kop] of [
    ['/gegevens', 'Mijn gegevens'],
    ['/gegevens/machtigingen', 'Machtigingen'],
    ['/gegevens/voorkeuren', 'Berichten'],
    ['/gegevens/inzagen', 'Wie keek in uw gegevens'],
    ['/gegevens/melding', 'Iets klopt niet'],
    ['/gegevens/rekening', 'Ander rekeningnummer'],
    ['/woning', 'Mijn woning'],
  ] as const) {
    const page = await klant(pad)
    await page.getByRole('heading', { name: kop, level: 1 }).waitFor()
    await expect.poll(() => page.getByText('Even geduld, we halen dit op.').count(), { timeout: 15_000 }).toBe(0)
    await keurElkeGedaante(page, pad)
  }
})
