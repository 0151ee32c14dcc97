import type { ChildProcess } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findBinaries } from './binaries.ts'
import { adminRole, ensureCluster, readPassword } from './cluster.ts'
import { ensureDatabase } from './database.ts'
import { type FolderLock, isLocked, lockFolder } from './folderLock.ts'
import { freePort } from './freePort.ts'
import { chooseIdentity, type Identity } from './identity.ts'
import { launch, shutDown } from './launch.ts'
import { type Placement, place } from './placement.ts'
import { readPostmaster, stopOrphans } from './postmaster.ts'
import { StartError } from './startError.ts'

export type Postgres = { url: string; stop(): Promise<void> }

export type PostgresOptions = {
  /** The folder of this installation (`RONDOM_DATA`); the database lives in `postgres/` inside it. */
  dataDir: string
  log: { info(text: string): void; warn(text: string): void; error(text: string): void }
  /** `false` for tests: faster, and lost when the machine stops. */
  durable?: boolean
  /** A fixed port; otherwise a free one is chosen. */
  port?: number
  /** As whom to run, and where to find shelter from a closed folder; found out when absent. */
  identity?: Identity
  shelter?: string
}

/**
 * Starts the embedded PostgreSQL on 127.0.0.1 and keeps it running: when it is killed it comes back on the same port.
 * @throws StartError with a sentence for the person who starts Rondom
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const folder = databaseFolder(options.dataDir)
  const lock = lockFolder(folder)
  try {
    return await startLocked(options, folder, lock)
  } catch (error) {
    lock.release()
    throw error
  }
}

/**
 * The database for a command that runs beside the server, or without it: that of the running server when there is one,
 * otherwise started for the duration of the command.
 */
export async function usePostgres(options: PostgresOptions): Promise<Postgres> {
  const folder = databaseFolder(options.dataDir)
  mkdirSync(folder, { recursive: true })
  const running = isLocked(folder) ? readPostmaster(join(folder, 'data')) : undefined
  if (!running?.ready) return await startPostgres(options)
  return { url: addressOf(running.port, readPassword(folder)), stop: async () => {} }
}

async function startLocked(options: PostgresOptions, folder: string, lock: FolderLock): Promise<Postgres> {
  const durable = options.durable ?? true
  const identity = options.identity ?? chooseIdentity(join(folder, 'data'))
  const where = place(folder, findBinaries(), identity, options.shelter)
  const password = readPassword(folder)
  if (await stopOrphans(where.data)) options.log.warn('PostgreSQL draaide nog van een vorige keer en is eerst gestopt.')
  ensureCluster(where, identity, password, durable)
  const server = await keepRunning(where, identity, { ...options, durable, logFile: join(folder, 'postgres.log') })
  const url = addressOf(server.port, password)
  const stop = async (): Promise<void> => {
    await server.stop()
    lock.release()
  }
  try {
    await ensureDatabase(addressOf(server.port, password, adminRole), password)
  } catch (error) {
    await server.stop()
    throw error
  }
  return { url, stop: once(stop) }
}

type Run = Required<Pick<PostgresOptions, 'log' | 'durable'>> & { port?: number; logFile: string }

async function keepRunning(
  where: Placement,
  identity: Identity,
  run: Run,
): Promise<{ port: number; stop(): Promise<void> }> {
  let { child, port } = await firstStart(where, identity, run)
  let stopping = false
  let restart: Promise<void> | undefined
  const watch = (server: ChildProcess): void => {
    server.once('exit', () => {
      if (!stopping) restart = bringBack()
    })
  }
  const bringBack = async (): Promise<void> => {
    run.log.error('PostgreSQL is onverwacht gestopt en wordt opnieuw gestart.')
    for (let pause = 100; !stopping; pause = Math.min(pause * 2, 10_000)) {
      await stopOrphans(where.data)
      const attempt = await launch(where, identity, { ...run, port, onWait: () => recovering(run) })
      if (attempt.child) {
        child = attempt.child
        run.log.info('PostgreSQL draait weer.')
        return watch(child)
      }
      run.log.error(`PostgreSQL start niet: ${attempt.failure}`)
      await sleep(pause)
    }
  }
  // The last resort when the process ends without `stop`: PostgreSQL finishes by itself after this signal.
  const leave = (): void => void child.kill('SIGINT')
  process.once('exit', leave)
  watch(child)
  return {
    port,
    async stop() {
      stopping = true
      await restart
      await shutDown(child)
      await stopOrphans(where.data)
      process.off('exit', leave)
    },
  }
}

async function firstStart(
  where: Placement,
  identity: Identity,
  run: Run,
): Promise<{ child: ChildProcess; port: number }> {
  for (let attempt = 1; ; attempt++) {
    const port = run.port ?? (await freePort())
    const { child, failure } = await launch(where, identity, { ...run, port, onWait: () => recovering(run) })
    if (child) return { child, port }
    const lostRace = failure.includes('Address already in use') && run.port === undefined
    if (attempt === 5 || !lostRace)
      throw new StartError(`PostgreSQL start niet:\n${failure}\nMeer staat in ${run.logFile}.`)
  }
}

function recovering(run: Run): void {
  run.log.info('PostgreSQL herstelt zich na een onderbreking; dit kan even duren.')
}

function databaseFolder(dataDir: string): string {
  return join(resolve(dataDir), 'postgres')
}

function addressOf(port: number, password: string, role = 'rondom'): string {
  return `postgres://${role}:${password}@127.0.0.1:${port}/${role}`
}

function once(action: () => Promise<void>): () => Promise<void> {
  let result: Promise<void> | undefined
  return () => (result ??= action())
}
