import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { buildApp } from './app.ts'
import { demoJobs } from './demo/index.ts'
import { ensureOrganisatie } from './eersteStart.ts'
import { openErp } from './koppelingen/vera/index.ts'
import { systemClock } from './platform/clock.ts'
import type { Config } from './platform/config/config.ts'
import { migrateSafely } from './platform/db/migrateSafely.ts'
import { openOrganisaties } from './platform/db/organisaties.ts'
import { openFeed } from './platform/events/feed.ts'
import type { JobHandlers } from './platform/jobs/jobs.ts'
import { startWorker } from './platform/jobs/worker.ts'
import { createLogger } from './platform/log/log.ts'
import { startPostgres } from './platform/postgres/startPostgres.ts'
import { readSecret } from './platform/secret.ts'
import type { Services } from './slice.ts'
import { allJobs } from './slices.ts'

export type Running = {
  address: string | undefined
  dataDir: string
  /** The control page of the proef-ERP, when that runs beside us; it comes up after we do. */
  proefErp: Promise<string> | undefined
  stop(): Promise<void>
}

/**
 * Starts the roles that the configuration asks for. What was started is stopped in reverse order:
 * first no new requests, then jobs, then connections, the database last.
 */
export async function start(config: Config): Promise<Running> {
  const log = createLogger(config.logLevel)
  const stops: (() => Promise<unknown>)[] = []
  const stop = async () => {
    for (const each of stops.reverse())
      await each().catch((error: unknown) => log.error({ err: String(error) }, 'stopping'))
  }
  // Beside the database, on the other core; a container that brings `dist` has no sources to compare with.
  const screens = config.web ? buildScreens() : Promise.resolve()
  screens.catch(() => {})
  try {
    let databaseUrl = config.databaseUrl
    if (!databaseUrl) {
      const postgres = await startPostgres({ dataDir: config.dataDir, log: sayTo(log) })
      stops.push(() => postgres.stop())
      databaseUrl = postgres.url
    }
    await migrateSafely(databaseUrl, log)
    const organisaties = openOrganisaties(databaseUrl, { poolSize: config.poolSize, log })
    stops.push(() => organisaties.close())
    await ensureOrganisatie(organisaties, { databaseUrl, demo: config.demo, log, voortgang: showProgress })

    const feed = openFeed(databaseUrl, log)
    stops.push(() => feed.close())
    const secret = config.secret ?? readSecret(config.dataDir)
    const { erp, bediening, stop: stopErp } = openErp(config, { databaseUrl, log })
    stops.push(stopErp)
    const services: Services = { config, secret, organisaties, feed, log, clock: systemClock, erp }

    if (config.worker) {
      const worker = await startWorker({ databaseUrl, organisaties, log, clock: systemClock, jobs: metDemo(services) })
      stops.push(() => worker.stop())
    }
    let address: string | undefined
    if (config.web) {
      await screens
      const app = buildApp(services)
      await app.listen({ port: config.port, host: config.host })
      stops.push(() => app.close())
      address = config.publicUrl ?? `http://localhost:${(app.server.address() as AddressInfo).port}`
    }
    return { address, dataDir: config.dataDir, proefErp: bediening?.(), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** The cases of a demo are played by the worker; its messages are sent by the job that sends all messages. */
function metDemo(services: Services): JobHandlers {
  const jobs = allJobs(services)
  const verstuur = jobs['bericht.versturen']
  return services.config.demo && verstuur ? { ...jobs, ...demoJobs(services, verstuur.run) } : jobs
}

/** The database package speaks in sentences; the log wants them as messages. */
function sayTo(log: ReturnType<typeof createLogger>) {
  return {
    info: (text: string) => log.info(text),
    warn: (text: string) => log.warn(text),
    error: (text: string) => log.error(text),
  }
}

/** The first start takes a while: one line that grows, and nothing when the output is not a screen. */
function showProgress(deel: number, wat: string): void {
  if (!process.stdout.isTTY) {
    if (deel === 1) process.stdout.write('  De demo is geladen.\n')
    return
  }
  const gevuld = Math.round(deel * 30)
  process.stdout.write(
    `\r  Demo laden [${'█'.repeat(gevuld)}${'░'.repeat(30 - gevuld)}] ${wat.padEnd(24)}${deel === 1 ? '\n' : ''}`,
  )
}

/** The front ends, when a source changed since they were built. */
async function buildScreens(): Promise<void> {
  if (!existsSync(join(import.meta.dirname, '../web/werkplek/vite.config.ts'))) return
  const { buildWeb } = await import('../tools/buildWeb.ts')
  const built = await buildWeb('werkplek', true)
  if (built) process.stdout.write('  De schermen zijn gebouwd.\n')
}
