import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { axe } from './axe.ts'
import { linda, mehmet, takenPerBestand, tom } from './taken.ts'

const { e2e, ids, open, doe, nieuweTaak, pakOp } = takenPerBestand()

describe('a taak', () => {
  it('is finished by keyboard with what the customer was told, and the promise is kept', async () => {
    const page = await open(mehmet, '/mijn-werk')
    const taak = await pakOp(page, await nieuweTaak(page, 'Kraan vervangen', { partijId: ids.partij, belofte: true }))
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
    const taak = await pakOp(page, await nieuweTaak(page, 'Brief sturen', { partijId: ids.partij, belofte: true }))
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
