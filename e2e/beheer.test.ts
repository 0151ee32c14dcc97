import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { axe } from './axe.ts'
import { keurElkeGedaante } from './gedaanten.ts'
import { e2ePerBestand } from './omgeving.ts'

const e2e = e2ePerBestand()

const paden = [
  '/beheer/medewerkers',
  '/beheer/medewerkers?open=nieuw',
  '/beheer/teams',
  '/beheer/sjablonen',
  '/beheer/sjablonen?open=nieuw',
  '/beheer/kanalen',
  '/beheer/kanalen?open=telefoon',
  '/beheer/onderwerpen',
  '/beheer/openingstijden?kanaal=telefoon',
  '/beheer/kalender',
  '/beheer/instellingen',
]

async function open(pad: string, wie = 'Peter de Vries', options = {}): Promise<Page> {
  const page = await e2e.als(wie, pad, options)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return page
}

/** The field in the side window, not the filter behind it. */
const functie = (page: Page) => page.getByRole('textbox', { name: 'Functie', exact: true })

describe('every screen of the administration', () => {
  it('passes axe and fits its window in every look', async () => {
    const page = await open('/beheer')
    for (const pad of paden) {
      await page.goto(`/werkplek${pad}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.waitForLoadState('networkidle')
      await keurElkeGedaante(page, pad)
    }
  })

  it('tells who may not come here, and shows no names', async () => {
    const page = await open('/beheer/medewerkers', 'Sanne Jansen')

    await page.getByRole('heading', { level: 1, name: 'Geen toegang' }).waitFor()
    expect(await page.getByText('Peter de Vries').count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Nieuwe medewerker' }).count()).toBe(0)
    await page.getByRole('link', { name: 'Naar Vandaag' }).click()
    await page.getByRole('heading', { level: 1, name: 'Vandaag' }).waitFor()
  })
})

describe('a medewerker', () => {
  it('is added by keyboard alone; wrong fields keep what was typed', async () => {
    const page = await open('/beheer/medewerkers')
    await page.keyboard.press('Alt+n')
    const venster = page.getByRole('dialog', { name: 'Nieuwe medewerker' })
    await venster.waitFor()
    await page.keyboard.type('Olga van der Ster')
    await page.keyboard.press('Tab')
    await page.keyboard.type('SANNE.jansen@rondom.example')
    await page.keyboard.press('Control+Enter')

    await venster.getByRole('alert').getByText('Er is al een medewerker').waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'email')
    expect(await venster.getByLabel('Naam').inputValue()).toBe('Olga van der Ster')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('olga@rondom.example')
    await page.keyboard.press('Control+Enter')

    await venster.waitFor({ state: 'detached' })
    await page.getByText('Olga van der Ster is toegevoegd.').waitFor()
    await page.getByRole('link', { name: 'Olga van der Ster' }).waitFor()
  })

  it('that two people change keeps the text of both, by choice per field', async () => {
    const [peter, nadia] = await Promise.all(
      ['Peter de Vries', 'Nadia el Idrissi'].map(async (wie) => {
        const page = await open('/beheer/medewerkers', wie)
        await page.getByRole('link', { name: 'Raoul Pinas' }).click()
        await functie(page).waitFor()
        return page
      }),
    )
    if (!peter || !nadia) throw new Error('two pages were opened')
    await functie(peter).fill('Verhuurconsulent')
    await functie(nadia).fill('Makelaar')
    await nadia.getByRole('textbox', { name: 'Telefoon' }).fill('085 111 11 11')
    await nadia.keyboard.press('Control+Enter')
    await nadia.getByText('Raoul Pinas is bewaard.').waitFor()

    await peter.keyboard.press('Control+Enter')
    const conflict = peter.getByRole('dialog', { name: 'Iemand anders heeft dit intussen gewijzigd' })
    await conflict.getByText('Makelaar').waitFor()
    expect(await axe(peter)).toEqual([])
    await conflict.getByRole('button', { name: 'Bewaar deze keuze' }).click()
    await peter.getByText('Raoul Pinas is bewaard.').waitFor()

    await peter.getByRole('link', { name: 'Raoul Pinas' }).click()
    expect(await functie(peter).inputValue()).toBe('Verhuurconsulent')
    expect(await peter.getByRole('textbox', { name: 'Telefoon' }).inputValue()).toBe('085 111 11 11')
  })

  it('that is half typed is not lost by Escape', async () => {
    const page = await open('/beheer/medewerkers')
    await page.getByRole('link', { name: 'Tom Bakker' }).click()
    const venster = page.getByRole('dialog', { name: 'Tom Bakker' })
    await venster.getByLabel('Functie').fill('Hoofd onderhoud')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Verder bewerken' }).click()

    expect(await venster.getByLabel('Functie').inputValue()).toBe('Hoofd onderhoud')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Weggooien' }).click()
    await venster.waitFor({ state: 'detached' })
    expect(new URL(page.url()).search).toBe('')
  })

  it('does not offer to change one’s own roles', async () => {
    const page = await open('/beheer/medewerkers')
    await page.getByRole('link', { name: 'Peter de Vries' }).click()
    const venster = page.getByRole('dialog', { name: 'Peter de Vries' })

    await venster.getByText('U kunt uw eigen rollen niet wijzigen.').waitFor()
    expect(await venster.getByRole('checkbox', { name: 'Redacteur' }).isDisabled()).toBe(true)
    expect(await venster.getByRole('switch', { name: 'Actief' }).count()).toBe(0)
  })

  it('is found by name, and filters can be cleared', async () => {
    const page = await open('/beheer/medewerkers')
    await page.getByRole('searchbox').fill('zzz')
    await page.getByText('Niets gevonden').waitFor()
    await page.getByRole('button', { name: 'Filters wissen' }).click()

    await page.getByRole('link', { name: 'Ania Kowalska' }).waitFor()
    expect(await page.getByRole('searchbox').inputValue()).toBe('')
  })
})

describe('a team', () => {
  it('gets a member at once on the screen of a colleague, and loses him by undo', async () => {
    const [page, other] = await Promise.all([open('/beheer/teams'), open('/beheer/teams', 'Nadia el Idrissi')])
    const leden = (on: Page) =>
      on
        .getByRole('row', { name: /Webcare/ })
        .getByRole('cell')
        .nth(1)
    expect(await leden(other).textContent()).toBe('1')
    await page.getByRole('link', { name: 'Webcare' }).click()
    await page.getByRole('dialog').getByRole('combobox', { name: 'Lid toevoegen' }).fill('youssef')
    await page.getByRole('option', { name: /Youssef Benali/ }).click()

    await page.getByText('Youssef Benali zit nu in Webcare.').waitFor()
    await leden(other).getByText('2').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Ongedaan maken' }).click()
    await leden(other).getByText('1').waitFor()
  })
})

describe('the set-up', () => {
  it('removes a kanaal after a question, and says why it keeps one that was used', async () => {
    const page = await open('/beheer/kanalen')
    const verwijder = async (naam: string) => {
      const venster = page.getByRole('dialog', { name: naam, exact: true })
      await page.getByRole('link', { name: naam, exact: true }).click()
      await venster.getByRole('button', { name: 'Verwijderen' }).click()
      await page
        .getByRole('dialog', { name: `${naam} verwijderen?` })
        .getByRole('button', { name: 'Verwijderen' })
        .click()
      return venster
    }
    await page.getByRole('button', { name: 'Nieuw kanaal' }).click()
    await page.getByRole('textbox', { name: 'Naam' }).fill('Postduif')
    await page.getByRole('textbox', { name: 'Code', exact: true }).fill('postduif')
    await page.keyboard.press('Control+Enter')
    await page.getByText('Postduif is toegevoegd.').waitFor()

    await verwijder('Postduif')
    await page.getByText('Postduif is verwijderd.').waitFor()
    const venster = await verwijder('Telefoon')
    await venster
      .getByRole('status')
      .getByText(/in gebruik/)
      .waitFor()
  })

  it('moves a kanaal by its button', async () => {
    const page = await open('/beheer/kanalen')
    const first = () => page.locator('tbody th a').first().textContent()
    const was = await first()
    await page.locator('tbody button:not([disabled])').first().click()

    await page.waitForFunction((name) => document.querySelector('tbody th a')?.textContent !== name, was)
    await page.reload()
    await page.locator('tbody th a').first().waitFor()
    expect(await first()).not.toBe(was)
  })

  it('refuses overlapping opening hours where they are, and reads 830 as a time', async () => {
    const page = await open('/beheer/openingstijden')
    await page.getByRole('button', { name: 'Tijd toevoegen op Zaterdag' }).click()
    await page.getByLabel('Zaterdag van').fill('830')
    await page.getByRole('button', { name: 'Tijd toevoegen op Zaterdag' }).click()
    expect(await page.getByLabel('Zaterdag van').first().inputValue()).toBe('08:30')
    await page.getByLabel('Zaterdag van').nth(1).fill('12:00')
    await page.getByLabel('Zaterdag tot').nth(1).fill('18:00')
    await page.getByRole('button', { name: 'Bewaren' }).click()
    await page.getByText('Deze tijden overlappen').waitFor()

    await page.getByLabel('Zaterdag van').nth(1).fill('17:00')
    await page.getByRole('button', { name: 'Bewaren' }).click()
    await page.getByText('De openingstijden zijn bewaard.').waitFor()
  })

  it('shows what a closing day does to a term', async () => {
    const page = await open('/beheer/kalender?jaar=2027')
    const tellen = page.getByRole('region', { name: 'Werkdagen tellen' })
    await tellen.getByLabel('na').fill('1-3-2027')
    await tellen.getByText('is maandag 8 maart 2027').waitFor()
    await page.getByLabel('Datum', { exact: true }).fill('3-3-2027')
    await page.getByLabel('Waarom').fill('Personeelsdag')
    await page.keyboard.press('Enter')

    await tellen.getByText('is dinsdag 9 maart 2027').waitFor()
    await tellen.getByText('Overgeslagen: Personeelsdag.').waitFor()
  })

  it('keeps a setting half typed when a colleague changes it, and tells to what', async () => {
    const [page, other] = await Promise.all([
      open('/beheer/instellingen'),
      open('/beheer/instellingen', 'Nadia el Idrissi'),
    ])
    await page.getByLabel('Naam van het klantportaal').fill('Thuis bij De Linde')
    await other.getByLabel('Naam van het klantportaal').fill('Mijn Linde')
    await other.getByRole('button', { name: 'Bewaren' }).click()

    await page.getByText('Intussen heeft iemand anders dit gewijzigd in: Mijn Linde.').waitFor()
    expect(await page.getByLabel('Naam van het klantportaal').inputValue()).toBe('Thuis bij De Linde')
    await page.getByRole('button', { name: 'Bewaren' }).click()
    await page.getByText('Naam van het klantportaal is bewaard.').waitFor()
    await other.waitForFunction(
      () => document.querySelector('form input')?.getAttribute('value') === 'Thuis bij De Linde',
    )
  })

  it('refuses a colour on which white text cannot be read', async () => {
    const page = await open('/beheer/instellingen')
    await page.getByLabel('Accentkleur').fill('#ffee00')
    await page.getByRole('button', { name: 'Bewaren' }).click()

    await page.getByText(/Deze kleur is te licht/).waitFor()
    expect(await page.getByLabel('Accentkleur').inputValue()).toBe('#ffee00')
  })
})
