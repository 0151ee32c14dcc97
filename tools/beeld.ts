import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { startOpstelling } from '../e2e/opstelling.ts'
import { alsKlant } from '../e2e/portaal.ts'
import { portaalschermen, schermen } from '../e2e/schermen.ts'
import setup from './testpostgres.ts'

// `npm run beeld [-- deel van een naam] [--alles]`: draws the named screens into docs/beeld, wide in light and narrow in
// dark; with `--alles` both sizes in both colours, for the eye.
const folder = resolve(import.meta.dirname, '../docs/beeld')
const wanted = process.argv.slice(2).filter((each) => !each.startsWith('--'))
const all = process.argv.includes('--alles')
const wide = { width: 1440, height: 900 }
const narrow = { width: 390, height: 844 }
type Versie = { viewport: typeof wide; kleur: string; colorScheme: 'light' | 'dark' }
const forDocs: Versie[] = [
  { viewport: wide, kleur: 'licht', colorScheme: 'light' },
  { viewport: narrow, kleur: 'donker', colorScheme: 'dark' },
]
const forTheEye: Versie[] = [
  { viewport: wide, kleur: 'donker', colorScheme: 'dark' },
  { viewport: narrow, kleur: 'licht', colorScheme: 'light' },
]
const versions = all ? [...forDocs, ...forTheEye] : forDocs

const postgres = { databaseUrl: '', templateDatabase: '' }
const provide = (name: string, value: unknown) => Object.assign(postgres, { [name]: value })
const stopPostgres = await setup({ provide } as unknown as Parameters<typeof setup>[0])
mkdirSync(folder, { recursive: true })
try {
  const opstelling = await startOpstelling(postgres, { woningen: 600, zaken: true, env: { RONDOM_ERP: 'proef' } })
  try {
    const gevraagd = ({ naam }: { naam: string }) => wanted.length === 0 || wanted.some((part) => naam.includes(part))
    for (const scherm of portaalschermen.filter(gevraagd))
      for (const { viewport, kleur, colorScheme } of versions)
        await bewaar(`${scherm.naam}-${viewport.width}-${kleur}.png`, async () => {
          const page = await alsKlant(opstelling, scherm.klant, scherm.pad, { viewport, colorScheme })
          await page.waitForLoadState('networkidle')
          return page
        })
    for (const scherm of schermen.filter(gevraagd)) {
      for (const { viewport, kleur, colorScheme } of versions) {
        const options = { viewport, colorScheme, deviceScaleFactor: 1 }
        const name = `${scherm.naam}-${viewport.width}-${kleur}.png`
        await bewaar(name, async () => {
          const page = scherm.wie
            ? await opstelling.als(scherm.wie, scherm.pad, options)
            : await (await opstelling.venster(options)).newPage()
          if (!scherm.wie) await page.goto(`/werkplek${scherm.pad}`)
          await scherm.klaar(page)
          return page
        })
      }
    }
  } finally {
    await opstelling.close()
  }
} finally {
  await stopPostgres()
}

async function bewaar(naam: string, open: () => Promise<Page>): Promise<void> {
  try {
    const page = await open()
    await page.screenshot({ path: join(folder, naam), animations: 'disabled' })
    await page.context().close()
    console.log(naam)
  } catch (error) {
    console.error(`${naam}: ${String(error).split('\n')[0]}`)
    process.exitCode = 1
  }
}
