import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Taak } from '../contract/taken.ts'
import { axe } from './axe.ts'
import { type E2e, startE2e } from './omgeving.ts'

const mehmet = 'Mehmet Yılmaz'
const linda = 'Linda van Dijk'
/** Divides the work of their team. */
const tom = 'Tom Bakker'

let e2e: E2e
let teamId: string
let partijId: string

beforeAll(async () => {
  e2e = await startE2e()
  teamId = await only(sql`select id from team where naam = 'Planning onderhoud'`)
  partijId = await only(sql`select p.id from partij p join partij_adres a on a.partij_id = p.id and a.einddatum is null
        where p.soort = 'persoon' and p.samengevoegd_in is null order by p.nummer limit 1`)
})
afterAll(() => e2e?.close())
afterEach(async () => {
  for (const context of e2e.browser.contexts()) await context.close()
  expect(e2e.fouten()).toEqual([])
})

async function only(query: ReturnType<typeof sql>): Promise<string> {
  const { rows } = (await query.execute(e2e.organisatie.db)) as { rows: { id: string }[] }
  if (!rows[0]) throw new Error('the demo lacks what this test needs')
  return rows[0].id
}

/** As anybody sees him: the search and the list show the same. */
async function klantVan(id: string): Promise<{ naam: string; adres: string }> {
  const page = await open(mehmet, '/mijn-werk')
  const klant = (await doe(page, 'GET', `/partijen/${id}`)) as unknown as {
    naam: string
    adressen: { weergave: string }[]
  }
  return { naam: klant.naam, adres: klant.adressen[0]?.weergave ?? '' }
}

async function open(wie: string, pad: string, options = {}): Promise<Page> {
  const page = await e2e.als(wie, pad, options)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  return page
}

/** What a colleague does meanwhile, through the API of his own session. */
async function doe(page: Page, method: string, pad: string, body?: object, versie?: number): Promise<Taak> {
  const answer = await page.context().request.fetch(`${e2e.url}/api${pad}`, {
    method,
    ...(body && { data: body }),
    headers: { Origin: e2e.url, ...(versie && { 'If-Match': `"${versie}"` }) },
  })
  if (!answer.ok()) throw new Error(`${method} ${pad}: ${await answer.text()}`)
  return (await answer.json()) as Taak
}

const nieuweTaak = (page: Page, onderwerp: string, extra: object = {}) =>
  doe(page, 'POST', '/taken', { onderwerp, teamId, termijnWerkdagen: 1, ...extra })
const pakOp = (page: Page, taak: Taak) => doe(page, 'POST', `/taken/${taak.id}/behandeling`)
const rij = (page: Page, taak: Taak) => page.locator(`li[data-taak="${taak.id}"]`)
const focusRij = (page: Page, taak: Taak) => rij(page, taak).locator('a[data-regel]').focus()
const paneel = (page: Page) => page.getByRole('complementary', { name: 'Geopende taak' })
const tops = (page: Page) =>
  page
    .locator('li[data-taak]')
    .evaluateAll((rows) => rows.map((row) => [row.getAttribute('data-taak'), row.getBoundingClientRect().top]))

describe('every screen of taken', () => {
  it.each([
    { colorScheme: 'light', width: 1440 },
    { colorScheme: 'dark', width: 1440 },
    { colorScheme: 'dark', width: 390 },
    { colorScheme: 'light', width: 320 },
  ] as const)('passes axe and fits its window: $colorScheme, $width wide', async ({ colorScheme, width }) => {
    const page = await open(tom, '/mijn-werk', { colorScheme, viewport: { width, height: 844 } })
    const taak = await pakOp(page, await nieuweTaak(page, 'Lekkage bekijken', { partijId, belofte: true }))
    await doe(page, 'POST', `/taken/${taak.id}/notities`, { tekst: 'Sleutel ligt bij de buren.' })
    for (const pad of [
      '/mijn-werk',
      `/mijn-werk?taak=${taak.id}`,
      `/teams/${teamId}`,
      `/teams/${teamId}?wie=iedereen`,
      `/teams/${teamId}?wie=gesloten`,
      `/taken/${taak.id}`,
      `/taken/nieuw?partijId=${partijId}`,
      '/beloften',
      '/mijn-werk?q=bestaatniet',
    ]) {
      await page.goto(`/werkplek${pad}`)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await page.waitForLoadState('networkidle')

      expect(await axe(page), pad).toEqual([])
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(sideways, pad).toBeLessThanOrEqual(0)
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
    await page.goto(`/werkplek/teams/${teamId}`)
    const collega = await open(linda, `/teams/${teamId}`)
    await rij(collega, taak).waitFor()
    await rij(collega, eerste).hover()
    const before = await tops(collega)

    await focusRij(page, eerste)
    await page.keyboard.press('j')
    await page.keyboard.press('Alt+o')
    await page.getByRole('dialog').getByText('U neemt deze taak in behandeling. Doorgaan?').waitFor()
    await page.keyboard.press('Enter')

    await rij(collega, taak).getByText(`opgepakt door ${mehmet}`).waitFor({ timeout: 3000 })
    expect(await tops(collega)).toEqual(before)
    await paneel(page)
      .getByRole('button', { name: /^Afronden/ })
      .waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Dakdekker inplannen')
  })

  it('keeps new taken behind a bar until I ask for them', async () => {
    const page = await open(linda, `/teams/${teamId}`)
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
    await page.goto(`/werkplek/teams/${teamId}`)
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
    await page.goto(`/werkplek/teams/${teamId}`)
    await page.locator('li[data-taak]').nth(49).waitFor()
    const ids = async () => (await tops(page)).map(([id]) => id)
    const before = await ids()
    expect(before.length).toBe(50)
    await page.getByRole('button', { name: 'Meer laden' }).click()

    await expect.poll(async () => (await ids()).length).toBeGreaterThan(60)
    expect((await ids()).slice(0, 50)).toEqual(before)
    expect(new Set(await ids()).size).toBe((await ids()).length)
    expect(await page.getByRole('button', { name: /— tonen/ }).count()).toBe(0)
  })

  it('keeps its filter in the address, and finds by a word', async () => {
    const page = await open(mehmet, '/mijn-werk')
    const taak = await nieuweTaak(page, 'Zeldzame zonwering nakijken')
    await nieuweTaak(page, 'Iets anders')
    await page.goto(`/werkplek/teams/${teamId}`)
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

describe('a taak', () => {
  it('is finished by keyboard with what the customer was told, and the promise is kept', async () => {
    const page = await open(mehmet, '/mijn-werk')
    const taak = await pakOp(page, await nieuweTaak(page, 'Kraan vervangen', { partijId, belofte: true }))
    await page.goto(`/werkplek/taken/${taak.id}`)
    await page.getByText('De klant wacht op antwoord').waitFor()
    await page.keyboard.press('Alt+a')
    const venster = page.getByRole('dialog', { name: 'Taak afronden' })
    await venster.waitFor()
    expect(await axe(page)).toEqual([])

    await page.keyboard.press('Control+Enter')
    await venster.getByText('Vul de uitkomst in.').waitFor()
    await page.keyboard.type('Kraan vervangen door Jansen.')
    await venster.getByLabel('Nee', { exact: true }).check()
    await venster.getByText('blijft de belofte openstaan').waitFor()
    await venster.getByLabel('Ja, dat leg ik nu vast').check()
    expect(await venster.getByText('blijft de belofte openstaan').count()).toBe(0)
    await page.keyboard.press('Control+Enter')
    await venster.getByText('Vul in wat u de klant vertelt.').waitFor()
    await page.keyboard.type('Gebeld: de kraan is vervangen, u kunt weer douchen.')
    await page.keyboard.press('Control+Enter')

    await page.getByText('Taak afgerond.', { exact: true }).waitFor()
    await page.getByText('Klant heeft antwoord').waitFor()
    const { rows } = await sql`
      select t.status, t.belofte_ingelost_op is not null as ingelost, k.type, k.antwoord
      from taak t join klantcontact k on k.id = t.terugkoppeling_id where t.id = ${taak.id}`.execute(e2e.organisatie.db)
    expect(rows).toEqual([
      {
        status: 'afgerond',
        ingelost: true,
        type: 'terugkoppeling',
        antwoord: 'Gebeld: de kraan is vervangen, u kunt weer douchen.',
      },
    ])
  })

  it('starts a written answer with the salutation, and does not take that for an answer', async () => {
    const page = await open(mehmet, '/mijn-werk')
    const taak = await pakOp(page, await nieuweTaak(page, 'Brief sturen', { partijId, belofte: true }))
    await page.goto(`/werkplek/taken/${taak.id}`)
    await page.getByRole('button', { name: /^Afronden/ }).click()
    const venster = page.getByRole('dialog', { name: 'Taak afronden' })
    const antwoord = venster.getByLabel('Wat vertelt u de klant?')
    expect(await antwoord.inputValue()).toBe('')
    await venster.getByRole('combobox', { name: 'Hoe?' }).click()
    await venster.getByRole('option', { name: 'E-mail' }).click()

    await expect.poll(() => antwoord.inputValue()).toMatch(/^(Geachte|Beste) .+,\n\n$/)
    await venster.getByLabel('Wat is de uitkomst?').fill('Klaar.')
    await page.keyboard.press('Control+Enter')
    await venster.getByText('Vul in wat u de klant vertelt.').waitFor()
  })

  it('shows what colleagues do without a word lost: live, after a reload, and in an open window', async () => {
    const page = await open(mehmet, '/mijn-werk')
    const collega = await open(tom, '/mijn-werk')
    const taak = await pakOp(page, await nieuweTaak(page, 'Muur herstellen'))
    await page.goto(`/werkplek/taken/${taak.id}`)
    await page.getByLabel('Nieuwe notitie').fill('Ik was halverwege deze')
    await doe(collega, 'POST', `/taken/${taak.id}/notities`, { tekst: 'Bewoner is er na vieren.' })

    await page.getByText('Bewoner is er na vieren.').waitFor()
    expect(await page.getByLabel('Nieuwe notitie').inputValue()).toBe('Ik was halverwege deze')
    await page.reload()
    await page.getByText('Bewoner is er na vieren.').waitFor()
    expect(await page.getByLabel('Nieuwe notitie').inputValue()).toBe('Ik was halverwege deze')

    await page.keyboard.press('Alt+a')
    const venster = page.getByRole('dialog', { name: 'Taak afronden' })
    await venster.getByLabel('Wat is de uitkomst?').fill('Hersteld.')
    const now = await doe(collega, 'GET', `/taken/${taak.id}`)
    const { onderwerp, toelichting, deadline } = now
    await doe(collega, 'PUT', `/taken/${taak.id}`, { onderwerp, toelichting, deadline, prioriteit: 'hoog' }, now.versie)

    await venster.getByText('Dit gebeurde intussen met de taak').waitFor()
    expect(await venster.getByLabel('Wat is de uitkomst?').inputValue()).toBe('Hersteld.')
    await page.keyboard.press('Control+Enter')
    await page.getByText('Taak afgerond.', { exact: true }).waitFor()
  })

  it('lets two people who change the same taak choose per field', async () => {
    const page = await open(mehmet, '/mijn-werk')
    const collega = await open(tom, '/mijn-werk')
    const taak = await pakOp(page, await nieuweTaak(page, 'Schuur'))
    await page.goto(`/werkplek/taken/${taak.id}`)
    await page.getByRole('button', { name: 'Meer acties' }).click()
    await page.getByRole('menuitem', { name: 'Wijzigen' }).click()
    const venster = page.getByRole('dialog', { name: 'Taak wijzigen' })
    await venster.getByLabel('Wat moet er gebeuren?').fill('Schuur leegmaken')
    const { toelichting, deadline } = taak
    const van = { onderwerp: 'Schuur opruimen', toelichting, deadline, prioriteit: 'hoog' }
    await doe(collega, 'PUT', `/taken/${taak.id}`, van, taak.versie)
    await page.keyboard.press('Control+Enter')

    const keuze = page.getByRole('dialog', { name: 'Iemand anders heeft dit intussen gewijzigd' })
    await keuze.getByText('Schuur opruimen').waitFor()
    expect(await axe(page)).toEqual([])
    await keuze.getByRole('button', { name: 'Bewaar deze keuze' }).click()

    await page.getByRole('heading', { level: 1, name: 'Schuur leegmaken' }).waitFor()
    expect(await doe(collega, 'GET', `/taken/${taak.id}`)).toMatchObject({
      onderwerp: 'Schuur leegmaken',
      prioriteit: 'hoog',
    })
  })

  it('asks before a change is thrown away that no one kept', async () => {
    const page = await open(mehmet, '/mijn-werk')
    const taak = await pakOp(page, await nieuweTaak(page, 'Kelder'))
    await page.goto(`/werkplek/taken/${taak.id}`)
    await page.getByRole('button', { name: 'Meer acties' }).click()
    await page.getByRole('menuitem', { name: 'Wijzigen' }).click()
    const venster = page.getByRole('dialog', { name: 'Taak wijzigen' })
    await venster.getByLabel('Uiterlijk').fill('3-12-26')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog', { name: 'Wijzigingen weggooien?' }).waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+Enter')

    await venster.waitFor({ state: 'detached' })
    expect((await doe(page, 'GET', `/taken/${taak.id}`)).deadline).toBe('2026-12-03')
  })

  it('keeps a corrected note readable, and the new note that was being typed', async () => {
    const page = await open(mehmet, '/mijn-werk')
    const taak = await pakOp(page, await nieuweTaak(page, 'Slot vervangen'))
    await doe(page, 'POST', `/taken/${taak.id}/notities`, { tekst: 'Maandag 10 uur.' })
    await page.goto(`/werkplek/taken/${taak.id}`)
    await page.getByLabel('Nieuwe notitie').fill('Onderdeel besteld')
    await page.getByRole('button', { name: 'Verbeteren' }).click()
    const veld = page.getByLabel('Notitie verbeteren')
    expect(await veld.inputValue()).toBe('Maandag 10 uur.')
    await veld.fill('Dinsdag 10 uur.')
    await page.keyboard.press('Control+Enter')

    await page.getByText('Dinsdag 10 uur.').waitFor()
    expect(await page.getByText('Maandag 10 uur.').count()).toBe(1)
    expect(await page.getByLabel('Nieuwe notitie').inputValue()).toBe('Onderdeel besteld')
  })

  it('shows a colleague that somebody is working on it', async () => {
    const page = await open(mehmet, '/mijn-werk')
    const taak = await pakOp(page, await nieuweTaak(page, 'Aanwezig'))
    await page.goto(`/werkplek/taken/${taak.id}`)
    await page.getByRole('heading', { level: 1, name: 'Aanwezig' }).waitFor()

    const collega = await open(tom, `/taken/${taak.id}`)
    await collega.getByText(`${mehmet} is hiermee bezig`).waitFor()
  })

  it('goes back to the team with a word, waits for others, and is divided by the coördinator', async () => {
    const page = await open(mehmet, '/mijn-werk')
    const taak = await pakOp(page, await nieuweTaak(page, 'Rondje maken'))
    await page.goto(`/werkplek/taken/${taak.id}`)
    await page.getByRole('button', { name: 'Wacht op derden' }).click()
    await page.getByLabel('Op wie of wat wacht u?').fill('De glaszetter')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: 'Verder gaan' }).click()
    await page.getByRole('button', { name: 'Wacht op derden' }).waitFor()
    await page.getByRole('button', { name: 'Meer acties' }).click()
    await page.getByRole('menuitem', { name: 'Teruggeven aan team' }).click()
    await page.getByLabel('Wat moet de volgende weten?').fill('Belt maandag terug')
    await page.keyboard.press('Control+Enter')
    await page.getByText('nog niemand').waitFor()

    const chef = await open(tom, `/taken/${taak.id}`)
    await chef.getByRole('button', { name: 'Meer acties' }).click()
    await chef.getByRole('menuitem', { name: 'Toewijzen' }).click()
    const venster = chef.getByRole('dialog', { name: 'Taak toewijzen' })
    await venster.getByRole('combobox', { name: 'Medewerker' }).click()
    await venster.getByRole('option', { name: linda }).click()
    await chef.keyboard.press('Control+Enter')
    await chef.getByText('Taak toegewezen.').waitFor()
    await chef.getByText(/^Geschiedenis/).click()
    await chef.getByText('Belt maandag terug').waitFor()
    expect(await doe(chef, 'GET', `/taken/${taak.id}`)).toMatchObject({ medewerker: { naam: linda } })
  })

  it('goes on after the session ended, with every word', async () => {
    const page = await open(mehmet, '/mijn-werk')
    const taak = await pakOp(page, await nieuweTaak(page, 'Verlopen'))
    await page.goto(`/werkplek/taken/${taak.id}`)
    await page.getByLabel('Nieuwe notitie').fill('Deze blijft staan')
    await sql`delete from auth_session`.execute(e2e.organisatie.db)
    await page.getByRole('button', { name: 'Toevoegen' }).click()
    const venster = page.getByRole('dialog', { name: 'Uw aanmelding is verlopen' })
    await venster.getByRole('button', { name: new RegExp(mehmet) }).click()

    await page.getByRole('listitem').getByText('Deze blijft staan').waitFor()
    expect(await venster.count()).toBe(0)
  })
})

describe('a new taak', () => {
  it('is made from the palette, without leaving the keyboard', async () => {
    const page = await open(mehmet, `/teams/${teamId}`)
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
    await page.waitForURL(new RegExp(`/teams/${teamId}`))
    await page.getByRole('button', { name: 'Openen' }).click()
    await page.getByRole('heading', { level: 1, name: 'Sleutels nabestellen' }).waitFor()
  })

  it('is for a customer found by keyboard, who can be taken away again', async () => {
    const { naam } = await klantVan(partijId)
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
    const { naam, adres } = await klantVan(partijId)
    const page = await open(mehmet, `/klanten/${partijId}`)
    await page.getByRole('link', { name: 'Nieuwe taak' }).click()
    const venster = page.getByRole('dialog', { name: 'Nieuwe taak' })
    await page.reload()
    await venster.getByText(naam, { exact: true }).waitFor()
    await venster.getByText(adres).waitFor()
    await page.keyboard.press('Escape')
    await page.waitForURL(new RegExp(`/klanten/${partijId}`))
    await page.getByRole('heading', { level: 1, name: naam }).waitFor()
  })

  it('is for the customer it was started from, with a promise', async () => {
    const page = await open(mehmet, `/taken/nieuw?partijId=${partijId}`)
    const venster = page.getByRole('dialog', { name: 'Nieuwe taak' })
    await venster.getByLabel('Wat moet er gebeuren?').fill('Terugbellen over de tuin')
    await venster.getByLabel(/De klant is beloofd/).check()
    await page.keyboard.press('Control+Enter')

    await page.getByText(/^Taak \d+ gemaakt/).waitFor()
    const { rows } =
      await sql`select partij_id, belofte from taak where onderwerp = 'Terugbellen over de tuin'`.execute(
        e2e.organisatie.db,
      )
    expect(rows).toEqual([{ partij_id: partijId, belofte: true }])
  })
})

describe('promises', () => {
  it('of work that is done are kept from the list, and leave it', async () => {
    const page = await open(mehmet, '/mijn-werk')
    const taak = await pakOp(page, await nieuweTaak(page, 'Klaar maar niets gezegd', { partijId, belofte: true }))
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
