import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { maakKlantaccount } from '../server/klantaccounts/index.ts'
import { write } from '../server/platform/db/write.ts'
import { systemContext } from '../server/platform/http/context.ts'
import { createLogger } from '../server/platform/log/log.ts'
import { axe } from './axe.ts'
import { keurElkeGedaante } from './gedaanten.ts'
import { e2ePerBestand } from './omgeving.ts'

const e2e = e2ePerBestand()
const telefoon = { viewport: { width: 390, height: 844 } }

async function open(pad: string, options = {}): Promise<Page> {
  const page = await (await e2e.venster(options)).newPage()
  await page.goto(pad)
  return page
}

type Klant = { id: string; naam: string; geboren: string }
/** Tenants of the demo whose date of birth is known, each test another. */
async function klant(welke: number): Promise<Klant> {
  const found = await sql<Klant>`
    select p.id, p.naam, to_char(s.geboortedatum, 'DD-MM-YYYY') as geboren from partij p
    join partij_persoon s on s.partij_id = p.id
    where p.actief and p.soort = 'persoon' and s.geboortedatum is not null and s.overlijdensdatum is null
      and exists (select from overeenkomst_partij o where o.partij_id = p.id)
      and exists (select from partij_adres a where a.partij_id = p.id and a.einddatum is null)
      and p.naam <> 'J.A. van den Berg'
    order by p.nummer limit 1 offset ${welke}`.execute(e2e.organisatie.db)
  return found.rows[0] ?? expect.fail('the demo has no such tenant')
}
const metAccount = async (partijId: string, email: string) => {
  const ctx = systemContext(e2e.organisatie, { log: createLogger('silent'), now: new Date() })
  await write(ctx, (w) => maakKlantaccount(w, { partijId, email }))
}

/** Waits for the mail with the code: the worker sends it. */
async function codeVoor(aan: string): Promise<string> {
  for (let keer = 0; keer < 200; keer++) {
    const post = await sql<{ tekst: string }>`
      select tekst from postbus where aan like ${`%${aan}%`} order by op desc, bericht_id desc limit 1`.execute(
      e2e.organisatie.db,
    )
    const code = /\b\d{4} \d{4}\b/.exec(post.rows[0]?.tekst ?? '')?.[0]
    if (code) return code
    await sleep(100)
  }
  return expect.fail(`no mail came for ${aan}`)
}
const inPortaal = (page: Page) => page.waitForURL((url) => url.pathname === '/')

describe('signing in to the portal', () => {
  it('passes axe in every look, and fits 320 wide', async () => {
    for (const [pad, kop] of [
      ['/aanmelden', 'Inloggen'],
      ['/aanmelden/activeren', 'Ik heb een brief met een code'],
      ['/aanmelden/uit', 'U bent uitgelogd'],
    ] as const) {
      const page = await open(pad)
      await page.getByRole('heading', { name: kop, level: 1 }).waitFor()
      await keurElkeGedaante(page, pad)
    }
  })

  it('goes with the keyboard alone, without a script, and says what is wrong first', async () => {
    const { id } = await klant(0)
    await metAccount(id, 'toetsen@voorbeeld.nl')
    const page = await open('/aanmelden?terug=/', { ...telefoon, javaScriptEnabled: false })
    // The field has the focus: one types at once.
    await page.keyboard.type('toetsen')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('Vul een e-mailadres in, zoals naam@voorbeeld.nl.').waitFor()
    expect(await page.locator('#email').inputValue()).toBe('toetsen')
    await page.getByRole('link', { name: 'Vul een e-mailadres in' }).press('Enter')
    await page.locator('#email').fill('toetsen@voorbeeld.nl')
    await page.keyboard.press('Enter')

    await page.getByRole('heading', { name: 'Vul de code in', level: 1 }).waitFor()
    await page.keyboard.type('0000 0000')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('Deze code klopt niet.').waitFor()
    await page.locator('#code').fill(await codeVoor('toetsen@voorbeeld.nl'))
    await page.keyboard.press('Enter')

    await inPortaal(page)
    await page.goto('/aanmelden/uit')
    await page.getByRole('button', { name: 'Uitloggen' }).press('Enter')
    await page.getByRole('heading', { name: 'U bent uitgelogd', level: 1 }).waitFor()
    await page.goto('/zaken')
    await page.waitForURL(/\/aanmelden\?terug=%2Fzaken$/)
  })

  it('by a letter that an employee makes, on a telephone', async () => {
    const { id, naam, geboren } = await klant(1)
    const werkplek = await e2e.als('Sanne Jansen', `/klanten/${id}?blad=gegevens`)
    const kaart = werkplek.getByRole('region', { name: 'Portaal' })
    await kaart.getByText('Heeft nog geen toegang tot het klantportaal.').waitFor()
    await kaart.getByRole('button', { name: 'Brief met code maken' }).click()
    await kaart.getByText('Brief met code gemaakt').waitFor()
    expect(await axe(werkplek)).toEqual([])
    const brief = await sql<{ tekst: string }>`
      select tekst from bericht where partij_id = ${id} and kanaal = 'brief' order by aangemaakt_op desc limit 1`.execute(
      e2e.organisatie.db,
    )
    const code = /\*\*([0-9A-Z-]{11})\*\*/.exec(brief.rows[0]?.tekst ?? '')?.[1] ?? expect.fail('no code in the letter')

    const page = await open('/aanmelden', telefoon)
    await page.getByRole('link', { name: 'Ik heb een brief met een code' }).click()
    await page.getByLabel('Code uit de brief').fill(code.toLowerCase())
    await page.getByLabel('Geboortedatum').fill('31-02-1985')
    await page.getByRole('button', { name: 'Verder' }).click()
    await page.getByRole('alert').getByText('Vul de datum in als dag-maand-jaar').waitFor()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert')
    expect(await axe(page)).toEqual([])
    await page.getByLabel('Geboortedatum').fill(geboren)
    await page.getByRole('button', { name: 'Verder' }).click()
    await page.getByLabel('E-mailadres').fill('brief@voorbeeld.nl')
    expect(await axe(page)).toEqual([])
    await page.getByRole('button', { name: 'Stuur mij een code' }).click()
    await page.getByLabel('Code').fill(await codeVoor('brief@voorbeeld.nl'))
    expect(await axe(page)).toEqual([])
    await page.getByRole('button', { name: 'Verder' }).click()

    await inPortaal(page)
    await page.getByRole('heading', { level: 1, name: new RegExp(naam.split(' ').at(-1) ?? naam) }).waitFor()
    await werkplek.reload()
    await kaart.getByText('Logt in met brief@voorbeeld.nl').waitFor()
  })

  it('with a passkey, once he has made one, with one press', async () => {
    const { id } = await klant(2)
    await metAccount(id, 'passkey@voorbeeld.nl')
    const page = await open('/aanmelden', telefoon)
    // A telephone with a finger that fits (WebAuthn level 3, §11).
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('WebAuthn.enable')
    await cdp.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    // WebAuthn knows no numbers: the same server by its name.
    const thuis = e2e.url.replace('127.0.0.1', 'localhost')
    await page.goto(`${thuis}/aanmelden`)
    await page.getByLabel('E-mailadres').fill('passkey@voorbeeld.nl')
    await page.getByRole('button', { name: 'Stuur mij een code' }).click()
    await page.getByLabel('Code').fill(await codeVoor('passkey@voorbeeld.nl'))
    await page.getByRole('button', { name: 'Verder' }).click()
    await inPortaal(page)
    await sql`
      update klant_sessie s set sterk_tot = now() + interval '15 minutes' from klant_account a
      where a.id = s."userId" and a.partij_id = ${id}`.execute(e2e.organisatie.db)
    await page.goto(`${thuis}/aanmelden/beveiliging`)
    expect(await axe(page)).toEqual([])
    await page.getByRole('button', { name: 'Passkey toevoegen' }).click()
    await page.getByRole('button', { name: 'Verwijderen: Passkey 1' }).waitFor()
    await page.goto(`${thuis}/aanmelden/uit`)
    await page.getByRole('button', { name: 'Uitloggen' }).click()
    await page.getByRole('link', { name: 'Opnieuw inloggen' }).click()

    await page.getByRole('button', { name: 'Inloggen met een passkey' }).click()

    await inPortaal(page)
  })

  it('as one of the people of the demo', async () => {
    const page = await open('/aanmelden', telefoon)

    await page.getByRole('button', { name: 'J.A. van den Berg' }).click()

    await inPortaal(page)
    await page.getByRole('heading', { level: 1, name: /van den Berg/ }).waitFor()
  })
})
