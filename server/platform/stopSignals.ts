/**
 * Runs `stop` once on Ctrl-C, SIGTERM or a closed terminal, and then ends the process. A second Ctrl-C forces.
 * npm passes on the Ctrl-C that the terminal already gave to us, so what follows within a second is the same one.
 * Register before starting anything that must be stopped.
 */
export function onStopSignal(stop: () => Promise<void>): void {
  let since: number | undefined
  const handle = (): void => {
    if (since === undefined) {
      since = performance.now()
      process.stdout.write('\nRondom stopt …\n')
      stop().then(() => process.exit(0), failed)
    } else if (performance.now() - since > 1_000) {
      process.exit(130)
    }
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, handle)
}

function failed(error: unknown): void {
  process.stderr.write(`Rondom kon niet netjes stoppen: ${error instanceof Error ? error.message : error}\n`)
  process.exit(1)
}
