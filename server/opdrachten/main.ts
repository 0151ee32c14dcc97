import { requireRuntime } from '#server/platform/runtime.ts'

requireRuntime()
const { systemClock } = await import('#server/platform/clock.ts')
const { ConfigError, readConfig } = await import('#server/platform/config/config.ts')
const { vraagGeheim } = await import('./geheim.ts')
const { maakScherm } = await import('./scherm.ts')
const { voerUit } = await import('./voerUit.ts')

// `exit` runs what must happen when the process ends, such as stopping the embedded database; a bare signal does not.
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  process.once(signal, () => process.exit(code))
}
// `… | head` closes our output: that is the reader's choice, not a fault.
process.stdout.on('error', () => process.exit(0))

const scherm = maakScherm(process.stdout, process.stderr)
try {
  process.exitCode = await voerUit(process.argv.slice(2), {
    config: readConfig(),
    scherm,
    vraagGeheim: (vraag) => vraagGeheim(process.stdin, process.stderr, vraag),
    clock: systemClock,
  })
} catch (error) {
  if (!(error instanceof ConfigError)) throw error
  scherm.melding(error.message)
  process.exitCode = 1
}
