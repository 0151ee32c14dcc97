import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { verstuurBericht } from '../server/berichten/index.ts'
import { write } from '../server/platform/db/write.ts'
import { systemContext, type WriteContext } from '../server/platform/http/context.ts'
import { createLogger } from '../server/platform/log/log.ts'
import { openZaak, setZaakstatus, startTermijn } from '../server/zaken/index.ts'
import { axe } from './axe.ts'
import { keurElkeGedaante } from './gedaanten.ts'
import { e2ePerBestand } from './omgeving.ts'

const e2e = e2ePerBestand()
let klant: { id: string; naam: string }
let zaak: { id: string; nummer: string }
let brief: string

/** What the system or a colleague does, on the same database. */
function doe<T>(work: (w: WriteContext) => Promise<T>): Promise<T> {
  return write(systemContext(e2e.organisatie, { log: createLogger('silent'), now: new Date() }), work)
}

async function open(w: WriteContext, omschrijving: string, dagenGeleden = 0) {
  const teams = await sql<{ id: string }>`select id from team order by naam limit 1`.execute(w.db)
  return openZaak(w, {
    zaaktype: 'reparatieverzoek',
    zaaktypeNaam: 'Reparatieverzoek',
    omschrijving,
    toelichting: 'De klant is overdag bereikbaar.',
    partijId: klant.id,
    teamId: teams.rows[0]?.id ?? null,
    ontvangenOp: new Date(Date.now() - dagenGeleden * 86_400_000),
    eigenschappen: [{ naam: 'ruimte', label: 'Ruimte', waarde: 'Keuken' }],
  })
}

beforeAll(async () => {
  const found = await sql<{ id: string; naam: string; contact: string }>`
    select p.id, p.naam, b.klantcontact_id as contact from partij p
    join partij_adres a on a.partij_id = p.id and a.einddatum is null
    join betrokkene b on b.partij_id = p.id join klantcontact k on k.id = b.klantcontact_id and not k.vertrouwelijk
    where p.soort = 'persoon' and p.actief order by p.nummer limit 1`.execute(e2e.organisatie.db)
  if (!found.rows[0]) throw new Error('the demo has no klant with an address and a contact')
  klant = found.rows[0]
  const contact = found.rows[0].contact
  zaak = await doe(async (w) => {
    const made = await open(w, 'Lekkende kraan in de keuken', 30)
    await startTermijn(w, made.id, { soort: 'servicenorm', naam: 'Verholpen', uiterste: '2020-01-06' })
    await startTermijn(w, made.id, { soort: 'wettelijk', naam: 'Zes weken', dagen: 42 })
    await setZaakstatus(w, made.id, {
      status: 'INU',
      naam: 'Ingepland',
      wachtOp: 'derde',
      toelichting: 'De monteur komt.',
    })
    await sql`insert into zaak_klantcontact (zaak_id, klantcontact_id, op) values (${made.id}, ${contact}, now())`.execute(
      w.tx,
    )
    return made
  })
  brief = await doe(async (w) => {
    for (let i = 0; i < 4; i++) await open(w, `Deurbel doet het niet ${i}`)
    const klaar = await open(w, 'Klaar en weg')
    await setZaakstatus(w, klaar.id, { status: 'AFG' })
    const bericht = {
      partijId: klant.id,
      zaakId: zaak.id,
      formeel: true,
      onderwerp: 'Uw afspraak',
      tekst: 'Wij **komen**.',
    }
    const { id } = await verstuurBericht(w, { ...bericht, sleutel: 'e2e-brief', kanaal: 'brief' })
    await verstuurBericht(w, { ...bericht, sleutel: 'e2e-mislukt', partijId: null, aan: 'nergens' })
    await sql`update bericht set status = 'mislukt', fout = 'Onbekend adres' where sleutel = 'e2e-mislukt'`.execute(
      w.tx,
    )
    return id
  })
})

const klaar = (page: Page) => page.locator('main h1').first().waitFor()
const rijen = (page: Page) => page.locator('a[data-regel]')

async function toon(pad: string, wie = 'klantcontactmedewerker', options = {}): Promise<Page> {
  const page = await e2e.als(wie, pad, options)
  await klaar(page)
  await page.waitForLoadState('networkidle')
  return page
}

describe('every screen of zaken and berichten', () => {
  it.each([
    ['klantcontactmedewerker', () => '/zaken'],
    ['klantcontactmedewerker', () => '/zaken?status=gesloten'],
    ['klantcontactmedewerker', () => `/zaken/${zaak.id}`],
    ['klantcontactmedewerker', () => `/zaken/${zaak.id}?blad=gesprek`],
    ['klantcontactmedewerker', () => `/zaken/${zaak.id}?blad=documenten`],
    ['klantcontactmedewerker', () => `/zaken/${zaak.id}?blad=gegevens`],
    ['klantcontactmedewerker', () => `/zaken/${zaak.id}?blad=historie`],
    ['klantcontactmedewerker', () => '/berichten'],
    ['klantcontactmedewerker', () => '/berichten?blad=brieven'],
    ['klantcontactmedewerker', () => `/berichten/${brief}`],
    ['coordinator', () => '/beloften'],
    ['functioneel-beheerder', () => '/postbus'],
  ])('%s, %s: nothing wrong by WCAG 2.2 AA in any look', async (wie, pad) => {
    await keurElkeGedaante(await toon(pad(), wie), pad())
  })
})

describe('the list of zaken', () => {
  it('opens by keyboard: arrows from row to row, Enter to the zaak, Back to the list', async () => {
    const page = await toon('/zaken')
    await rijen(page).first().focus()
    await page.keyboard.press('ArrowDown')
    const tweede = (await rijen(page).nth(1).textContent()) ?? ''
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(tweede.trim())
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: tweede.trim() }).waitFor()
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: 'Zaken' }).waitFor()
  })

  it('narrows by term and by words, in the address, and offers the same as CSV', async () => {
    const page = await toon('/zaken')
    await page.getByText('Te laat', { exact: true }).click()
    await page.waitForURL(/termijn=te-laat/)
    await expect.poll(() => rijen(page).allInnerTexts()).toEqual(['Lekkende kraan in de keuken'])
    await page.getByText('te laat:').first().waitFor()
    await page.getByText('Alle', { exact: true }).click()
    await page.getByRole('searchbox').fill('deurbel')
    await expect.poll(() => rijen(page).count()).toBe(4)
    const href = await page.getByRole('link', { name: 'Downloaden als CSV' }).getAttribute('href')
    const csv = await (await page.request.get(href ?? '')).text()
    expect(csv.trim().split('\r\n')).toHaveLength(5)
    await page.reload()
    await expect.poll(() => rijen(page).count()).toBe(4)
  })

  it('does not move under the pointer when a colleague works: it says that something changed', async () => {
    const page = await toon('/zaken')
    await rijen(page).first().hover()
    const before = await rijen(page).count()
    await doe((w) => open(w, 'Net binnengekomen'))
    await page.getByText('De lijst is veranderd').waitFor()
    expect(await rijen(page).count()).toBe(before)
    await page.getByText('De lijst is veranderd').click()
    await expect.poll(() => rijen(page).count()).toBe(before + 1)
  })
})

describe('a zaak', () => {
  it('shows where it stands, its clocks, and what was said and sent; it follows what happens', async () => {
    const page = await toon(`/zaken/${zaak.id}`)
    await page.getByText('Ingepland, wacht op een ander').first().waitFor()
    const klokken = page.getByRole('region', { name: 'Termijnen' })
    expect(await klokken.textContent()).toMatch(
      /Verholpen[\s\S]*werkdagen te laat[\s\S]*Zes weken[\s\S]*nog \d+ werkdagen/,
    )
    await page.getByRole('tab', { name: /Gesprek/ }).click()
    await page.getByRole('link', { name: 'Uw afspraak' }).first().waitFor()
    await page.getByRole('button', { name: 'Toon bericht' }).first().click()
    await page.getByText('Wij komen.').waitFor()

    await doe((w) => setZaakstatus(w, zaak.id, { status: 'INU', naam: 'Monteur onderweg' }))
    await page.getByText('Monteur onderweg').first().waitFor()
  })

  it('is given to a colleague, and who saves second sees what the first changed', async () => {
    const page = await toon(`/zaken/${zaak.id}`)
    await page.getByRole('button', { name: 'Wijzigen' }).click()
    const venster = page.getByRole('dialog')
    await venster.getByLabel('Toelichting').fill('Mijn tekst')
    await sql`update zaak set toelichting = 'Tekst van een ander', versie = versie + 1 where id = ${zaak.id}`.execute(
      e2e.organisatie.db,
    )
    expect(await axe(page, { binnen: 'dialog' })).toEqual([])
    await venster.getByRole('button', { name: 'Bewaren' }).click()
    await page.getByRole('group').getByText('Tekst van een ander').waitFor()
    await page.getByRole('dialog').last().getByRole('button').last().click()
    await page.getByText('De zaak is gewijzigd.').first().waitFor()
    await page.locator('main').getByText('Mijn tekst').waitFor()
  })

  it('stands in the klantbeeld under Nu and on the tijdlijn, and is found by its number', async () => {
    const page = await toon(`/klanten/${klant.id}`)
    const nu = page.getByRole('region', { name: 'Nu' })
    await nu.getByRole('link', { name: 'Lekkende kraan in de keuken' }).waitFor()
    await page.getByRole('feed').getByRole('link', { name: 'Lekkende kraan in de keuken' }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Lekkende kraan in de keuken' }).waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill(zaak.nummer)
    await page.getByRole('option', { name: /Lekkende kraan/ }).waitFor()
  })

  it('with a letter: it is printed as a PDF and then counts as sent', async () => {
    const page = await toon('/berichten?blad=brieven')
    const kaart = page.getByRole('article', { name: 'Uw afspraak' }).filter({ hasText: klant.naam })
    const href = await kaart.getByRole('link', { name: 'Brief openen (PDF)' }).getAttribute('href')
    expect((await (await page.request.get(href ?? '')).body()).subarray(0, 5).toString()).toBe('%PDF-')
    await kaart.getByRole('button', { name: 'Op de post gedaan' }).click()
    await expect.poll(() => kaart.count()).toBe(0)
  })
})
