import { accessSync, chmodSync, constants, mkdtempSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { dropDatabase } from '#server/platform/testing/dropDatabase.ts'
import { isLocked } from '../server/platform/postgres/folderLock.ts'
import { stopOrphans } from '../server/platform/postgres/postmaster.ts'
import { startPostgres } from '../server/platform/postgres/startPostgres.ts'
import { prepareTemplate } from '../server/platform/testing/template.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A role that may create databases, on the PostgreSQL of this test run. */
    databaseUrl: string
    /** The migrated database that test databases are copied from. */
    templateDatabase: string
  }
}

const prefix = 'rondom-test-'

/** Vitest's global setup: one PostgreSQL for the whole run, in memory where possible; or the one of `DATABASE_URL`. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['DATABASE_URL']
  const server = given ? { url: given, stop: async () => {} } : await embedded()
  try {
    const template = await prepareTemplate(server.url)
    project.provide('databaseUrl', server.url)
    project.provide('templateDatabase', template)
    return async () => {
      if (given) await dropDatabases(given, template)
      await server.stop()
    }
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** That server stays: every database of this run goes, also one that its test file did not get to remove. */
async function dropDatabases(url: string, template: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ naam: string }>(
      'select datname as naam from pg_database where starts_with(datname, $1)',
      [template],
    )
    for (const { naam } of rows) await dropDatabase(client, naam)
  } finally {
    await client.end()
  }
}

async function embedded(): Promise<{ url: string; stop(): Promise<void> }> {
  const parent = memoryFolder() ?? tmpdir()
  for (const folder of new Set([parent, tmpdir()])) await sweep(folder)
  const dataDir = mkdtempSync(join(parent, prefix))
  // Root without user namespaces runs PostgreSQL as another user, which must be able to enter.
  chmodSync(dataDir, 0o755)
  const quiet = { info() {}, warn() {}, error: (text: string) => console.error(text) }
  const server = await startPostgres({ dataDir, log: quiet, durable: false })
  // Ctrl-C ends Vitest without its teardown: PostgreSQL is then told to stop by startPostgres, and this removes its data.
  const remove = (): void => rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
  process.once('exit', remove)
  return {
    url: server.url,
    async stop() {
      await server.stop()
      remove()
      process.off('exit', remove)
    },
  }
}

/** Memory-backed storage, unless it is too small (64 MB is usual in a container). */
function memoryFolder(): string | undefined {
  try {
    accessSync('/dev/shm', constants.W_OK)
    const { bavail, bsize } = statfsSync('/dev/shm')
    return bavail * bsize > 2 * 1024 ** 3 ? '/dev/shm' : undefined
  } catch {
    return undefined
  }
}

/** Clears away what a killed test run left behind. */
async function sweep(parent: string): Promise<void> {
  for (const name of readdirSync(parent).filter((name) => name.startsWith(prefix))) {
    const folder = join(parent, name, 'postgres')
    // A run that is just starting has a folder before it has the lock.
    const age = Date.now() - (statSync(folder, { throwIfNoEntry: false })?.ctimeMs ?? Date.now())
    if (age < 60_000 || isLocked(folder)) continue
    await stopOrphans(join(folder, 'data'))
    rmSync(join(parent, name), { recursive: true, force: true })
  }
}
