import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Identity, serverCommandAs } from './identity.ts'
import type { Placement } from './placement.ts'
import { clusterName, readPostmaster } from './postmaster.ts'
import { serverSettings } from './settings.ts'

const logLimit = 10 * 1024 * 1024

export type Launched = { child: ChildProcess; failure: undefined } | { child: undefined; failure: string }

/** Starts the server and waits until it takes connections, however long recovery takes; or says why it ended. */
export async function launch(
  place: Placement,
  identity: Identity,
  options: { port: number; durable: boolean; logFile: string; onWait: () => void },
): Promise<Launched> {
  const start = rotate(options.logFile)
  const output = openSync(options.logFile, 'a', 0o600)
  const settings = serverSettings(options.port, clusterName(place.data), options.durable)
  const command = serverCommandAs(identity, join(place.binaries, 'bin', 'postgres'), ['-D', place.data, ...settings])
  // Detached: Ctrl-C in a terminal reaches the whole process group, and the database must stop after the application.
  const child = spawn(command.file, command.args, {
    ...command.options,
    detached: true,
    stdio: ['ignore', output, output],
  })
  closeSync(output)
  let ended: string | undefined
  child.once('error', (error) => {
    ended = error.message
  })
  child.once('exit', () => {
    ended ??= readFileSync(options.logFile).subarray(start).toString('utf8').trim()
  })
  for (let waited = 0; ended === undefined; waited += 10) {
    const postmaster = readPostmaster(place.data)
    if (postmaster?.pid === child.pid && postmaster?.ready) return { child, failure: undefined }
    if (waited > 0 && waited % 5_000 === 0) options.onWait()
    await sleep(10)
  }
  return { child: undefined, failure: ended }
}

/** Stops the server: first gently (open transactions roll back), then harder. Always safe, at worst the next start recovers. */
export async function shutDown(child: ChildProcess): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', 20_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 5_000],
  ] as const) {
    if (child.exitCode !== null || child.signalCode !== null) return
    const exit = once(child, 'exit')
    child.kill(signal)
    await Promise.race([exit, sleep(patience, undefined, { ref: false })])
  }
}

/** The size of the log at the start of this run; an old log of more than 10 MB is set aside. */
function rotate(logFile: string): number {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0
  if (size < logLimit) return size
  renameSync(logFile, `${logFile}.1`)
  return 0
}
