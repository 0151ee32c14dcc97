import type { Page } from 'playwright-core'

/** A screen worth a picture in the documentation, and worth an eye at every change: `npm run beeld`. */
export type Scherm = {
  naam: string
  /** Name, function or role in the demo; absent: nobody is signed in. */
  wie?: string | RegExp
  pad: string
  /** Brings the page where the picture is taken. */
  klaar: (page: Page) => Promise<unknown>
}

const titel = async (page: Page) => {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForLoadState('networkidle').catch(() => {})
}

/** The palette with what is found by this text, as an employee opens it. */
const gevonden = (zoek: string) => async (page: Page) => {
  await titel(page)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill(zoek)
  await page.getByRole('option').locator('mark').first().waitFor()
}

/** Opens the first that is found with these keys, and waits until the address is this. */
const gekozen = (zoek: string, toetsen: string, pad: RegExp) => async (page: Page) => {
  await gevonden(zoek)(page)
  await page.keyboard.press(toetsen)
  await page.waitForURL(pad)
  await titel(page)
  await page.waitForTimeout(500)
}

const eersteTaak = async (page: Page) => {
  await titel(page)
  await page.locator('a[data-regel]').first().click()
  await page.getByRole('button', { name: /^Afronden/ }).waitFor()
}

const vanDenBerg = 'van den berg lange nieuwstraat'

export const schermen: Scherm[] = [
  { naam: 'aanmelden', pad: '/', klaar: titel },
  { naam: 'vandaag', wie: 'coordinator', pad: '/vandaag', klaar: titel },
  { naam: 'mijn-werk', wie: 'Mehmet Yılmaz', pad: '/mijn-werk', klaar: titel },
  {
    naam: 'team',
    wie: 'Mehmet Yılmaz',
    pad: '/mijn-werk',
    klaar: async (page) => {
      await titel(page)
      const menu = page.getByRole('button', { name: 'Menu', exact: true })
      if (await menu.isVisible()) await menu.click()
      await page
        .getByRole('link', { name: /^Planning onderhoud/ })
        .last()
        .click()
      await page.waitForURL(/teams/)
      await titel(page)
    },
  },
  {
    naam: 'taak',
    wie: 'Mehmet Yılmaz',
    pad: '/mijn-werk',
    klaar: eersteTaak,
  },
  {
    naam: 'afronden',
    wie: 'Mehmet Yılmaz',
    pad: '/mijn-werk',
    klaar: async (page) => {
      await eersteTaak(page)
      await page.getByRole('button', { name: /^Afronden/ }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  { naam: 'beloften', wie: 'coordinator', pad: '/beloften', klaar: titel },
  { naam: 'klant', wie: 'klantcontactmedewerker', pad: '/vandaag', klaar: gekozen(vanDenBerg, 'Enter', /klanten/) },
  {
    naam: 'palet',
    wie: 'klantcontactmedewerker',
    pad: '/vandaag',
    klaar: gevonden('v.d. breg'),
  },
  { naam: 'nieuwe-klant', wie: 'klantcontactmedewerker', pad: '/klanten/nieuw', klaar: titel },
  { naam: 'sjablonen', wie: 'functioneel-beheerder', pad: '/beheer/sjablonen', klaar: titel },
  { naam: 'processen', wie: 'functioneel-beheerder', pad: '/beheer/processen', klaar: titel },
  {
    naam: 'beslistabel',
    wie: 'functioneel-beheerder',
    pad: '/beheer/processen/reparatieverzoek?blad=regels',
    klaar: titel,
  },
  {
    naam: 'schema',
    wie: 'functioneel-beheerder',
    pad: '/beheer/processen/huur-beeindigen?blad=schema',
    klaar: async (page) => {
      await page.locator('.djs-element').first().waitFor()
      // Drawn first, then fitted into its frame.
      await page.waitForTimeout(1000)
    },
  },
  {
    naam: 'proefdraaien',
    wie: 'functioneel-beheerder',
    pad: '/beheer/processen/huur-beeindigen?blad=proef',
    klaar: titel,
  },
  { naam: 'inzicht', wie: 'coordinator', pad: '/inzicht', klaar: titel },
  { naam: 'enquetes', wie: 'coordinator', pad: '/enquetes', klaar: titel },
  { naam: 'zaken', wie: 'klantcontactmedewerker', pad: '/zaken', klaar: titel },
  {
    naam: 'zaak',
    wie: 'klantcontactmedewerker',
    pad: '/zaken',
    klaar: async (page) => {
      await titel(page)
      await page.getByRole('link', { name: /De ruit van de woonkamer/ }).click()
      await page.getByRole('heading', { name: 'Voortgang' }).waitFor()
      await titel(page)
    },
  },
  { naam: 'mislukte-acties', wie: 'coordinator', pad: '/acties', klaar: titel },
  {
    naam: 'proces-starten',
    wie: 'klantcontactmedewerker',
    pad: '/vandaag',
    klaar: async (page) => {
      await gekozen('van den berg lange nieuwstraat', 'Enter', /klanten/)(page)
      await page.getByRole('button', { name: 'Proces starten' }).click()
      await page.getByRole('menuitem', { name: 'Service en contact' }).click()
      await page.getByRole('form', { name: 'Service en contact' }).waitFor()
    },
  },
  { naam: 'verwerkingenlog', wie: 'privacy-officer', pad: '/verwerkingenlog', klaar: titel },
  {
    naam: 'toetsen',
    wie: 'klantcontactmedewerker',
    pad: '/mijn-werk',
    klaar: async (page) => {
      await titel(page)
      await page.keyboard.press('?')
      await page.getByRole('dialog').waitFor()
    },
  },
  // Last: it leaves a contact in progress behind, which is a tab on every screen after it.
  {
    naam: 'klantbeeld',
    wie: 'klantcontactmedewerker',
    pad: '/vandaag',
    klaar: gekozen(vanDenBerg, 'Control+Enter', /gesprekken/),
  },
]

/** Screens of the portal, as this customer of the demo sees them. */
export const portaalschermen: { naam: string; klant: RegExp; pad: string }[] = [
  { naam: 'portaal-thuis', klant: /van den Berg/, pad: '/' },
  { naam: 'portaal-regelen', klant: /van den Berg/, pad: '/regelen' },
  { naam: 'portaal-vraag', klant: /van den Berg/, pad: '/regelen/reparatieverzoek' },
  { naam: 'portaal-zaken', klant: /van den Berg/, pad: '/zaken' },
  { naam: 'portaal-contact', klant: /van den Berg/, pad: '/contact' },
  { naam: 'portaal-gegevens', klant: /van den Berg/, pad: '/gegevens' },
  { naam: 'portaal-woning', klant: /van den Berg/, pad: '/woning' },
]
