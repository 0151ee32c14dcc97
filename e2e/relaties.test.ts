import pg from 'pg'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { axe } from './axe.ts'
import { e2ePerBestand } from './omgeving.ts'

const e2e = e2ePerBestand()
let schema = ''
beforeAll(async () => {
  schema = e2e.organisatie.schema
  await query(
    `insert into ${schema}.bag_adres (nummeraanduiding_id, postcode, huisnummer, huisletter, toevoeging, straatnaam, woonplaats)
     values ('0344200000900001', '3599ZA', 56, 'A', '', 'Proeflaan', 'Utrecht'),
            ('0344200000900002', '3599ZA', 12, '', 'bis', 'Proeflaan', 'Utrecht'),
            ('0344200000900003', '3599ZA', 12, '', '', 'Proeflaan', 'Utrecht')`,
  )
})

async function query(text: string, values: unknown[] = []) {
  const client = new pg.Client({ connectionString: e2e.databaseUrl })
  await client.connect()
  try {
    return (await client.query(text, values)).rows
  } finally {
    await client.end()
  }
}

const open = (pad = '/klanten/nieuw', viewport = { width: 1440, height: 900 }) =>
  e2e.als('klantcontactmedewerker', pad, { viewport })

async function kiesRol(page: Page, rol = 'Huurder') {
  await page.getByRole('combobox', { name: 'Rol' }).click()
  await page.getByRole('option', { name: rol, exact: true }).click()
}

async function vulIn(page: Page, veld: string, waarde: string) {
  await page.getByRole('textbox', { name: veld, exact: true }).fill(waarde)
}

describe('registering a new klant', () => {
  it('asks for the role first, composes the name while typing, fills the address and opens the klantbeeld', async () => {
    const page = await open()
    await page.getByRole('heading', { level: 1, name: 'Nieuwe klant' }).waitFor()
    expect(await page.getByRole('textbox', { name: 'Achternaam' }).count()).toBe(0)

    await kiesRol(page)
    await vulIn(page, 'Initialen', 'j a')
    await vulIn(page, 'Tussenvoegsels', 'VAN DEN')
    await vulIn(page, 'Achternaam', 'proefpersoon')
    await page.getByText('Geachte J.A. van den Proefpersoon,').waitFor()
    await vulIn(page, 'Geboortedatum', '12031980')
    await vulIn(page, 'Postcode en huisnummer', '3599 za 56a')
    await page.keyboard.press('Tab')
    await page.getByText('Proeflaan 56A, 3599 ZA Utrecht').waitFor()
    await page.getByRole('textbox', { name: 'Telefoon', exact: true }).fill('0611223344')
    await page.keyboard.press('Tab')
    expect(await page.getByRole('textbox', { name: 'Telefoon', exact: true }).inputValue()).toBe('06 11 22 33 44')
    expect(await axe(page)).toEqual([])
    await page.keyboard.press('Control+Enter')

    await page.getByRole('heading', { level: 1, name: 'J.A. van den Proefpersoon' }).waitFor()
    await page.getByText('Proeflaan 56A').first().waitFor()
    const [row] = await query(
      `select p.naam, a.validatie, d.genormaliseerd, pp.geboortedatum::text from ${schema}.partij p
       join ${schema}.partij_adres a on a.partij_id = p.id join ${schema}.digitaal_adres d on d.partij_id = p.id
       join ${schema}.partij_persoon pp on pp.partij_id = p.id where pp.achternaam = 'Proefpersoon'`,
    )
    expect(row).toEqual({
      naam: 'J.A. van den Proefpersoon',
      validatie: 'gevalideerd',
      genormaliseerd: '+31611223344',
      geboortedatum: '1980-03-12',
    })
  })

  it('says what is wrong at the top with the focus, links to the field, and keeps what was typed', async () => {
    const page = await open()
    await kiesRol(page)
    await vulIn(page, 'Geboortedatum', '31-02-1980')
    await page.getByRole('textbox', { name: 'E-mail', exact: true }).fill('geen adres')
    await page.getByRole('button', { name: /Klant vastleggen/ }).click()

    const overzicht = page.getByRole('alert').filter({ hasText: 'velden zijn nog niet goed ingevuld' })
    await overzicht.waitFor()
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'alert')
    expect(await axe(page)).toEqual([])
    await overzicht.getByRole('link', { name: /^Achternaam/ }).click()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('persoon.achternaam')
    expect(await page.getByRole('textbox', { name: 'E-mail', exact: true }).inputValue()).toBe('geen adres')
    expect(await page.getByRole('textbox', { name: 'Geboortedatum' }).inputValue()).toBe('31-02-1980')
  })

  it('lets choose an address when the addition does not exist, and saves what the BAG does not know', async () => {
    const page = await open()
    await kiesRol(page)
    await vulIn(page, 'Achternaam', 'Keuze')
    await vulIn(page, 'Postcode en huisnummer', '3599ZA12c')
    await page.keyboard.press('Tab')
    await page.getByText('Deze toevoeging bestaat niet').waitFor()
    expect(await axe(page)).toEqual([])
    await page.getByRole('button', { name: 'Proeflaan 12-bis, 3599 ZA Utrecht' }).click()
    await page.getByRole('button', { name: 'Ander adres' }).waitFor()

    await page.getByRole('button', { name: 'Ander adres' }).click()
    await vulIn(page, 'Postcode en huisnummer', '9998ZZ7')
    await page.keyboard.press('Tab')
    await page.getByText('Dit adres is niet gevonden').waitFor()
    await page.getByRole('button', { name: /Klant vastleggen/ }).click()

    await page.getByRole('heading', { level: 1, name: 'Keuze' }).waitFor()
    await page.getByText('9998 ZZ').first().waitFor()
    const rows = await query(
      `select validatie from ${schema}.partij_adres where postcode = '9998ZZ' and huisnummer = 7`,
    )
    expect(rows).toEqual([{ validatie: 'niet_gevalideerd' }])
  })

  it('shows who is known already while typing, and opens that klant', async () => {
    const [bekend] = await query(
      `select p.id, p.naam, pp.achternaam, pp.geboortedatum::text from ${schema}.partij p
       join ${schema}.partij_persoon pp on pp.partij_id = p.id
       where p.soort = 'persoon' and pp.geboortedatum is not null order by p.nummer limit 1`,
    )
    const page = await open()
    await kiesRol(page)
    await vulIn(page, 'Achternaam', bekend.achternaam)
    await vulIn(page, 'Geboortedatum', bekend.geboortedatum.split('-').reverse().join('-'))

    await page.getByRole('button', { name: `Dit is hem of haar: ${bekend.naam}` }).click()
    await page.waitForURL(new RegExp(`/klanten/${bekend.id}`))
    await page.getByRole('heading', { level: 1, name: bekend.naam }).waitFor()
  })

  it('keeps every word over a reload, and clears it when one starts again', async () => {
    const page = await open()
    await kiesRol(page)
    await vulIn(page, 'Achternaam', 'Halverwege')
    await page.getByRole('textbox', { name: 'Notitie voor collega’s' }).fill('Belt morgen terug')
    await page.reload()

    await page.getByText('Wat u eerder invulde staat er nog.').waitFor()
    expect(await page.getByRole('textbox', { name: 'Achternaam' }).inputValue()).toBe('Halverwege')
    expect(await page.getByRole('textbox', { name: 'Notitie voor collega’s' }).inputValue()).toBe('Belt morgen terug')
    await page.getByRole('button', { name: 'Opnieuw beginnen' }).click()
    expect(await page.getByRole('textbox', { name: 'Achternaam' }).count()).toBe(0)
  })

  it('fits a telephone, light and dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await e2e.als('klantcontactmedewerker', '/klanten/nieuw', {
        viewport: { width: 390, height: 844 },
        colorScheme,
      })
      await kiesRol(page)
      await page.getByRole('textbox', { name: 'Achternaam' }).waitFor()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
      expect(await axe(page), colorScheme).toEqual([])
    }
  })
})

describe('changing a klant', () => {
  it('adds a number, ends it, and shows both colleagues the truth when they change the same at once', async () => {
    const id = await maakKlant('Wijziging')
    const page = await open(`/klanten/${id}?blad=gegevens`)
    await page.getByRole('button', { name: 'Telefoon of e-mail toevoegen' }).first().click()
    const venster = page.getByRole('dialog')
    await venster.getByRole('textbox', { name: 'Telefoon' }).fill('0201234567')
    expect(await axe(page)).toEqual([])
    await venster.getByRole('button', { name: /^Toevoegen/ }).click()
    await page.getByRole('link', { name: '020 123 45 67' }).first().waitFor()

    await page.getByRole('button', { name: 'Gegevens wijzigen' }).click()
    await query(`update ${schema}.partij set interne_notitie = 'van een collega', versie = versie + 1 where id = $1`, [
      id,
    ])
    await page.getByRole('dialog').getByRole('textbox', { name: 'Roepnaam' }).fill('Sam')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Bewaren/ })
      .click()
    const conflict = page.getByRole('dialog', { name: 'Iemand anders heeft dit intussen gewijzigd' })
    await conflict.getByText('van een collega').waitFor()
    await conflict.getByRole('button', { name: 'Bewaar deze keuze' }).click()

    await page.getByText('van een collega').first().waitFor()
    const [row] = await query(
      `select voornaam, interne_notitie from ${schema}.partij p join ${schema}.partij_persoon pp on pp.partij_id = p.id where p.id = $1`,
      [id],
    )
    expect(row).toEqual({ voornaam: 'Sam', interne_notitie: 'van een collega' })
  })

  it('asks before typed text is thrown away, by keyboard, and only when something changed', async () => {
    const id = await maakKlant('Halfgetypt')
    const page = await open('/vandaag')
    await page.getByRole('heading', { level: 1, name: 'Vandaag' }).waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill('halfgetypt')
    await page.getByRole('option').locator('mark').first().waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('tab', { name: 'Gegevens' }).click()
    const venster = page.getByRole('dialog', { name: 'T. Halfgetypt' })
    const vraag = page.getByRole('dialog', { name: 'Wijzigingen weggooien?' })
    const notitie = venster.getByRole('textbox', { name: 'Notitie voor collega’s' })
    const openVenster = async () => {
      await page.getByRole('button', { name: 'Gegevens wijzigen' }).press('Enter')
      await notitie.waitFor()
    }

    await openVenster()
    await notitie.press('x')
    await notitie.press('Backspace')
    await page.keyboard.press('Escape')
    await venster.waitFor({ state: 'detached' })

    await openVenster()
    await notitie.pressSequentially('Belt liever ’s avonds')
    // Again and again, without a touch of anything else: a browser then closes a window unasked.
    for (let i = 0; i < 3; i += 1) {
      await page.keyboard.press('Escape')
      await vraag.waitFor()
      await page.keyboard.press('Escape')
      await vraag.waitFor({ state: 'detached' })
    }
    expect(await notitie.inputValue()).toBe('Belt liever ’s avonds')
    await page.keyboard.press('Escape')
    await vraag.waitFor()
    expect(await axe(page)).toEqual([])
    await page.keyboard.press('Enter')
    await vraag.waitFor({ state: 'detached' })
    await page.goBack()
    await vraag.waitFor()
    await page.keyboard.press('Enter')
    await vraag.waitFor({ state: 'detached' })
    expect(page.url()).toContain(id)
    expect(await notitie.inputValue()).toBe('Belt liever ’s avonds')

    const gesloten = page.waitForEvent('dialog')
    void page.close({ runBeforeUnload: true })
    await (await gesloten).dismiss()

    await page.goBack()
    await vraag.getByRole('button', { name: 'Weggooien' }).press('Enter')
    await venster.waitFor({ state: 'detached' })
    await page.getByRole('heading', { level: 1, name: 'Vandaag' }).waitFor()
    await page.goForward()
    await openVenster()
    expect(await notitie.inputValue()).toBe('')
  })

  it('does not ask about a number that was only looked at, and asks before ending one that was changed', async () => {
    const id = await maakKlant('Nagekeken')
    const page = await open(`/klanten/${id}?blad=gegevens`)
    const answer = await page.request.post(`/api/partijen/${id}/digitale-adressen`, {
      data: { soort: 'telefoonnummer', adres: '0301234567' },
    })
    expect(answer.status(), await answer.text()).toBe(201)
    await page.reload()
    await page.getByRole('button', { name: 'Wijzigen: 030 123 45 67' }).press('Enter')
    const venster = page.getByRole('dialog', { name: 'Wijzigen' })
    const vraag = page.getByRole('dialog', { name: 'Wijzigingen weggooien?' })
    await venster.getByRole('textbox', { name: 'Telefoon' }).press('Tab')
    await page.keyboard.press('Escape')
    await venster.waitFor({ state: 'detached' })

    await page.getByRole('button', { name: 'Wijzigen: 030 123 45 67' }).press('Enter')
    await venster.getByRole('textbox', { name: 'Toelichting' }).pressSequentially('werk')
    await venster.getByRole('button', { name: 'Beëindigen' }).press('Enter')
    await vraag.getByRole('button', { name: 'Verder bewerken' }).press('Enter')
    await page.keyboard.press('Control+Enter')
    await page.getByText('werk', { exact: true }).waitFor()
  })

  it('merges a double klant after a look side by side, and undoes it from the message', async () => {
    const [doel, bron] = [await maakKlant('Samenvoegdoel'), await maakKlant('Samenvoegbron')]
    const page = await open(`/klanten/${doel}`)
    await page.getByRole('button', { name: 'Wijzigen', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Samenvoegen met een dubbele klant' }).click()
    const venster = page.getByRole('dialog', { name: 'Dubbele klant samenvoegen' })
    await venster.getByRole('combobox', { name: 'Met welke klant?' }).fill('samenvoegbron')
    await page.getByRole('option', { name: /Samenvoegbron/ }).click()
    await venster.getByRole('row', { name: /^Naam/ }).waitFor()
    expect(await axe(page)).toEqual([])
    await venster.getByRole('button', { name: 'Samenvoegen', exact: true }).click()

    await page.getByText('Samengevoegd met').first().waitFor()
    expect(await samengevoegdIn(bron)).toBe(doel)
    await page.getByRole('button', { name: 'Terugdraaien' }).first().click()
    await page.getByText('De samenvoeging is teruggedraaid').waitFor()
    expect(await samengevoegdIn(bron)).toBeNull()
  })
})

describe('a burgerservicenummer', () => {
  const bsn = '123456782'
  const magBsn = (rollen: string[]) =>
    query(`update ${schema}.medewerker set rollen = $1 where 'klantcontactmedewerker' = any(rollen)`, [rollen])
  const organisatieMag = (aan: boolean) =>
    query(
      `insert into ${schema}.instelling (sleutel, waarde) values ('bsnToegestaan', $1)
       on conflict (sleutel) do update set waarde = excluded.waarde`,
      [JSON.stringify(aan)],
    )
  const kop = (page: Page) => page.getByRole('heading', { name: 'Burgerservicenummer (BSN)' })
  const openGegevens = async (id: string) => {
    const page = await open(`/klanten/${id}?blad=gegevens`)
    await page.getByRole('heading', { level: 2, name: 'Telefoon en e-mail' }).waitFor()
    return page
  }

  it('has a place only for who may see it, where the organisatie keeps it', async () => {
    const id = await maakKlant('Zonderrecht')
    await organisatieMag(true)
    expect(await kop(await openGegevens(id)).count()).toBe(0)

    await magBsn(['klantcontactmedewerker', 'privacy-officer'])
    await organisatieMag(false)
    expect(await kop(await openGegevens(id)).count()).toBe(0)
    await organisatieMag(true)
    await kop(await openGegevens(id)).waitFor()
  })

  it('is checked, hidden until asked for, logged when shown, and found by no search', async () => {
    const id = await maakKlant('Metnummer')
    const page = await openGegevens(id)
    await page.getByRole('button', { name: 'Vastleggen of wijzigen' }).press('Enter')
    const veld = page.getByRole('textbox', { name: 'Burgerservicenummer' })
    await veld.fill('123456789')
    await page.keyboard.press('Control+Enter')
    await page.getByText('Dit is geen geldig burgerservicenummer.').first().waitFor()
    expect(await axe(page)).toEqual([])
    await veld.fill('1234 56 782')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })

    await page.reload()
    await kop(page).waitFor()
    expect(await page.content()).not.toContain(bsn)
    const gezien = () =>
      query(`select 1 from ${schema}.verwerking where object_soort = 'bsn' and actie = 'inzien' and object_id = $1`, [
        id,
      ])
    expect(await gezien()).toHaveLength(0)
    await page.getByRole('button', { name: 'Toon', exact: true }).press('Enter')
    await page.getByText(bsn, { exact: true }).waitFor()
    expect(await gezien()).toHaveLength(1)
    expect(await axe(page)).toEqual([])
    await page.getByRole('button', { name: 'Verberg' }).press('Enter')
    await page.getByText(bsn, { exact: true }).waitFor({ state: 'detached' })

    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill(bsn)
    await page.getByText('Niets gevonden').first().waitFor()
  })
})

describe('checking addresses', () => {
  it('looks an address up again and takes what the BAG says', async () => {
    await maakKlant('Adrescontrole', [{ postcode: '3599ZA', huisnummer: 56, huisletter: 'a' }])
    const page = await open('/adressen/controleren')
    const rij = page.getByRole('listitem').filter({ hasText: 'Adrescontrole' })
    await rij.getByRole('button', { name: 'Opzoeken in de BAG' }).click()
    await rij.getByRole('button', { name: 'Proeflaan 56A, 3599 ZA Utrecht' }).waitFor()
    expect(await axe(page)).toEqual([])
    await rij.getByRole('button', { name: 'Proeflaan 56A, 3599 ZA Utrecht' }).click()

    await rij.waitFor({ state: 'detached' })
  })
})

describe('homes', () => {
  it('are reached from the klant, with who live there, and lead to their complex', async () => {
    const [woning] = await query(
      `select e.id, e.complex_id from ${schema}.eenheid e join ${schema}.overeenkomst o on o.eenheid_id = e.id
       where e.complex_id is not null limit 1`,
    )
    const page = await open(`/eenheden/${woning.id}`)
    await page.getByRole('heading', { level: 2, name: 'Wie wonen en woonden hier' }).waitFor()
    expect(await axe(page)).toEqual([])
    await page.locator(`a[href$="/complexen/${woning.complex_id}"]`).click()
    await page.getByRole('columnheader', { name: 'Adres' }).waitFor()
    expect(await axe(page)).toEqual([])
  })
})

/** Through the API, as another employee would have done it. */
async function maakKlant(achternaam: string, adressen: object[] = []): Promise<string> {
  const page = await open('/vandaag')
  const answer = await page.request.post('/api/partijen', {
    data: { soort: 'persoon', persoon: { initialen: 'T', achternaam }, adressen },
  })
  expect(answer.status(), await answer.text()).toBe(201)
  const { id } = (await answer.json()) as { id: string }
  await page.context().close()
  return id
}

async function samengevoegdIn(id: string): Promise<string | null> {
  const [row] = await query(`select samengevoegd_in from ${schema}.partij where id = $1`, [id])
  return row.samengevoegd_in
}
