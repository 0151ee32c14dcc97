import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { keurElkeGedaante } from './gedaanten.ts'
import { focusRij, linda, mehmet, paneel, rij, takenPerBestand, tom, tops } from './taken.ts'

const { e2e, ids, open, doe, nieuweTaak, pakOp } = takenPerBestand()

describe('every screen of taken', () => {
  it('passes axe and fits its window in every look', async () => {
    const page = await open(tom, '/mijn-werk')
    const taak = await pakOp(page, await nieuweTaak(page, 'Lekkage bekijken', { partijId: ids.partij, belofte: true }))
    await doe(page, 'POST', `/taken/${taak.id}/notities`, { tekst: 'Sleutel ligt bij de buren.' })
    for (const pad of [
      '/mijn-werk',
      `/mijn-werk?taak=${taak.id}`,
      `/teams/${ids.team}`,
      `/teams/${ids.team}?wie=iedereen`,
      `/teams/${ids.team}?wie=gesloten`,
      `/taken/${taak.id}`,
      `/taken/nieuw?partijId=${ids.partij}`,
      '/beloften',
      '/mijn-werk?q=bestaatniet',
    ]) {
      await page.goto(`/werkplek${pad}`)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await page.waitForLoadState('networkidle')
      await keurElkeGedaante(page, pad)
    }
  })

  it('says of a taak that is not mine to see no more than that it was not found', async () => {
    const page = await open(tom, '/mijn-werk')
    const taak = await nieuweTaak(page, 'Niet voor incasso')
    const ander = await e2e.als('Ania Kowalska', `/taken/${taak.id}`)

    await ander.getByText('Niet gevonden', { exact: true }).waitFor()
    expect(await ander.getByText('Niet voor incasso').count()).toBe(0)
  })
})

describe('a team list', () => {
  it('is worked by keyboard; a colleague sees within moments who took what, and no row moves', async () => {
    const page = await open(mehmet, '/mijn-werk')
    const eerste = await nieuweTaak(page, 'Stukadoor inplannen', { termijnWerkdagen: 0 })
    const taak = await nieuweTaak(page, 'Dakdekker inplannen', { termijnWerkdagen: 0 })
    await page.goto(`/werkplek/teams/${ids.team}`)
    const collega = await open(linda, `/teams/${ids.team}`)
    await rij(collega, taak).waitFor()
    await rij(collega, eerste).hover()
    const before = await tops(collega)

    await focusRij(page, eerste)
    await page.keyboard.press('j')
    await page.keyboard.press('Alt+o')
    await page.getByRole('dialog').getByText('U neemt deze taak in behandeling. Doorgaan?').waitFor()
    await page.keyboard.press('Enter')

    await rij(collega, taak).getByText(`opgepakt door ${mehmet}`).waitFor()
    expect(await tops(collega)).toEqual(before)
    await paneel(page)
      .getByRole('button', { name: /^Afronden/ })
      .waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Dakdekker inplannen')
  })

  it('keeps new taken behind a bar until I ask for them', async () => {
    const page = await open(linda, `/teams/${ids.team}`)
    await page.locator('li[data-taak]').first().waitFor()
    const before = await tops(page)

    const taak = await nieuweTaak(page, 'Spoed: gaslucht', { termijnWerkdagen: 0, prioriteit: 'hoog' })

    const balk = page.getByRole('button', { name: /nieuwe ta.+ — tonen/ })
    await balk.waitFor()
    expect((await tops(page)).map(([id]) => id)).toEqual(before.map(([id]) => id))
    await balk.click()
    await rij(page, taak).waitFor()
    expect(await balk.count()).toBe(0)
  })

  it('tells who is too late who was first, and follows', async () => {
    const page = await open(linda, '/mijn-werk')
    const taak = await nieuweTaak(page, 'Glas zetten', { termijnWerkdagen: 0 })
    const winnaar = await open(mehmet, '/mijn-werk')
    await page.goto(`/werkplek/teams/${ids.team}`)
    await rij(page, taak).waitFor()
    await focusRij(page, taak)
    await page.keyboard.press('Alt+o')
    await page.getByRole('dialog').waitFor()

    await pakOp(winnaar, taak)
    await page.keyboard.press('Enter')

    await page.getByText(new RegExp(`Al opgepakt door ${mehmet} om \\d\\d:\\d\\d`)).waitFor()
    await rij(page, taak).getByText(`opgepakt door ${mehmet}`).waitFor()
    expect(await rij(page, taak).getByRole('button').count()).toBe(0)
  })

  it('goes on at the bottom without moving what I look at', async () => {
    const page = await open(mehmet, '/mijn-werk')
    for (let i = 0; i < 60; i++) await nieuweTaak(page, `Ronde ${i}`, { termijnWerkdagen: 200 })
    await page.goto(`/werkplek/teams/${ids.team}`)
    await page.locator('li[data-taak]').nth(49).waitFor()
    const getoond = async () => (await tops(page)).map(([id]) => id)
    const before = await getoond()
    expect(before.length).toBe(50)
    await page.getByRole('button', { name: 'Meer laden' }).click()

    await expect.poll(async () => (await getoond()).length).toBeGreaterThan(60)
    expect((await getoond()).slice(0, 50)).toEqual(before)
    expect(new Set(await getoond()).size).toBe((await getoond()).length)
    expect(await page.getByRole('button', { name: /— tonen/ }).count()).toBe(0)
  })

  it('keeps its filter in the address, and finds by a word', async () => {
    const page = await open(mehmet, '/mijn-werk')
    const taak = await nieuweTaak(page, 'Zeldzame zonwering nakijken')
    await nieuweTaak(page, 'Iets anders')
    await page.goto(`/werkplek/teams/${ids.team}`)
    await page.getByRole('searchbox').pressSequentially('zonwering', { delay: 60 })

    await page.waitForURL(/q=zonwering/)
    await expect.poll(() => page.locator('li[data-taak]').count()).toBe(1)
    await page.reload()
    await rij(page, taak).waitFor()
    expect(await page.getByRole('searchbox').inputValue()).toBe('zonwering')
    expect(await page.locator('li[data-taak]').count()).toBe(1)
  })
})

describe('my work', () => {
  it('stands under what is late, today, later and without a deadline; Escape gives the row back', async () => {
    const page = await open(linda, '/mijn-werk')
    const taak = await pakOp(page, await nieuweTaak(page, 'Zonder haast', { termijnWerkdagen: null }))
    const laat = await pakOp(page, await nieuweTaak(page, 'Had al klaar moeten zijn'))
    await sql`update taak set deadline = '2020-01-02' where id = ${laat.id}`.execute(e2e.organisatie.db)
    await page.reload()

    await page.getByRole('region', { name: 'Te laat' }).getByText('Had al klaar moeten zijn').waitFor()
    await page.getByRole('region', { name: 'Zonder termijn' }).getByText('Zonder haast').waitFor()
    await focusRij(page, taak)
    await page.keyboard.press('Enter')
    await paneel(page).getByRole('heading', { name: 'Zonder haast' }).waitFor()
    await page.keyboard.press('Escape')

    await expect.poll(() => paneel(page).count()).toBe(0)
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Zonder haast')
  })

  it('points at the team when there is nothing in hand', async () => {
    const page = await open('Femke de Boer', '/mijn-werk')
    await sql`update taak set medewerker_id = null, status = 'niet_gestart', opgepakt_op = null
              where medewerker_id = (select id from medewerker where naam = 'Femke de Boer')
                and status in ('niet_gestart', 'in_uitvoering', 'wacht_op_derden')`.execute(e2e.organisatie.db)
    await page.reload()

    await page.getByText('U heeft geen taken in handen').waitFor()
    await page.getByRole('main').getByRole('link', { name: 'Webcare' }).click()
    await page.waitForURL(/teams/)
  })
})
