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

const titel = (page: Page) => page.getByRole('heading', { level: 1 }).first().waitFor()

export const schermen: Scherm[] = [
  { naam: 'aanmelden', pad: '/', klaar: titel },
  { naam: 'onbekend', wie: 'klantcontactmedewerker', pad: '/bestaat-niet', klaar: titel },
  {
    naam: 'palet',
    wie: 'klantcontactmedewerker',
    pad: '/bestaat-niet',
    klaar: async (page) => {
      await titel(page)
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox').fill('breg')
      await page.waitForTimeout(400)
    },
  },
  {
    naam: 'toetsen',
    wie: 'klantcontactmedewerker',
    pad: '/bestaat-niet',
    klaar: async (page) => {
      await titel(page)
      await page.keyboard.press('?')
      await page.getByRole('dialog').waitFor()
    },
  },
]
