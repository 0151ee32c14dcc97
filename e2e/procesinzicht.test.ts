import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { axe } from './axe.ts'
import { hekbestanden, peter, priya, procesPerBestand, sanne } from './proefproces.ts'

const { doe, open, nieuweZaak } = procesPerBestand()
const looks = [
  { colorScheme: 'light', width: 1440 },
  { colorScheme: 'dark', width: 390 },
] as const
const ontbreekt = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

describe('what a colleague does', () => {
  it('with an action is on the list and the page of the zaak of others at once', async () => {
    const lijst = await open(priya, '/acties?status=wacht')
    await lijst.getByText('Niets gevonden', { exact: false }).or(lijst.getByRole('main')).first().waitFor()
    const page = await open(sanne, '/vandaag')
    const { zaakId, nummer } = await nieuweZaak(page)
    await page.goto(`/werkplek/zaken/${zaakId}`)
    await page.getByText('Aanvraag beoordelen').first().waitFor()
    await doe(page, 'POST', `/zaken/${zaakId}/stappen/beoordeel`, { antwoorden: { oordeel: 'melden' } })

    // There is no ERP here: the worker tries, and that is news.
    const kaart = lijst.getByRole('listitem').filter({ hasText: nummer })
    await kaart.waitFor({ timeout: 30_000 })
    await kaart.getByRole('button', { name: 'Overslaan…' }).click()
    await lijst.getByLabel(/Waarom slaat u dit over/).fill('Zelf gemeld.')
    await lijst.keyboard.press('Control+Enter')
    await kaart.waitFor({ state: 'detached' })
    await page.locator('li[aria-current="step"]').getByText('Hek laten plaatsen').waitFor()
  })
})

describe('a new version of a process', () => {
  it('takes over what runs, by keyboard, after showing what becomes of it', async () => {
    const page = await open(sanne, '/vandaag')
    const { zaakId } = await nieuweZaak(page)
    const beheer = await open(peter, '/beheer')
    const anders = (hekbestanden['proces.bpmn'] ?? '').replace('Aanvraag beoordelen', 'Aanvraag wegen')
    const concept = await doe<{ id: string; versie: number }>(beheer, 'POST', '/beheer/processen/hek/concept', {
      bestanden: { ...hekbestanden, 'proces.bpmn': anders },
    })
    await doe(
      beheer,
      'POST',
      `/beheer/procesversies/${concept.id}/publicatie`,
      { reden: 'Andere naam' },
      concept.versie,
    )
    await page.goto(`/werkplek/zaken/${zaakId}`)
    await page.locator('li[aria-current="step"]').getByText('Aanvraag beoordelen').waitFor()

    await beheer.goto('/werkplek/beheer/processen/hek')
    await beheer.getByRole('button', { name: 'Zaken overzetten…' }).first().focus()
    await beheer.keyboard.press('Enter')
    const venster = beheer.getByRole('dialog')
    await venster.getByText('Aanvraag wegen').first().waitFor()
    await venster.getByText('blijft staan').first().waitFor()
    expect(await axe(beheer)).toEqual([])
    await beheer.keyboard.press('Control+Enter')
    await venster.getByText('Vul in waarom u overzet').waitFor()
    await venster.getByLabel(/^Waarom\?/).fill('Nieuwe naam van de stap')
    await beheer.keyboard.press('Control+Enter')
    await venster.getByText('Eerder overgezet').waitFor()
    await venster.getByText('klaar', { exact: true }).waitFor({ timeout: 30_000 })
    expect(await axe(beheer)).toEqual([])

    // The other browser follows by itself.
    await page.locator('li[aria-current="step"]').getByText('Aanvraag wegen').waitFor()
    await page.getByText('Overgezet van versie 1 naar versie 2: Nieuwe naam van de stap').waitFor()
  })
})

describe('the figures of a process', () => {
  it.each(looks)('are read in a picture and in a table, and downloaded: $colorScheme, $width wide', async (look) => {
    const { colorScheme, width } = look
    const page = await open(priya, '/vandaag', { colorScheme, viewport: { width, height: 844 } })
    await nieuweZaak(page)
    await page.goto('/werkplek/inzicht')
    await page.getByRole('link', { name: 'Hek plaatsen' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Hek plaatsen' }).waitFor()
    await page.getByRole('img', { name: /Staven per week/ }).waitFor()
    await page.locator('.rondom-hitte-4').first().waitFor()
    const wacht = page.getByRole('table', { name: 'Waar zaken nu wachten' })
    await wacht.getByRole('row').nth(1).waitFor()
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Waar zaken nu wachten downloaden als CSV' }).click()
    expect((await download).suggestedFilename()).toBe('hek-wacht.csv')

    expect(await axe(page)).toEqual([])
    expect(await ontbreekt(page)).toBeLessThanOrEqual(0)
  })
})

describe('the list of zaken', () => {
  it('is narrowed to one step of a process', async () => {
    const page = await open(sanne, '/vandaag')
    const { nummer } = await nieuweZaak(page)
    await page.goto('/werkplek/zaken?zaaktype=hek')
    await page.getByRole('combobox', { name: 'Stap' }).click()
    await page
      .getByRole('option', { name: 'Aanvraag wegen' })
      .or(page.getByRole('option', { name: 'Aanvraag beoordelen' }))
      .first()
      .click()
    await page.getByRole('listitem').filter({ hasText: nummer }).waitFor()
    expect(page.url()).toContain('stap=')
    expect(await axe(page)).toEqual([])
  })
})
