import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { axe } from './axe.ts'
import { keurElkeGedaante } from './gedaanten.ts'
import { e2ePerBestand } from './omgeving.ts'

const e2e = e2ePerBestand()

const panel = (page: Page) => page.getByRole('region', { name: 'Gesprek', exact: true })

/** Chooses in a list that opens under a field, by typing, as one does on the telephone. */
async function kies(page: Page, veld: string, tekst: string) {
  const field = panel(page).getByRole('combobox', { name: veld })
  await field.click()
  await field.pressSequentially(tekst)
  await page
    .getByRole('option', { name: new RegExp(tekst, 'i') })
    .first()
    .waitFor()
  await page.keyboard.press('Enter')
}

async function kanaal(page: Page, naam: string) {
  await panel(page).getByRole('combobox', { name: 'Kanaal' }).click()
  await page.getByRole('listbox', { name: 'Kanaal' }).getByRole('option', { name: naam }).click()
}

async function nieuwGesprek(page: Page, klant = 'berg'): Promise<string> {
  await page.getByRole('button', { name: 'Nieuw contact' }).click()
  await page.waitForURL(/gesprekken/)
  await page.getByRole('combobox', { name: 'Klant' }).fill(klant)
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await panel(page).getByRole('button', { name: 'Andere klant' }).waitFor()
  return page.url()
}

/** Whether this text comes to stand in the field of the question. */
async function getypt(page: Page, tekst: string): Promise<boolean> {
  const field = page.getByLabel('Wat vraagt de klant?')
  await expect.poll(() => field.inputValue()).toBe(tekst)
  return true
}

const bewaard = (page: Page) =>
  page
    .getByTestId('bewaarstand')
    .filter({ hasText: /^ ?bewaard/ })
    .waitFor()

/** So that the list of the planners is not empty: an empty one shows what comes at once, without the bar. */
async function maakTaken(page: Page, ...onderwerpen: string[]) {
  const teams = (await (await page.request.get('/api/teams')).json()) as { rijen: { id: string; naam: string }[] }
  const teamId = teams.rijen.find((team) => /Planning/.test(team.naam))?.id
  for (const onderwerp of onderwerpen) {
    const answer = await page.request.post('/api/taken', { data: { teamId, onderwerp, termijnWerkdagen: 0 } })
    expect(answer.status()).toBe(201)
  }
}

describe('one contact, from call to answer', () => {
  it('is registered with a taak, claimed by a planner in another browser, finished, and stands on the tijdlijn', async () => {
    const agent = await e2e.als('klantcontactmedewerker', '/mijn-werk')
    const planner = await e2e.als('Planner onderhoud', '/mijn-werk')
    await maakTaken(planner, 'Sleutel bestellen')
    await planner
      .getByRole('navigation', { name: 'Hoofdnavigatie' })
      .getByRole('link', { name: /Planning/ })
      .click()
    await planner.getByRole('heading', { level: 1, name: /Planning/ }).waitFor()

    await nieuwGesprek(agent)
    await kies(agent, 'Sjabloon', 'planning')
    await agent.getByLabel('Wat vraagt de klant?').fill('Wanneer komt de monteur voor de keukenkraan?')
    await kanaal(agent, 'Telefoon')
    await agent.getByText(/^uiterlijk /).waitFor()
    expect(await axe(agent)).toEqual([])
    await agent.keyboard.press('Control+Enter')
    await agent.waitForURL(/klanten/)
    await agent.getByText(/^Contact vastgelegd\. Taak voor Planning/).waitFor()

    // The planner did nothing: the new taak announces itself, and nothing moved.
    await planner.getByRole('button', { name: /nieuwe ta/ }).click()
    await planner.getByRole('link', { name: 'Klant informeren over planning' }).last().click()
    await planner.getByText('Wanneer komt de monteur voor de keukenkraan?').waitFor()
    expect(await axe(planner)).toEqual([])
    await planner.keyboard.press('Alt+o')
    await planner.getByRole('dialog', { name: 'Taak in behandeling nemen?' }).waitFor()
    await planner.keyboard.press('Enter')
    await planner.getByText('De taak is nu van u.').waitFor()

    await planner.keyboard.press('Alt+a')
    const finish = planner.getByRole('dialog', { name: 'Taak afronden' })
    await finish.getByLabel('Wat is de uitkomst?').fill('Monteur komt vrijdag.')
    const terug = finish.getByLabel('Wat vertelt u de klant?')
    expect(await finish.getByLabel('Titel').inputValue()).not.toBe('')
    await terug.fill('Geachte heer, de monteur komt vrijdag tussen 8 en 10 uur.')
    expect(await axe(planner)).toEqual([])
    await planner.keyboard.press('Control+Enter')
    await planner.getByText('Taak afgerond.').waitFor()

    await agent.getByText('de monteur komt vrijdag tussen 8 en 10 uur').first().waitFor()
    await agent.getByText('Wanneer komt de monteur voor de keukenkraan?').first().waitFor()
  })

  it('answered at once needs no taak', async () => {
    const page = await e2e.als('klantcontactmedewerker', '/mijn-werk')
    await nieuwGesprek(page)
    await kanaal(page, 'Balie')
    await page.getByLabel('Wat vraagt de klant?').fill('Bent u zaterdag open?')
    await panel(page).getByText('Direct beantwoord', { exact: true }).click()
    await page.getByLabel('Antwoord aan de klant').fill('Nee, maandag weer.')
    await page.keyboard.press('Control+Enter')

    await page.getByText('Contact vastgelegd.', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Bekijken' }).click()
    await page.getByText('Nee, maandag weer.').waitFor()
    expect(await axe(page)).toEqual([])
  })

  it('says per field what is missing, in place, and keeps the text', async () => {
    const page = await e2e.als('klantcontactmedewerker', '/mijn-werk')
    await nieuwGesprek(page)
    await kanaal(page, 'Telefoon')
    await page.getByLabel('Wat vraagt de klant?').fill('Hoe laat komt u?')
    await page.keyboard.press('Control+Enter')

    await page.getByText('Geef het antwoord, of maak een taak. Anders blijft de vraag liggen.').waitFor()
    expect(await page.getByLabel('Wat vraagt de klant?').inputValue()).toBe('Hoe laat komt u?')
    expect(await axe(page)).toEqual([])
    await panel(page).getByText('Taak voor een team', { exact: true }).click()
    expect(await page.getByText('Geef het antwoord, of maak een taak.').count()).toBe(0)
  })
})

describe('text that is being typed', () => {
  it('survives a reload, and goes on in another browser', async () => {
    const page = await e2e.als('klantcontactmedewerker', '/mijn-werk')
    const url = await nieuwGesprek(page)
    await page.getByLabel('Wat vraagt de klant?').fill('Een lang verhaal')
    // At once, before the autosave: the tab itself kept it.
    await page.reload()
    expect(await getypt(page, 'Een lang verhaal')).toBe(true)
    await bewaard(page)

    const elders = await e2e.als('klantcontactmedewerker', new URL(url).pathname.replace('/werkplek', ''))

    expect(await getypt(elders, 'Een lang verhaal')).toBe(true)
  })

  it('in two windows at once is kept twice, until one chooses', async () => {
    const een = await e2e.als('klantcontactmedewerker', '/mijn-werk')
    const url = new URL(await nieuwGesprek(een)).pathname.replace('/werkplek', '')
    await bewaard(een)
    const twee = await e2e.als('klantcontactmedewerker', url)
    await twee.getByLabel('Wat vraagt de klant?').waitFor()
    await bewaard(twee)
    // The second window hears nothing for a while, as on a train.
    await twee.context().setOffline(true)
    await twee.getByLabel('Wat vraagt de klant?').fill('uit venster twee')
    await een.getByLabel('Wat vraagt de klant?').fill('uit venster een')
    await bewaard(een)
    await twee.context().setOffline(false)

    await twee.getByText(/ook in een ander venster gewijzigd/).waitFor()
    await twee.getByText('uit venster een').waitFor()
    expect(await axe(twee)).toEqual([])
    await twee.getByRole('button', { name: 'Beide onder elkaar' }).click()

    expect(await twee.getByLabel('Wat vraagt de klant?').inputValue()).toBe('uit venster twee\n\nuit venster een')
    await bewaard(twee)
  })

  it('of several contacts stays with each of them', async () => {
    const page = await e2e.als('klantcontactmedewerker', '/mijn-werk')
    const eerste = await nieuwGesprek(page)
    await page.getByLabel('Wat vraagt de klant?').fill('het eerste gesprek')
    await nieuwGesprek(page, 'vries')
    await page.getByLabel('Wat vraagt de klant?').fill('het tweede gesprek')
    await page.keyboard.press('Alt+PageUp')
    await page.waitForURL(eerste)

    expect(await getypt(page, 'het eerste gesprek')).toBe(true)
  })
})

describe('a file with a question', () => {
  it('is added, checked, and offered as a download', async () => {
    const page = await e2e.als('klantcontactmedewerker', '/mijn-werk')
    await nieuwGesprek(page)
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      panel(page).getByRole('button', { name: 'Bestand kiezen' }).click(),
    ])
    await chooser.setFiles([
      { name: 'foto.png', mimeType: 'image/png', buffer: Buffer.from('<html><script>alert(1)</script>') },
      { name: 'brief.txt', mimeType: 'text/plain', buffer: Buffer.from('Geachte heer') },
    ])

    await panel(page).getByRole('link', { name: 'brief.txt' }).waitFor()
    await panel(page)
      .getByText(/foto\.png: Webpagina/)
      .waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      panel(page).getByRole('link', { name: 'brief.txt' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('brief.txt')
  })
})

describe('two planners and one taak', () => {
  it('the second hears who was first, and the list follows without jumping', async () => {
    const een = await e2e.als('Planner onderhoud', '/mijn-werk')
    const twee = await e2e.als('Opzichter onderhoud', '/mijn-werk')
    await maakTaken(een, 'Sleutel bestellen', 'Lift nakijken')
    for (const page of [een, twee]) {
      await page
        .getByRole('navigation', { name: 'Hoofdnavigatie' })
        .getByRole('link', { name: /Planning/ })
        .click()
      await page.locator('a[data-regel]').first().waitFor()
    }
    const onderwerp = (await een.locator('a[data-regel]').first().textContent()) ?? ''
    await een.locator('li[data-taak] button').first().click()
    await een.getByRole('button', { name: 'In behandeling nemen' }).click()
    await een.getByText('De taak is nu van u.').waitFor()

    // Still in its place at the other screen, greyed, with the name of who has it.
    await twee
      .getByText(/^opgepakt door|niet meer in deze lijst/)
      .first()
      .waitFor()
    expect(await twee.locator('a[data-regel]').first().textContent()).toBe(onderwerp)
  })
})

describe('the screens of the work', () => {
  it.each(['/mijn-werk', '/beloften'])('%s passes axe in every look', async (pad) => {
    const page = await e2e.als('coordinator', pad)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForLoadState('networkidle')

    await keurElkeGedaante(page, pad)
  })
})
