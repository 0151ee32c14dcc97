import { expect, it } from 'vitest'
import { axe } from './axe.ts'
import { mehmet, takenPerBestand } from './taken.ts'

const { e2e, ids, open, doe, nieuweTaak, pakOp } = takenPerBestand()

it('a terugkoppeling with a gap is asked about, and goes as it is when that was meant', async () => {
  const page = await open(mehmet, '/mijn-werk')
  const taak = await pakOp(page, await nieuweTaak(page, 'Deur stellen', { partijId: ids.partij, belofte: true }))
  await page.goto(`/werkplek/taken/${taak.id}`)
  await page.getByRole('button', { name: /^Afronden/ }).click()
  const venster = page.getByRole('dialog', { name: 'Taak afronden' })
  const vraag = page.getByRole('dialog', { name: 'Deze tekst is nog niet af' })
  await venster.getByLabel('Wat is de uitkomst?').fill('Gesteld.')
  const antwoord = venster.getByLabel('Wat vertelt u de klant?')
  await antwoord.fill('{{klant.bsn}}: de deur sluit weer. Groet, {naam monteur}')
  await venster.getByText('Nog niet ingevuld: {{klant.bsn}}, {naam monteur}').waitFor()
  await page.keyboard.press('Control+Enter')
  await vraag.getByText('{naam monteur}').waitFor()
  expect(await axe(page)).toEqual([])
  // The safe answer has the focus, and gives back the text.
  await page.keyboard.press('Enter')
  await vraag.waitFor({ state: 'detached' })
  expect((await doe(page, 'GET', `/taken/${taak.id}`)).status).toBe('in_uitvoering')

  await antwoord.fill('De deur sluit weer. {zo staat het er echt}')
  await page.keyboard.press('Control+Enter')
  await vraag.getByRole('button', { name: 'Toch doorgaan' }).press('Enter')
  await page.getByText('Taak afgerond.', { exact: true }).waitFor()
})

it('a contact with a gap is asked about, and without it is completed at once', async () => {
  const page = await e2e.als('klantcontactmedewerker', `/klanten/${ids.partij}`)
  await page
    .getByRole('button', { name: /^Nieuw contact/ })
    .last()
    .click()
  await page.waitForURL(/gesprekken/)
  const paneel = page.getByRole('region', { name: 'Gesprek', exact: true })
  await paneel.getByRole('combobox', { name: 'Kanaal' }).click()
  await page.getByRole('listbox', { name: 'Kanaal' }).getByRole('option', { name: 'Telefoon' }).click()
  await page.getByLabel('Wat vraagt de klant?').fill('Hoe laat komt u?')
  await paneel.getByText('Direct beantwoord', { exact: true }).click()
  await page.getByLabel('Antwoord aan de klant').fill('{dag} tussen {tijd}')
  await page.keyboard.press('Control+Enter')
  const vraag = page.getByRole('dialog', { name: 'Deze tekst is nog niet af' })
  await vraag.getByText('Nog niet ingevuld: {dag}, {tijd}').waitFor()
  await page.keyboard.press('Escape')
  await page.getByLabel('Antwoord aan de klant').fill('Maandag tussen 8 en 10')
  await page.keyboard.press('Control+Enter')
  await page.getByText('Contact vastgelegd.', { exact: true }).waitFor()
})
