import { become } from './become.mjs'
import { ensureInstalled } from './bootstrap.mjs'

if (process.argv.length < 3) {
  process.stderr.write('Gebruik: node tools/run.mjs <bestand.ts> [argumenten]\n')
  process.exit(2)
}
await ensureInstalled()
become(process.argv.slice(2))
