import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { axe } from './axe.ts'
import { hekbestanden, peter, procesPerBestand } from './proefproces.ts'

const { doe, open } = procesPerBestand()
const scenario = `naam: Een laag hek mag altijd
gegeven:
  nu: 2026-11-23T10:00:00+01:00
  antwoorden: { hoogte: 80 }
verwacht:
  beslissingen: { hoogtetoets: [1] }
  wacht: [beoordeel]
`

beforeAll(async () => {
  const page = await open(peter, '/beheer')
  const bestanden = { ...hekbestanden, 'scenarios/laag.yaml': scenario }
  const { id, versie } = await doe<Versie>(page, 'POST', '/beheer/processen/hek/concept', { bestanden })
  await doe(page, 'POST', `/beheer/procesversies/${id}/publicatie`, { reden: 'Met een scenario' }, versie)
  await page.context().close()
})

type Versie = { id: string; versie: number; bestanden: Record<string, string> }

async function nieuwConcept(blad: 'Schema' | 'Beslistabellen', opties = {}): Promise<Page> {
  const page = await open(peter, '/beheer/processen/hek', opties)
  await page.getByRole('button', { name: 'Nieuw concept', exact: true }).click()
  await page.getByText('Er is een concept gemaakt').waitFor()
  const bladen = page.getByRole('navigation', { name: 'Onderdelen van het proces' })
  await bladen.getByRole('link', { name: blad, exact: true }).click()
  return page
}

const bewaard = (page: Page) => page.getByText('Het concept is bewaard.').first().waitFor()
const conceptVan = (page: Page) =>
  doe<Versie>(page, 'GET', `/beheer/procesversies/${new URL(page.url()).searchParams.get('versie')}`)

describe('the decision tables', () => {
  it('are changed by keyboard: a fault is found at its cell, mended, rehearsed and published', async () => {
    const page = await nieuwConcept('Beslistabellen')
    const cel = page.getByRole('textbox', { name: 'Hoogte, regel 1' })
    await cel.focus()
    await page.keyboard.press('Control+A')
    await page.keyboard.type('<= "100"')
    await page.keyboard.press('Control+s')
    await bewaard(page)

    await page.getByRole('button', { name: 'Hoogte van het hek, regel 1, "Hoogte"' }).press('Enter')
    await expect.poll(() => cel.evaluate((node) => node === document.activeElement)).toBe(true)
    expect(await page.getByRole('button', { name: 'Publiceren…' }).isDisabled()).toBe(true)
    await page.getByRole('link', { name: 'Overzicht' }).click()
    await page.getByRole('link', { name: 'regels.dmn' }).click()
    await expect.poll(() => cel.evaluate((node) => node === document.activeElement)).toBe(true)
    expect(await axe(page)).toEqual([])

    await page.keyboard.press('Control+A')
    await page.keyboard.type('<= 120')
    await page.keyboard.press('Control+s')
    await page.getByText('In deze tabel is niets gevonden.').waitFor()
    const na = (await conceptVan(page)).bestanden['regels.dmn'] ?? ''
    expect(na).toContain('&lt;= 120')
    expect(na).toContain('<annotationEntry>')
    expect(na).not.toContain('<description>')

    await page.getByRole('tab', { name: 'Uitproberen' }).click()
    await page.getByLabel('Hoogte (hoogte)').fill('110')
    await page.keyboard.press('Enter')
    await page.getByText('Regel 1: Tot een meter mag het altijd.').waitFor()
    expect(await axe(page)).toEqual([])

    await page.getByRole('link', { name: 'Overzicht' }).click()
    await page.getByRole('button', { name: 'Scenario’s uitvoeren' }).click()
    await page.getByText('Gelukt').waitFor()
    await page.getByRole('button', { name: 'Publiceren…' }).click()
    await page.getByLabel('Waarom publiceert u deze versie?').fill('Tot 120 cm mag nu altijd.')
    await page.keyboard.press('Control+Enter')
    await page.getByText('De nieuwe versie geldt.').waitFor()
  })

  it('give rules and columns by buttons and fields, and take every step back', async () => {
    const page = await nieuwConcept('Beslistabellen')
    const cellen = page.getByRole('textbox', { name: /^Hoogte, regel/ })
    await cellen.first().focus()
    await page.getByRole('button', { name: 'Regel eronder' }).click()
    await expect.poll(() => cellen.count()).toBe(3)
    await page.getByRole('button', { name: 'Regel omlaag' }).click()
    await page.getByRole('button', { name: 'Regel verwijderen' }).click()
    await expect.poll(() => cellen.count()).toBe(2)

    await page.getByRole('tab', { name: 'Kolommen' }).click()
    await page.getByLabel('Nieuw gegeven').fill('buren')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Invoer toevoegen' }).last().click()
    const kolom = page.getByRole('group', { name: /^2\./ }).first()
    await kolom.getByLabel('Waarover (FEEL)').fill('buur')
    await kolom.getByText('buur').first().waitFor()
    await kolom.getByLabel('Waarover (FEEL)').fill('buren')
    expect(await axe(page)).toEqual([])
    await page.keyboard.press('Control+s')
    await bewaard(page)
    expect((await conceptVan(page)).bestanden['regels.dmn']).toContain('<text>buren</text>')

    for (const terug = page.getByRole('button', { name: 'Ongedaan maken' }); await terug.isEnabled(); )
      await terug.click()
    await expect.poll(() => cellen.count()).toBe(2)
  })

  it('are only read on a phone, and in a version that counts', async () => {
    const smal = await nieuwConcept('Beslistabellen', { viewport: { width: 390, height: 844 } })
    await smal.getByText('Tabellen bewerken kan op een breder scherm.').waitFor()
    await smal.getByText('Hoger dan een meter: eerst kijken.').waitFor()
    expect(await smal.getByRole('textbox', { name: /^Hoogte, regel/ }).count()).toBe(0)

    const geldend = await open(peter, '/beheer/processen/hek?blad=regels')
    await geldend.getByText('U bekijkt een versie die niet meer verandert.').waitFor()
    await geldend.getByRole('button', { name: 'Nieuw concept maken' }).click()
    await geldend
      .getByRole('textbox', { name: /^Hoogte, regel/ })
      .first()
      .waitFor()
  })
})

describe('the drawing', () => {
  it.each(['light', 'dark'] as const)(
    'gets another step by keyboard alone, through the panel: %s',
    async (colorScheme) => {
      const page = await nieuwConcept('Schema', { colorScheme })
      const paneel = page.getByRole('region', { name: 'Gekozen onderdeel' })
      await paneel
        .getByLabel('Onderdeel', { exact: true })
        .selectOption({ label: 'Aanvraag beoordelen · Gebruikerstaak' })
      await paneel.getByLabel('Naam', { exact: true }).fill('Aanvraag bekijken')
      await paneel.getByLabel('Team', { exact: true }).selectOption({ label: 'Planning onderhoud' })
      expect(await axe(page)).toEqual([])
      await paneel.getByLabel('Erachter zetten').selectOption({ label: 'Servicetaak' })
      await paneel.getByRole('button', { name: 'Toevoegen', exact: true }).press('Enter')
      await page.keyboard.press('Control+s')
      await bewaard(page)

      const na = (await conceptVan(page)).bestanden['proces.bpmn'] ?? ''
      expect(na).toMatch(/<bpmn:userTask id="beoordeel" name="Aanvraag bekijken"[^>]*rondom:team="planning"/)
      await paneel.getByRole('tab', { name: /Controle/ }).click()
      await paneel.getByText('Kies de actie van deze stap.').waitFor()
      await paneel
        .getByRole('button', { name: /^Activity_/ })
        .first()
        .press('Enter')
      await paneel.getByLabel('Actie', { exact: true }).waitFor()
      await paneel.getByRole('button', { name: 'Onderdeel verwijderen' }).press('Enter')
      await page.getByRole('button', { name: 'Bewaren' }).press('Enter')
      await paneel.getByRole('tab', { name: /Controle/ }).click()
      await paneel.getByText('In dit schema is niets gevonden.').waitFor()
    },
  )

  it('says at once that a condition is no FEEL', async () => {
    const page = await nieuwConcept('Schema')
    const paneel = page.getByRole('region', { name: 'Gekozen onderdeel' })
    await paneel.getByLabel('Onderdeel', { exact: true }).selectOption({ label: 'eerst melden · Pijl' })
    await paneel.getByLabel('Voorwaarde').fill('oordeel = ')
    expect(await paneel.getByLabel('Voorwaarde').getAttribute('aria-invalid')).toBe('true')
    await paneel.getByLabel('Voorwaarde').fill('oordeel = "nee"')
    expect(await paneel.getByLabel('Voorwaarde').getAttribute('aria-invalid')).not.toBe('true')
  })
})
