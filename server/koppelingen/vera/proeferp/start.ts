import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from '#server/platform/log/log.ts'
import type { ProefErpOpdracht } from './main.ts'

export type ProefErp = {
  /** Where it is, once it listens; the same address after it crashed and was started again. */
  basis(): Promise<string>
  sleutel: string
  pid(): number | undefined
  stop(): Promise<void>
}

/** How long a start may take on a busy machine before who waits is told that there is no ERP. */
const geduldMs = 20_000
/** A process that falls over at once is not started again in a tight loop. */
const herstartMs = [200, 1_000, 5_000, 30_000]

/** Starts at the first question where it is: who never asks, never has it. */
export function startProefErp(
  opties: Pick<ProefErpOpdracht, 'databaseUrl' | 'map' | 'factor' | 'ploegen' | 'sleutel'> & {
    log: Logger
    poort?: number
  },
): ProefErp {
  const { log, poort: gevraagd = 0, sleutel = randomBytes(24).toString('base64url'), ...opdracht } = opties
  let poort = gevraagd
  let kind: ChildProcess | undefined
  let gestopt = false
  let mislukt = 0
  let klaar: Promise<number> | undefined

  function begin(): Promise<number> {
    // Detached: Ctrl-C in a terminal reaches the whole group, and this must outlive who still talks to it.
    const proces = fork(join(import.meta.dirname, 'main.ts'), [], {
      detached: true,
      // Node keeps the sources without their types here: 100 MB becomes 65, and 215 ms of loading 50. Nothing else of our
      // environment is its business.
      env: { NODE_COMPILE_CACHE: join(opdracht.map, 'compileercache') },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      execArgv: ['--max-old-space-size=128', '--max-semi-space-size=2'],
    })
    kind = proces
    proces.stderr?.setEncoding('utf8').on('data', (tekst: string) => log.warn({ proeferp: tekst.trim() }, 'proef-erp'))
    proces.once('exit', (code, signaal) => void herstart(code, signaal))
    const begonnen = wachtOpPoort(proces)
    begonnen.catch(() => {})
    const vraag: ProefErpOpdracht = { ...opdracht, sleutel, poort }
    proces.send(vraag, () => {})
    return begonnen
  }

  async function wachtOpPoort(proces: ChildProcess): Promise<number> {
    const grens = AbortSignal.timeout(geduldMs)
    const [bericht] = await Promise.race([
      once(proces, 'message', { signal: grens }),
      once(proces, 'exit', { signal: grens }).then(() => {
        throw new Error('the proef-ERP ended while it started')
      }),
    ])
    poort = Number(Reflect.get(Object(bericht), 'poort'))
    mislukt = 0
    return poort
  }

  async function herstart(code: number | null, signaal: string | null): Promise<void> {
    if (gestopt) return
    log.warn({ code, signaal }, 'the proef-ERP ended; starting it again')
    const wachten = herstartMs[Math.min(mislukt, herstartMs.length - 1)]
    mislukt += 1
    // The port may be taken in the meantime: then another, which who asks learns from `basis`.
    if (mislukt > 2) poort = gevraagd
    const opnieuw = sleep(wachten, undefined, { ref: false }).then(() => (gestopt ? poort : begin()))
    opnieuw.catch(() => {})
    klaar = opnieuw
    await opnieuw.catch(() => {})
  }

  return {
    sleutel,
    async basis() {
      klaar ??= begin()
      return `http://127.0.0.1:${await klaar}/{keten}/v4`
    },
    pid: () => kind?.pid,
    async stop() {
      gestopt = true
      const proces = kind
      if (!proces || proces.exitCode !== null || proces.signalCode !== null) return
      const einde = once(proces, 'exit')
      proces.kill('SIGTERM')
      await Promise.race([einde, sleep(5_000, undefined, { ref: false }).then(() => proces.kill('SIGKILL'))])
    },
  }
}
