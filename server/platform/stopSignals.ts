type Outcome = {
  exit(code: number): void
  log: { info(text: string): void; error(error: unknown, text: string): void }
}

/**
 * Runs `stop` once on Ctrl-C, SIGTERM or a closed terminal, and then ends the process. A second Ctrl-C forces.
 * npm passes on the signal that the terminal already gave to us, so what follows within a second is the same one.
 * Register before starting anything that must be stopped.
 */
export function onStopSignal(stop: () => Promise<void>, outcome: Outcome): void {
  let since: number | undefined
  const handle = (signal: NodeJS.Signals): void => {
    if (since === undefined) {
      since = performance.now()
      outcome.log.info(`Rondom stopt (${signal}).`)
      stop().then(
        () => outcome.exit(0),
        (error: unknown) => {
          outcome.log.error(error, 'Rondom kon niet netjes stoppen.')
          outcome.exit(1)
        },
      )
    } else if (performance.now() - since > 1_000) {
      outcome.exit(130)
    }
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, handle)
}
