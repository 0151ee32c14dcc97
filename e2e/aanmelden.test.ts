import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { totpCode } from '../server/aanmelden/testing/totp.ts'
import { binnen, mensMetWachtwoord, metAanbieder, vulIn, wachtwoord } from './aanmelden.ts'
import { axe } from './axe.ts'
import { keurElkeGedaante } from './gedaanten.ts'

const { e2e, aanbieder } = metAanbieder()

async function open(pad = '/', options = {}): Promise<Page> {
  const page = await (await e2e.venster(options)).newPage()
  await page.goto(`/werkplek${pad}`)
  return page
}

describe('the sign-in page', () => {
  it('passes axe in every look, and fits 320 wide', async () => {
    const page = await open()
    await page.getByRole('heading', { name: 'Kies een demo-medewerker' }).waitFor()

    await keurElkeGedaante(page, 'the sign-in page')
  })

  it('lets one in as a demo person with one click', async () => {
    const { naam } = await mensMetWachtwoord(e2e, 'coordinator')
    const page = await open()

    await page.getByRole('button', { name: naam }).click()

    await binnen(page, naam)
  })

  it('says what is wrong, moves the focus there, and keeps what was typed', async () => {
    const { naam, email } = await mensMetWachtwoord(e2e, 'klantcontactmedewerker')
    const page = await open()
    await vulIn(page, email, 'een heel ander wachtwoord')

    await page.getByRole('alert').getByText('E-mailadres of wachtwoord klopt niet.').waitFor()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert')
    expect(await page.getByLabel('E-mailadres').inputValue()).toBe(email)
    expect(await axe(page)).toEqual([])

    await page.getByLabel('Wachtwoord', { exact: true }).fill(wachtwoord)
    await page.getByRole('button', { name: 'Aanmelden', exact: true }).click()
    await binnen(page, naam)
  })

  it('tells browsers and password managers which field is which', async () => {
    const page = await open()
    expect(await page.getByLabel('E-mailadres').getAttribute('autocomplete')).toBe('username')
    expect(await page.getByLabel('Wachtwoord', { exact: true }).getAttribute('autocomplete')).toBe('current-password')
  })

  it('opens the page that was asked for', async () => {
    const { email } = await mensMetWachtwoord(e2e, 'functioneel-beheerder')
    const page = await open('/account')
    await vulIn(page, email)

    await page.getByRole('heading', { name: 'Mijn account', level: 1 }).waitFor()
  })

  it('goes by the identity provider and back, and says why when that fails', async () => {
    const { naam, email } = await mensMetWachtwoord(e2e, 'coordinator')
    aanbieder.aanDeBeurt.sub = 'collega'
    aanbieder.mensen.set('collega', { email, email_verified: true })
    const page = await open('/account')
    await page.getByRole('button', { name: 'Aanmelden met uw werkaccount' }).click()
    await binnen(page, naam)
    expect(new URL(page.url()).pathname).toBe('/werkplek/account')

    aanbieder.aanDeBeurt.sub = 'vreemdeling'
    aanbieder.mensen.set('vreemdeling', { email: 'vreemdeling@voorbeeld.nl', email_verified: true })
    const ander = await open()
    await ander.getByRole('button', { name: 'Aanmelden met uw werkaccount' }).click()
    await ander.getByRole('alert').getByText('hoort niet bij een medewerker').waitFor()
    expect(await axe(ander)).toEqual([])
  })
})

describe('my account', () => {
  it('sets up an app with codes, which the next sign-in asks for', async () => {
    const { naam, email } = await mensMetWachtwoord(e2e, 'redacteur')
    const page = await open('/account')
    await vulIn(page, email)
    await page.getByRole('button', { name: 'App instellen' }).click()
    await page.getByLabel('Bevestig met uw wachtwoord').fill(wachtwoord)
    await page.keyboard.press('Enter')
    await page.getByRole('img', { name: 'QR-code voor de app' }).waitFor()
    expect(await axe(page)).toEqual([])
    const sleutel = await page.getByText('Lukt scannen niet?').locator('span').textContent()
    const geheim = (sleutel ?? '').replace(/\s/g, '')
    await page.getByLabel('Code die de app nu laat zien').fill(totpCode(geheim, Date.now() - 30_000))
    await page.getByRole('button', { name: 'Aanzetten' }).click()
    await page.getByText('De app staat aan.').waitFor()

    const ander = await open()
    await vulIn(ander, email)
    await ander.getByRole('heading', { name: 'Vul de code van uw app in' }).waitFor()
    expect(await ander.getByLabel('Code').getAttribute('autocomplete')).toBe('one-time-code')
    await ander.waitForFunction(() => document.activeElement?.getAttribute('name') === 'code')
    expect(await axe(ander)).toEqual([])
    await ander.keyboard.type(totpCode(geheim))
    await ander.keyboard.press('Enter')
    await binnen(ander, naam)
  })

  it('makes new recovery codes after the password, shows them once, and they let one in', async () => {
    const { naam, email } = await mensMetWachtwoord(e2e, 'functioneel-beheerder')
    const page = await open('/account')
    await vulIn(page, email)
    await binnen(page, naam)
    const headers = { Origin: e2e.url }
    const begin = await page.request.post('/api/ik/totp', { headers, data: { wachtwoord } })
    const { geheim } = (await begin.json()) as { geheim: string }
    const aan = await page.request.put('/api/ik/totp', {
      headers,
      data: { code: totpCode(geheim, Date.now() - 30_000) },
    })
    expect(aan.status(), await aan.text()).toBe(204)
    await page.reload()

    await page.getByRole('button', { name: 'Nieuwe herstelcodes' }).press('Enter')
    await page.getByLabel('Bevestig met uw wachtwoord').fill('een heel ander wachtwoord')
    await page.keyboard.press('Enter')
    await page.getByText('Dit is niet uw huidige wachtwoord.').first().waitFor()
    expect(await axe(page)).toEqual([])
    await page.getByLabel('Bevestig met uw wachtwoord').fill(wachtwoord)
    await page.keyboard.press('Enter')
    const kop = page.getByRole('heading', { name: 'Bewaar deze herstelcodes' })
    await kop.waitFor()
    await page.waitForFunction(() => document.activeElement?.textContent === 'Bewaar deze herstelcodes')
    expect(await axe(page)).toEqual([])
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Download de codes' }).click()
    const codes = readFileSync(await (await download).path(), 'utf8')
      .trim()
      .split('\r\n')
    expect(codes).toEqual(await page.locator('li', { hasText: /^\w{5}-\w{5}$/ }).allTextContents())
    await page.getByRole('button', { name: 'Ik heb ze bewaard' }).click()
    await kop.waitFor({ state: 'detached' })

    const ander = await open()
    await vulIn(ander, email)
    await ander.getByRole('heading', { name: 'Vul de code van uw app in' }).waitFor()
    await ander.keyboard.type(codes[0] ?? '')
    await ander.keyboard.press('Enter')
    await binnen(ander, naam)
  })

  it('adds a passkey, with which one signs in without a password', async () => {
    const { naam, email } = await mensMetWachtwoord(e2e, 'vakspecialist')
    const page = await (await e2e.venster({ baseURL: e2e.url.replace('127.0.0.1', 'localhost') })).newPage()
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('WebAuthn.enable')
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
      },
    })
    await page.goto('/werkplek/account')
    await vulIn(page, email)
    await page.getByLabel('Naam, om hem te herkennen').fill('laptop werk')
    await page.keyboard.press('Enter')
    await page.getByText('De passkey is toegevoegd.').waitFor()
    await page.getByRole('button', { name: 'Verwijder passkey laptop werk' }).waitFor()
    expect(await axe(page)).toEqual([])

    await page.context().clearCookies()
    await page.goto('/werkplek/')
    await page.getByRole('button', { name: 'Aanmelden met een passkey' }).click()

    await binnen(page, naam)
  })

  it('shows where I am signed in, and signs another device out', async () => {
    const { email } = await mensMetWachtwoord(e2e, 'privacy-officer')
    const page = await open('/account')
    await vulIn(page, email)
    const ander = await open('/account')
    await vulIn(ander, email)
    await ander.getByText('Dit apparaat').waitFor()

    await ander.getByRole('button', { name: 'Overal afmelden behalve hier' }).click()
    await ander.getByText('Afgemeld.').waitFor()

    await page.reload()
    await page.getByLabel('E-mailadres').waitFor()
  })
})

describe('a link to choose a password', () => {
  it('leads to a page for it, and then to the sign-in page', async () => {
    const { id, naam, email } = await mensMetWachtwoord(e2e, 'klantcontactmedewerker')
    const beheerder = await e2e.als('functioneel-beheerder')
    const made = await beheerder.request.post(`/api/beheer/medewerkers/${id}/uitnodiging`, { data: {} })
    const { link } = (await made.json()) as { link: string }
    const page = await (await e2e.venster()).newPage()
    await page.goto(link)
    await page.getByRole('heading', { name: 'Kies uw wachtwoord' }).waitFor()
    expect(await axe(page)).toEqual([])

    await page.getByLabel('Nieuw wachtwoord').fill('Welkom2026Welkom2026')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('te makkelijk te raden').waitFor()
    expect(await page.getByLabel('Nieuw wachtwoord').inputValue()).toBe('Welkom2026Welkom2026')
    await page.getByLabel('Nieuw wachtwoord').fill('dageraad kwispel fietspomp')
    await page.keyboard.press('Enter')

    await page.getByText('Uw wachtwoord is ingesteld.').waitFor()
    expect(page.url()).not.toContain('#')
    expect(await page.getByLabel('E-mailadres').inputValue()).toBe(email)
    await page.getByLabel('Wachtwoord', { exact: true }).fill('dageraad kwispel fietspomp')
    await page.keyboard.press('Enter')
    await binnen(page, naam)

    const weer = await (await e2e.venster()).newPage()
    await weer.goto(link)
    await weer.getByText('Deze link werkt niet meer').waitFor()
    expect(await axe(weer)).toEqual([])
  })
})
