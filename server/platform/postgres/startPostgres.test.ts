import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterEach, expect, test, vi } from 'vitest'
import { chooseIdentity, unprivilegedUser } from './identity.ts'
import { findProcesses, readPostmaster } from './postmaster.ts'
import { startPostgres, usePostgres } from './startPostgres.ts'

// Real processes and real disks: on a busy machine a start takes seconds.
vi.setConfig({ testTimeout: 60_000 })

const log = { info() {}, warn() {}, error() {} }
const cleaning: (() => unknown)[] = []

afterEach(async () => {
  for (const clean of cleaning.splice(0).reverse()) await clean()
})

test('a fresh folder, with a space in its name, becomes a database with Dutch order on request and byte order by default', async () => {
  const { url } = await start(newFolder(tmpdir(), 'met spatie '))

  const byDefault = await ask(
    url,
    "SELECT string_agg(w, ' ' ORDER BY w) AS order FROM unnest(ARRAY['éen', 'zes', 'Abel']) w",
  )
  const inDutch = await ask(
    url,
    `SELECT string_agg(w, ' ' ORDER BY w COLLATE "nl-x-icu") AS order FROM unnest(ARRAY['éen', 'zes', 'Abel']) w`,
  )
  expect([byDefault, inDutch]).toEqual([{ order: 'Abel zes éen' }, { order: 'Abel éen zes' }])
})

test('acknowledged writes are durable, pages have checksums, and the application is no superuser', async () => {
  const dataDir = newFolder()
  const { url } = await start(dataDir, true)

  const settings = await ask(
    url,
    `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit,
            current_setting('data_checksums') AS checksums, current_setting('is_superuser') AS superuser`,
  )
  expect(settings).toEqual({ fsync: 'on', commit: 'on', checksums: 'on', superuser: 'off' })
  expect(statSync(join(dataDir, 'postgres', 'wachtwoord')).mode & 0o777).toBe(0o600)
  await expect(ask(url.replace(/:[^:@]+@/, ':onjuist@'), 'SELECT 1')).rejects.toThrow('password authentication failed')
})

test('the home folder of the user, which nobody else may enter, will do', async () => {
  const { url } = await start(newFolder(homedir()))

  expect(await ask(url, 'SELECT 1 AS one')).toEqual({ one: 1 })
})

test('a restart keeps the data, and a stop leaves no process', async () => {
  const dataDir = newFolder()
  const first = await start(dataDir)
  await ask(first.url, 'CREATE TABLE notitie AS SELECT 42 AS waarde')

  await first.stop()
  const afterStop = findProcesses(dataOf(dataDir))
  const second = await start(dataDir)

  expect(afterStop).toEqual([])
  expect(await ask(second.url, 'SELECT waarde FROM notitie')).toEqual({ waarde: 42 })
})

test('PostgreSQL comes back on the same address after kill -9', async () => {
  const dataDir = newFolder()
  const { url } = await start(dataDir, true)
  await ask(url, 'CREATE TABLE notitie AS SELECT 42 AS waarde')

  process.kill(postmasterPid(dataDir), 'SIGKILL')

  await expect
    .poll(() => ask(url, 'SELECT waarde FROM notitie').catch(() => undefined), { timeout: 10_000 })
    .toEqual({ waarde: 42 })
})

test('a second start on the same folder says so, and harms nothing', async () => {
  const dataDir = newFolder()
  const { url } = await start(dataDir)

  const second = startOwner(dataDir)
  const [[code], errors] = await Promise.all([once(second, 'exit'), text(second.stderr)])

  expect(code).toBe(1)
  expect(errors).toContain(`De gegevensmap ${dataDir} is al in gebruik door Rondom (proces ${process.pid}, sinds `)
  await expect(startPostgres({ dataDir, log })).rejects.toThrow('is al in gebruik')
  expect(await ask(url, 'SELECT 1 AS one')).toEqual({ one: 1 })
})

test('a command beside the server uses its database, and leaves it running', async () => {
  const dataDir = newFolder()
  const server = await start(dataDir)

  const command = await usePostgres({ dataDir, log })
  await command.stop()

  expect(command.url).toBe(server.url)
  expect(await ask(server.url, 'SELECT 1 AS one')).toEqual({ one: 1 })
})

test('after kill -9 of the server its PostgreSQL stops by itself', { skip: process.platform !== 'linux' }, async () => {
  const dataDir = newFolder()
  const owner = startOwner(dataDir)
  await once(owner.stdout, 'data')

  owner.kill('SIGKILL')

  await expect.poll(() => findProcesses(dataOf(dataDir)), { timeout: 10_000 }).toEqual([])
})

test('a PostgreSQL that outlived its server is stopped and started anew, with what was acknowledged', async () => {
  const dataDir = newFolder()
  const owner = startOwner(dataDir, pathWith('unshare', 'true'))
  const [url] = await once(owner.stdout, 'data')
  await ask(String(url), 'CREATE TABLE notitie AS SELECT 42 AS waarde')
  const orphan = postmasterPid(dataDir)

  owner.kill('SIGKILL')
  await once(owner, 'exit')
  await sleep(500)
  const orphanLived = findProcesses(dataOf(dataDir)).includes(orphan)
  const next = await start(dataDir)

  expect(orphanLived).toBe(true)
  expect(postmasterPid(dataDir)).not.toBe(orphan)
  expect(await ask(next.url, 'SELECT waarde FROM notitie')).toEqual({ waarde: 42 })
})

test('after kill -9 of both, with its process id taken by another program, the next start recovers', async () => {
  const dataDir = newFolder()
  const owner = startOwner(dataDir, pathWith('unshare', 'true'))
  const [url] = await once(owner.stdout, 'data')
  await ask(String(url), 'CREATE TABLE notitie AS SELECT 42 AS waarde')
  owner.kill('SIGKILL')
  for (const pid of findProcesses(dataOf(dataDir))) process.kill(pid, 'SIGKILL')
  const file = join(dataDir, 'postgres', 'data', 'postmaster.pid')
  const [, ...rest] = readFileSync(file, 'utf8').split('\n')
  writeFileSync(file, [process.pid, ...rest].join('\n'))

  const next = await start(dataDir)

  expect(await ask(next.url, 'SELECT waarde FROM notitie')).toEqual({ waarde: 42 })
})

test('a process that ends without stopping its PostgreSQL takes it along', async () => {
  const dataDir = newFolder()
  const owner = startOwner(dataDir)
  await once(owner.stdout, 'data')

  owner.kill('SIGTERM')
  await once(owner, 'exit')

  await expect.poll(() => findProcesses(dataOf(dataDir)), { timeout: 10_000 }).toEqual([])
})

test('data of a newer or older PostgreSQL is refused with a sentence', async () => {
  const dataDir = newFolder()
  await (await start(dataDir)).stop()
  writeFileSync(join(dataDir, 'postgres', 'data', 'PG_VERSION'), '15\n')

  await expect(startPostgres({ dataDir, log })).rejects.toThrow('zijn gemaakt met PostgreSQL 15')
})

test.runIf(process.getuid?.() === 0)(
  'without user namespaces root starts it as an unprivileged user, also from a folder that only root may enter',
  async () => {
    const dataDir = newFolder(homedir())
    const shelter = newFolder()
    const options = { dataDir, log, durable: false, identity: unprivilegedUser(), shelter }
    const first = await startPostgres(options)
    await ask(first.url, 'CREATE TABLE notitie AS SELECT 42 AS waarde')
    await first.stop()

    const second = await startPostgres(options)
    cleaning.push(second.stop)

    expect(await ask(second.url, 'SELECT waarde FROM notitie')).toEqual({ waarde: 42 })
    expect(chooseIdentity(dataOf(dataDir))).toEqual(unprivilegedUser())
    expect(existsSync(join(dataDir, 'postgres', 'data', 'PG_VERSION'))).toBe(true)
  },
)

/** A folder for one test. Only the home folder is closed to others; PostgreSQL may have taken shelter from it elsewhere. */
function newFolder(parent = tmpdir(), prefix = ''): string {
  const folder = mkdtempSync(join(parent, `rondom-test-${prefix}`))
  if (parent === tmpdir()) chmodSync(folder, 0o755)
  cleaning.push(() => {
    const data = dataOf(folder)
    if (existsSync(data)) rmSync(join(realpathSync(data), '..'), { recursive: true, force: true })
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

async function start(dataDir: string, durable = false): Promise<{ url: string; stop(): Promise<void> }> {
  const server = await startPostgres({ dataDir, log, durable })
  cleaning.push(server.stop)
  return server
}

/** A process of its own that starts PostgreSQL, prints the address, and ends on SIGTERM without stopping it. */
function startOwner(
  dataDir: string,
  path = process.env['PATH'],
): ChildProcess & { stdout: NonNullable<ChildProcess['stdout']>; stderr: NonNullable<ChildProcess['stderr']> } {
  const program = `
    import { startPostgres } from ${JSON.stringify(join(import.meta.dirname, 'startPostgres.ts'))}
    process.on('SIGTERM', () => process.exit(0))
    const log = { info() {}, warn() {}, error() {} }
    const { url } = await startPostgres({ dataDir: ${JSON.stringify(dataDir)}, log })
    process.stdout.write(url)
    setInterval(() => {}, 1000)`
  const owner = spawn(process.execPath, ['--input-type=module-typescript', '-e', program], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PATH: path },
  })
  cleaning.push(() => owner.kill('SIGKILL'))
  return owner
}

/** A search path with these programs only. */
function pathWith(...programs: string[]): string {
  const folder = newFolder()
  for (const program of programs) symlinkSync(join('/usr/bin', program), join(folder, program))
  return folder
}

function dataOf(dataDir: string): string {
  return join(dataDir, 'postgres', 'data')
}

function postmasterPid(dataDir: string): number {
  const postmaster = readPostmaster(dataOf(dataDir))
  if (!postmaster) throw new Error(`no PostgreSQL in ${dataDir}`)
  return postmaster.pid
}

async function ask(url: string, query: string): Promise<Record<string, unknown> | undefined> {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(query)).rows[0]
  } finally {
    await client.end()
  }
}
