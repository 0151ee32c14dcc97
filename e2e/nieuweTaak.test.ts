import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { axe } from './axe.ts'
import { mehmet, rij, takenPerBestand, tom } from './taken.ts'

const { e2e, ids, open, doe, nieuweTaak, pakOp } = takenPerBestand()

/** As anybody sees him: the search and the list show the same. */
async function klantVan(id: string): Promise<{ naam: string; adres: string }> {
  const page = await open(mehmet, '/mijn-werk')
  const klant = (await doe(page, 'GET', `/partijen/${id}`)) as unknown as {
    naam: string
    adressen: { weergave: string }[]
  }
  return { naam: klant.naam, adres: klant.adressen[0]?.weergave ?? '' }
}

describe('a new taak', () => {
  it('is made from the palette, without leaving the keyboard', async () => {
    const page = await open(mehmet, `/teams/${ids.team}`)
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill('nieuwe taak')
    await page
      .getByRole('option', { name: /Nieuwe taak/ })
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: 'Nieuwe taak' }).waitFor()
    await page.keyboard.type('Sleutels nabestellen')
    await page.keyboard.press('Control+Enter')

    await page.getByText(/^Taak \d+ gemaakt/).waitFor()
    await page.waitForURL(new RegExp(`/teams/${ids.team}`))
    await page.getByRole('button', { name: 'Openen' }).click()
    await page.getByRole('heading', { level: 1, name: 'Sleutels nabestellen' }).waitFor()
  })

  it('is for a customer found by keyboard, who can be taken away again', async () => {
    const { naam } = await klantVan(ids.partij)
    const page = await open(mehmet, '/taken/nieuw')
    const venster = page.getByRole('dialog', { name: 'Nieuwe taak' })
    await venster.getByLabel('Wat moet er gebeuren?').fill('Vraag over de schuur')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.type('bestaat echt niet')
    await page.getByText('Niemand gevonden').waitFor()
    await page.keyboard.press('Control+Enter')
    await venster.getByText('Kies een klant uit de lijst, of maak dit veld leeg.').waitFor()
    expect(await axe(page)).toEqual([])

    await venster.getByRole('combobox', { name: /^Voor klant/ }).fill(naam)
    await page.locator('[role="option"][data-combobox-selected]').filter({ hasText: naam }).first().waitFor()
    expect(await axe(page)).toEqual([])
    await page.keyboard.press('Enter')
    const weg = venster.getByRole('button', { name: /^Niet voor/ })
    await weg.waitFor()
    expect(await weg.evaluate((knop) => knop === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await weg.waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.getAttribute('placeholder'))).toMatch(/^Zoek op naam/)

    await page.keyboard.type(naam)
    await page.locator('[role="option"][data-combobox-selected]').filter({ hasText: naam }).first().waitFor()
    await page.keyboard.press('Enter')
    await weg.waitFor()
    await page.reload()
    await weg.waitFor()
    expect(await axe(page)).toEqual([])
    await page.keyboard.press('Control+Enter')
    await page.getByText(/^Taak \d+ gemaakt/).waitFor()
    const made = await sql<{ naam: string }>`
      select p.naam from taak t join partij p on p.id = t.partij_id where t.onderwerp = 'Vraag over de schuur'`.execute(
      e2e.organisatie.db,
    )
    expect(made.rows.map((row) => row.naam)).toEqual([naam])
  })

  it('is started from the klantbeeld for its klant, with his address, and goes back there', async () => {
    const { naam, adres } = await klantVan(ids.partij)
    const page = await open(mehmet, `/klanten/${ids.partij}`)
    await page.getByRole('link', { name: 'Nieuwe taak' }).click()
    const venster = page.getByRole('dialog', { name: 'Nieuwe taak' })
    await page.reload()
    await venster.getByText(naam, { exact: true }).waitFor()
    await venster.getByText(adres).waitFor()
    await page.keyboard.press('Escape')
    await page.waitForURL(new RegExp(`/klanten/${ids.partij}`))
    await page.getByRole('heading', { level: 1, name: naam }).waitFor()
  })

  it('is for the customer it was started from, with a promise', async () => {
    const page = await open(mehmet, `/taken/nieuw?partijId=${ids.partij}`)
    const venster = page.getByRole('dialog', { name: 'Nieuwe taak' })
    await venster.getByLabel('Wat moet er gebeuren?').fill('Terugbellen over de tuin')
    await venster.getByLabel(/De klant is beloofd/).check()
    await page.keyboard.press('Control+Enter')

    await page.getByText(/^Taak \d+ gemaakt/).waitFor()
    const { rows } =
      await sql`select partij_id, belofte from taak where onderwerp = 'Terugbellen over de tuin'`.execute(
        e2e.organisatie.db,
      )
    expect(rows).toEqual([{ partij_id: ids.partij, belofte: true }])
  })
})

describe('promises', () => {
  it('of work that is done are kept from the list, and leave it', async () => {
    const page = await open(mehmet, '/mijn-werk')
    const taak = await pakOp(
      page,
      await nieuweTaak(page, 'Klaar maar niets gezegd', { partijId: ids.partij, belofte: true }),
    )
    await doe(page, 'POST', `/taken/${taak.id}/afronding`, { uitkomst: 'Gedaan.' }, taak.versie)
    await page.goto('/werkplek/beloften')
    await page.getByRole('button', { name: 'Terugkoppelen: Klaar maar niets gezegd' }).click()
    const venster = page.getByRole('dialog', { name: 'Terugkoppelen aan de klant' })
    await venster.getByLabel('Wat vertelt u de klant?').waitFor()
    expect(await axe(page)).toEqual([])
    await page.keyboard.type('Gebeld dat het klaar is.')
    await page.keyboard.press('Control+Enter')

    await page.getByText('Terugkoppeling vastgelegd.').waitFor()
    await page.reload()
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForLoadState('networkidle')
    expect(await rij(page, taak).count()).toBe(0)
  })

  it('are filtered by team, also after a reload', async () => {
    const page = await open(tom, '/beloften')
    await page.getByRole('combobox', { name: 'Team' }).click()
    await page.getByRole('option', { name: 'Verhuur' }).click()

    await page.waitForURL(/team=/)
    await page.reload()
    await expect.poll(() => page.getByRole('combobox', { name: 'Team' }).inputValue()).toBe('Verhuur')
    const shown = await page.locator('li[data-taak]').allTextContents()
    expect(shown.filter((text) => !text.includes('Verhuur'))).toEqual([])
  })
})
