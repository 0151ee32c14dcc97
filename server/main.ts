import { join } from 'node:path'
import { ConfigError, readConfig } from './platform/config/config.ts'
import { StartError } from './platform/postgres/startError.ts'
import { requireRuntime } from './platform/runtime.ts'
import { start } from './start.ts'

/** The server: config → (embedded) PostgreSQL → migrate → listen, and everything back in reverse order at a signal. */
requireRuntime()
try {
  const running = await start(readConfig())
  if (running.address) {
    process.stdout.write(
      `\n  Rondom staat klaar: ${running.address}\n  Stoppen: Ctrl-C. Gegevens: ${join(running.dataDir)}\n\n`,
    )
  }
  let stopping = false
  const stop = async (signal: NodeJS.Signals) => {
    if (stopping) return process.exit(signal === 'SIGINT' ? 130 : 143)
    stopping = true
    process.stdout.write('\nRondom stopt …\n')
    await running.stop()
    process.exit(0)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof StartError)) throw error
  process.stderr.write(`\n${error.message}\n\n`)
  process.exit(1)
}
