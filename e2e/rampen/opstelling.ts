import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { openSessie } from '../../server/aanmelden/index.ts'
import { loadDemo } from '../../server/demo/index.ts'
import { migrateSafely } from '../../server/platform/db/migrateSafely.ts'
import { type Organisatie, type Organisaties, openOrganisaties } from '../../server/platform/db/organisaties.ts'
import { createLogger } from '../../server/platform/log/log.ts'
import { freePort } from '../../server/platform/postgres/freePort.ts'
import { findProcesses } from '../../server/platform/postgres/postmaster.ts'
import { type Postgres, startPostgres } from '../../server/platform/postgres/startPostgres.ts'

/** One process of Rondom, as `npm start` runs it; stopped, or killed without mercy. */
export type Proces = {
  url: string
  pid: number
  /** @returns its exit code; null when it was killed */
  stop(signal?: NodeJS.Signals): Promise<number | null>
}

export type Opstelling = {
  databaseUrl: string
  organisatie: Organisatie
  /** Starts a process on this database; several may run at once. */
  start(env?: Record<string, string>): Promise<Proces>
  /** Somebody with this role who is signed in: the value of a Cookie header. */
  als(rol: string): Promise<{ id: string; cookie: string; teamId: string }>
  postgres: {
    /** All its processes stand still: connections stay open, nothing answers. */
    verstijf(): void
    ontdooi(): void
    stop(): Promise<void>
    start(): Promise<void>
  }
  close(): Promise<void>
}

const stil = { info() {}, warn() {}, error() {} }

/** A PostgreSQL of its own, which a test may maltreat, with a small demo and room for real server processes. */
export async function startOpstelling(): Promise<Opstelling> {
  const dataDir = mkdtempSync(join(tmpdir(), 'rondom-ramp-'))
  chmodSync(dataDir, 0o755)
  const port = await freePort()
  const open = () => startPostgres({ dataDir, port, durable: true, log: stil })
  let server: Postgres = await open()
  const databaseUrl = server.url
  const processen = new Set<Proces>()
  const geheim = randomBytes(32).toString('base64url')
  const organisaties = await vul(databaseUrl)
  const organisatie = await organisaties.findByCode('demo')
  if (!organisatie) throw new Error('the demo was not loaded')
  const postgresProcessen = () => findProcesses(realpathSync(join(dataDir, 'postgres', 'data')))
  const seinAllen = (signal: NodeJS.Signals) => {
    for (const pid of postgresProcessen()) process.kill(pid, signal)
  }

  return {
    databaseUrl,
    organisatie,
    async start(env = {}) {
      const proces = await startProces({
        DATABASE_URL: databaseUrl,
        RONDOM_DATA: join(dataDir, 'rondom'),
        RONDOM_GEHEIM: geheim,
        RONDOM_LOG: process.env['TEST_LOG'] ? 'info' : 'stil',
        PORT: '0',
        ...env,
      })
      processen.add(proces)
      return proces
    },
    async als(rol) {
      const found = await sql<{ id: string; team_id: string }>`
        select m.id, l.team_id from medewerker m join team_lid l on l.medewerker_id = m.id and l.tot is null
        where ${rol} = any (m.rollen) limit 1`.execute(organisatie.db)
      const wie = found.rows[0]
      if (!wie) throw new Error(`nobody is ${rol}`)
      const cookie = await openSessie({ secret: geheim }, organisatie, wie.id)
      return { id: wie.id, cookie, teamId: wie.team_id }
    },
    postgres: {
      verstijf: () => seinAllen('SIGSTOP'),
      ontdooi: () => seinAllen('SIGCONT'),
      stop: () => server.stop(),
      async start() {
        server = await open()
      },
    },
    async close() {
      await Promise.all([...processen].map((proces) => proces.stop()))
      await organisaties.close()
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function vul(databaseUrl: string): Promise<Organisaties> {
  const log = createLogger('silent')
  await migrateSafely(databaseUrl, log)
  const organisaties = openOrganisaties(databaseUrl, { poolSize: 4, log })
  const organisatie = await organisaties.create({ code: 'demo', naam: 'Ramp', standaard: true, demo: true })
  await loadDemo({ databaseUrl, organisatie, log, woningen: 5 })
  return organisaties
}

/** The server itself, with these settings and no others. */
export async function startProces(env: Record<string, string>): Promise<Proces> {
  const main = join(import.meta.dirname, '../../server/main.ts')
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = env['RONDOM_ROL'] === 'worker' ? '' : await addressOf(child)
  return {
    url,
    pid: child.pid ?? 0,
    async stop(signal = 'SIGTERM') {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
      const exit = once(child, 'exit')
      child.kill(signal)
      await exit
      return child.exitCode
    },
  }
}

async function addressOf(child: ChildProcess): Promise<string> {
  let said = ''
  child.stdout?.on('data', (piece) => {
    said += String(piece)
  })
  const address = () => /https?:\/\/\S+/.exec(said)?.[0]
  await totdat(() => address() !== undefined || child.exitCode !== null, 60)
  const found = address()
  if (!found) throw new Error(`the server ended before it listened: ${said}`)
  return found.replace('localhost', '127.0.0.1')
}

export type Antwoord = { status: number; retryAfter: string | null; body: Record<string, unknown> }

/** One call; undefined when the connection broke before there was an answer. */
export async function roep(
  proces: Proces,
  method: string,
  pad: string,
  options: { cookie?: string; body?: unknown; sleutel?: string; versie?: number } = {},
): Promise<Antwoord | undefined> {
  const headers: Record<string, string> = { 'content-type': 'application/json' }
  if (options.cookie) headers['cookie'] = options.cookie
  if (options.sleutel) headers['idempotency-key'] = options.sleutel
  if (options.versie !== undefined) headers['if-match'] = `"${options.versie}"`
  try {
    const answer = await fetch(proces.url + pad, {
      method,
      headers,
      ...(options.body !== undefined && { body: JSON.stringify(options.body) }),
    })
    const text = await answer.text()
    return { status: answer.status, retryAfter: answer.headers.get('retry-after'), body: text ? JSON.parse(text) : {} }
  } catch {
    return undefined
  }
}

export type Stroom = { soorten(): string[]; open(): boolean; close(): void }

/** Follows the events as a browser does: connects again when cut off, from where it was. */
export function volg(proces: Proces, cookie: string): Stroom {
  const gehoord: string[] = []
  let cursor = ''
  let dicht = false
  let verbonden = false
  let verzoek: ReturnType<typeof get> | undefined
  const verbind = () => {
    if (dicht) return
    const headers = { cookie, ...(cursor && { 'last-event-id': cursor }) }
    const opnieuw = () => {
      verbonden = false
      setTimeout(verbind, 200).unref()
    }
    verzoek = get(`${proces.url}/api/gebeurtenissen`, { headers, agent: false }, (answer) => {
      let rest = ''
      answer.on('data', (piece) => {
        const berichten = (rest + String(piece)).split('\n\n')
        rest = berichten.pop() ?? ''
        for (const bericht of berichten) {
          cursor = /^id: (\d+)/m.exec(bericht)?.[1] ?? cursor
          if (/^event: (begin|opnieuw)/m.test(bericht)) verbonden = true
          const soort = /"soort":"([^"]+)"/.exec(bericht)?.[1]
          if (soort) gehoord.push(soort)
        }
      })
      answer.on('close', opnieuw)
    })
    verzoek.on('error', () => {
      if (!verbonden) setTimeout(verbind, 200).unref()
    })
  }
  verbind()
  return {
    soorten: () => gehoord,
    open: () => verbonden,
    close() {
      dicht = true
      verzoek?.destroy()
    },
  }
}

export async function totdat(waar: () => boolean | Promise<boolean>, seconden = 20): Promise<void> {
  const end = Date.now() + seconden * 1000
  while (!(await waar())) {
    if (Date.now() > end) throw new Error('waited too long')
    await sleep(50)
  }
}
