import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { axe } from './axe.ts'
import { keurElkeGedaante } from './gedaanten.ts'
import { e2ePerBestand } from './omgeving.ts'

const e2e = e2ePerBestand()
/** A klant with a long tijdlijn. */
let klantId: string

beforeAll(async () => {
  const found = await sql<{ id: string }>`
    select t.partij_id as id from tijdlijn_item t join partij p on p.id = t.partij_id and p.soort = 'persoon'
    group by 1 order by count(*) desc limit 1`.execute(e2e.organisatie.db)
  if (!found.rows[0]) throw new Error('the demo has no contacts')
  klantId = found.rows[0].id
})

const klaar = (page: Page) => page.locator('main h1').first().waitFor()
const items = (page: Page) => page.getByRole('feed').getByRole('article')
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-posinset'))

async function openKlant(keuze = '', options = {}): Promise<Page> {
  const page = await e2e.als('klantcontactmedewerker', `/klanten/${klantId}${keuze}`, options)
  await klaar(page)
  return page
}

/** Where the items are on the screen, once all that came into view is measured. */
async function inRust(page: Page): Promise<string> {
  const plaatsen = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('[role=feed] article')]
        .map((each) => `${each.querySelector('a')?.textContent} ${Math.round(each.getBoundingClientRect().top)}`)
        .join('\n'),
    )
  for (let vorige = ''; ; ) {
    const nu = await plaatsen()
    if (nu === vorige) return nu
    vorige = nu
    await page.waitForTimeout(250)
  }
}

/** What a colleague does: registers a contact with the klant, through the API of his own session. */
async function registreer(page: Page, onderwerp: string): Promise<number> {
  return await page.evaluate(
    async ([partijId, titel]) => {
      const post = (url: string, body: object, versie?: number) =>
        fetch(url, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', ...(versie && { 'If-Match': `"${versie}"` }) },
          body: JSON.stringify(body),
        })
      const gesprek = await (await post('/api/gesprekken', { partijId, kanaalCode: 'telefoon' })).json()
      const [vraag] = gesprek.inhoud.vragen
      const vragen = [{ ...vraag, onderwerp: titel, vraag: titel, antwoord: 'Geregeld.', directBeantwoord: true }]
      const body = { partijId, inhoud: { ...gesprek.inhoud, vragen } }
      return (await post(`/api/gesprekken/${gesprek.id}/voltooiing`, body, gesprek.versie)).status
    },
    [klantId, onderwerp] as const,
  )
}

describe('every screen of klantbeeld', () => {
  it.each([
    ['klantcontactmedewerker', () => `/klanten/${klantId}`],
    ['klantcontactmedewerker', () => `/klanten/${klantId}?blad=wonen`],
    ['klantcontactmedewerker', () => `/klanten/${klantId}?blad=huishouden`],
    ['klantcontactmedewerker', () => `/klanten/${klantId}?blad=gegevens`],
    ['coordinator', () => '/vandaag'],
    ['privacy-officer', () => '/verwerkingenlog'],
  ])('of %s %s passes axe in every look, and fits 320 wide', async (wie, pad) => {
    const page = await e2e.als(wie, pad())
    await klaar(page)
    await page.waitForLoadState('networkidle')

    await keurElkeGedaante(page, pad())
  })
})

describe('the klantbeeld', () => {
  it('opens with one request for the klant', async () => {
    const page = await e2e.als('klantcontactmedewerker', '/bestaat-niet')
    await klaar(page)
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))

    await page.goto(`/werkplek/klanten/${klantId}`)
    await items(page).first().waitFor()

    expect(asked.filter((path) => path.includes(klantId) && path.startsWith('/api/'))).toEqual([
      `/api/klantbeeld/${klantId}`,
    ])
  })

  it('says that somebody does not exist, without saying more', async () => {
    const page = await e2e.als('klantcontactmedewerker', '/klanten/00000000-0000-7000-8000-00000000abcd')
    await page.getByText('Niet gevonden', { exact: true }).waitFor()
  })

  it('switches tabs by keyboard, and a reload shows the same', async () => {
    const page = await openKlant()
    await page.getByRole('tab', { name: /Overzicht/ }).focus()
    await page.keyboard.press('ArrowRight')

    await page.waitForURL(/blad=wonen/)
    expect(await page.getByRole('tab', { selected: true }).textContent()).toContain('Wonen')
    await page.reload()
    expect(await page.getByRole('tab', { selected: true }).textContent()).toContain('Wonen')
  })

  it('starts a contact with this klant by Alt+N', async () => {
    const page = await openKlant()
    await page
      .getByRole('button', { name: /Nieuw contact/ })
      .last()
      .waitFor()
    await page.keyboard.press('Alt+n')
    await page.waitForURL(/\/gesprekken\//)

    const { rows } = await sql`select partij_id from concept`.execute(e2e.organisatie.db)
    expect(rows).toEqual([{ partij_id: klantId }])
  })
})

describe('the tijdlijn', () => {
  it('is read by keyboard: j, k, arrows, End, and Enter for the whole text', async () => {
    const page = await openKlant()
    await items(page).first().focus()
    await page.keyboard.press('j')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('k')
    expect(await focused(page)).toBe('2')

    await page.keyboard.press('Enter')
    await items(page).nth(1).locator('dl').waitFor()
    await page.keyboard.press('Home')
    expect(await focused(page)).toBe('1')
  })

  it('draws only what is in view, and goes on to the beginning', async () => {
    const page = await openKlant()
    await items(page).first().focus()
    for (let i = 0; i < 60; i++) {
      if (await page.getByText('Dit is het begin van de tijdlijn.').isVisible()) break
      await page.keyboard.press('End')
      await page.waitForTimeout(120)
    }

    await page.getByText('Dit is het begin van de tijdlijn.').waitFor()
    expect(await items(page).count()).toBeLessThan(40)
    await page.keyboard.press('End')
    await page.waitForFunction(() => {
      const here = document.activeElement
      return here?.getAttribute('aria-posinset') === here?.getAttribute('aria-setsize')
    })
  })

  it('searches and filters, keeps that in the address, and shows all again', async () => {
    const page = await openKlant()
    const alles = await items(page).first().getAttribute('aria-labelledby')
    await page.getByRole('searchbox', { name: 'Zoek in de tijdlijn' }).fill('zzzz niets')
    await page.getByText('Niets gevonden met deze keuze').waitFor()
    expect(page.url()).toContain('q=zzzz')

    await page.getByRole('button', { name: 'Toon alles' }).last().click()
    await items(page).first().waitFor()
    expect(await items(page).first().getAttribute('aria-labelledby')).toBe(alles)
  })

  it('shows what a colleague registers within a second, and moves nothing under who is reading', async () => {
    const page = await openKlant()
    const collega = await e2e.als(/^Linda|^Priya|teamleider|coordinator/, '/bestaat-niet')
    await klaar(collega)

    expect(await registreer(collega, 'Meteen te zien')).toBe(201)
    await page.getByRole('link', { name: 'Meteen te zien' }).waitFor()

    await page.locator('#inhoud').evaluate((main) => main.scrollTo(0, 900))
    const voor = await inRust(page)
    expect(await registreer(collega, 'Wacht even')).toBe(201)
    await page.getByRole('button', { name: '1 nieuwe gebeurtenis' }).waitFor()
    expect(await inRust(page)).toEqual(voor)

    await page.getByRole('button', { name: '1 nieuwe gebeurtenis' }).click()
    await page.getByRole('link', { name: 'Wacht even' }).waitFor()
  })
})

describe('the figures of today', () => {
  it('have a table behind each chart', async () => {
    const page = await e2e.als('coordinator', '/vandaag')
    await klaar(page)
    await page.getByRole('button', { name: 'Toon als tabel' }).first().click()

    await page.getByRole('columnheader', { name: 'Uur' }).waitFor()
    expect(await axe(page)).toEqual([])
  })
})

describe('the verwerkingenlog', () => {
  it('shows who looked at a klant, by choosing his name, and that the chain is whole', async () => {
    await openKlant()
    const page = await e2e.als('privacy-officer', '/verwerkingenlog')
    await page
      .getByRole('cell', { name: /Klantbeeld openen/ })
      .first()
      .waitFor()
    await page
      .getByRole('button', { name: /\d{7}$/ })
      .first()
      .click()
    await page.waitForURL(/contactnummer=\d+/)

    await page.getByRole('button', { name: 'Controleer de hele keten' }).click()
    await page.getByText('De keten is heel').waitFor()
  })

  it('is filtered by a day typed as people write it, and says what is no day', async () => {
    const page = await e2e.als('privacy-officer', '/verwerkingenlog')
    const van = page.getByRole('textbox', { name: 'Van', exact: true })
    await van.fill('31-2-2026')
    await page.keyboard.press('Tab')
    await page.getByText('Dit is geen datum.').waitFor()
    expect(page.url()).not.toContain('van=')

    await van.fill('1-3-2026')
    await page.waitForURL(/van=2026-03-01/)
    await page.reload()
    await page.waitForFunction(() =>
      [...document.querySelectorAll('input')].some((each) => each.value === '01-03-2026'),
    )
    expect(await page.getByText('Dit is geen datum.').count()).toBe(0)
    await van.fill('')
    await page.waitForURL((url) => !url.search.includes('van='))
  })

  it('is not offered to who may not see it', async () => {
    const page = await e2e.als('klantcontactmedewerker', '/verwerkingenlog')
    await page.getByText('Geen toegang').first().waitFor()
    expect(await page.getByRole('navigation', { name: 'Hoofdnavigatie' }).getByText('Verwerkingenlog').count()).toBe(0)
  })
})
