import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { startOpstelling } from '../e2e/opstelling.ts'
import { schermen } from '../e2e/schermen.ts'
import setup from './testpostgres.ts'

// `npm run beeld [-- deel van een naam]`: draws the named screens into docs/beeld, wide and narrow, light and dark.
const folder = resolve(import.meta.dirname, '../docs/beeld')
const wanted = process.argv.slice(2)
const sizes = { breed: { width: 1440, height: 900 }, smal: { width: 390, height: 844 } }

const postgres = { databaseUrl: '', templateDatabase: '' }
const provide = (name: string, value: unknown) => Object.assign(postgres, { [name]: value })
const stopPostgres = await setup({ provide } as unknown as Parameters<typeof setup>[0])
mkdirSync(folder, { recursive: true })
try {
  const opstelling = await startOpstelling(postgres, { woningen: 600 })
  try {
    for (const scherm of schermen.filter(
      (each) => wanted.length === 0 || wanted.some((part) => each.naam.includes(part)),
    )) {
      for (const [maat, viewport] of Object.entries(sizes)) {
        for (const [kleur, colorScheme] of [
          ['licht', 'light'],
          ['donker', 'dark'],
        ] as const) {
          const options = { viewport, colorScheme, deviceScaleFactor: 1 }
          const name = `${scherm.naam}-${maat}-${kleur}.png`
          try {
            const page = scherm.wie
              ? await opstelling.als(scherm.wie, scherm.pad, options)
              : await (await opstelling.venster(options)).newPage()
            if (!scherm.wie) await page.goto(`/werkplek${scherm.pad}`)
            await scherm.klaar(page)
            await page.screenshot({ path: join(folder, name), animations: 'disabled' })
            await page.context().close()
            console.log(name)
          } catch (error) {
            console.error(`${name}: ${String(error).split('\n')[0]}`)
            process.exitCode = 1
          }
        }
      }
    }
  } finally {
    await opstelling.close()
  }
} finally {
  await stopPostgres()
}
