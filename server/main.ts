import { ConfigError, readConfig } from './platform/config/config.ts'
import { StartError } from './platform/postgres/startError.ts'
import { requireRuntime } from './platform/runtime.ts'
import { onStopSignal } from './platform/stopSignals.ts'
import { start } from './start.ts'

/** The server: config → (embedded) PostgreSQL → migrate → listen, and everything back in reverse order at a signal. */
requireRuntime()
// The terminal or pipe that we talk to may close; that must not end the server in the middle of its work.
for (const uit of [process.stdout, process.stderr]) uit.on('error', () => {})
try {
  const starting = start(readConfig())
  onStopSignal(async () => (await starting.catch(() => undefined))?.stop())
  const running = await starting
  if (running.address) {
    process.stdout.write(
      `\n  Rondom staat klaar.\n  Portaal voor klanten:      ${running.address}\n  Werkplek voor medewerkers: ${running.address}/werkplek\n  Stoppen: Ctrl-C. Gegevens: ${running.dataDir}\n\n`,
    )
  }
  running.proefErp?.then(
    (adres) => process.stdout.write(`  Proef-ERP, om te bedienen wat een ERP zelf doet: ${adres}\n\n`),
    () => {},
  )
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof StartError)) throw error
  process.stderr.write(`\n${error.message}\n\n`)
  process.exit(1)
}
