import { describe, expect, it } from 'vitest'
import { axe } from './axe.ts'
import { hekbestanden, peter, procesPerBestand } from './proefproces.ts'

const { doe, open } = procesPerBestand()

describe('the library of processes', () => {
  it.each([
    { colorScheme: 'light', width: 1440 },
    { colorScheme: 'dark', width: 390 },
  ] as const)('passes axe on every sheet: $colorScheme, $width wide', async ({ colorScheme, width }) => {
    const page = await open(peter, '/beheer/processen', { colorScheme, viewport: { width, height: 844 } })
    await page.getByRole('link', { name: 'Hek plaatsen' }).click()
    await page.getByText('Alles klopt').waitFor()
    for (const [blad, klaar] of [
      ['Overzicht', 'Versies'],
      ['Schema', 'Mag het?'],
      ['Beslistabellen', 'Tot een meter mag het altijd.'],
      ['Formulieren', 'Hoe hoog wordt het hek?'],
      ['Berichten', 'Wij hebben uw aanvraag ontvangen.'],
      ['Bestanden', 'proces.bpmn'],
    ] as const) {
      await page
        .getByRole('navigation', { name: 'Onderdelen van het proces' })
        .getByRole('link', { name: blad })
        .click()
      await page.getByText(klaar).first().waitFor()

      expect(await axe(page), blad).toEqual([])
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(sideways, blad).toBeLessThanOrEqual(0)
    }
  })

  it('tries out a form with the rules of the process', async () => {
    const page = await open(peter, '/beheer/processen/hek?blad=formulieren&stuk=formulieren/aanvraag.json')
    const vak = page.getByRole('form', { name: 'Hek aanvragen' })
    await vak.getByLabel('Hoe hoog wordt het hek?').fill('120')
    await vak.getByText('Zijn de buren het eens?').waitFor()
    await vak.getByRole('button', { name: 'Antwoorden controleren' }).click()
    await vak.getByText('Er is 1 fout.').waitFor()
    await vak.getByRole('radio', { name: 'Ja' }).check()
    await vak.getByRole('button', { name: 'Antwoorden controleren' }).click()
    await vak.getByText('Geen fouten.').waitFor()
  })

  it('shows where a draft is wrong, and publishes a right one with a reason', async () => {
    const page = await open(peter, '/beheer/processen')
    const stuk = {
      ...hekbestanden,
      'proces.bpmn': hekbestanden['proces.bpmn']?.replace('bpmn:userTask id="plaats"', 'bpmn:scriptTask id="plaats"'),
    }
    const fout = await doe<{ id: string }>(page, 'POST', '/beheer/processen/hek/concept', { bestanden: stuk })
    await page.goto(`/werkplek/beheer/processen/hek?versie=${fout.id}`)
    await page.getByText('1 fout: publiceren kan nog niet').waitFor()
    await page.getByText('Hek laten plaatsen:').waitFor()
    expect(await page.getByRole('button', { name: 'Publiceren…' }).isDisabled()).toBe(true)
    await page.getByRole('button', { name: 'Concept weggooien' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Concept weggooien' }).click()
    await page.getByText('Het concept is weggegooid.').waitFor()

    await page.getByRole('button', { name: 'Nieuw concept' }).click()
    await page.getByRole('button', { name: 'Publiceren…' }).click()
    await page.getByLabel('Waarom publiceert u deze versie?').fill('Andere tekst voor de buren.')
    await page.keyboard.press('Control+Enter')
    await page.getByText('De nieuwe versie geldt.').waitFor()
    await page.getByText('Andere tekst voor de buren.').waitFor()
  })

  it('takes a process folder out as a ZIP and in again', async () => {
    const page = await open(peter, '/beheer/processen/hek?blad=bestanden')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Downloaden' }).click(),
    ])
    const bestand = await download.path()
    await page.goto('/werkplek/beheer/processen')
    await page.getByRole('button', { name: 'Map overzetten…' }).click()
    await page.getByRole('dialog').locator('input[type=file]').last().setInputFiles(bestand)
    await page.getByText('5 bestanden gekozen').waitFor()
    await page.getByLabel('Naam van de map').fill('hek-twee')
    await page.getByRole('button', { name: 'Overzetten', exact: true }).click()

    await page.waitForURL(/hek-twee/)
    await page.getByText('Alles klopt').waitFor()
  })
})
