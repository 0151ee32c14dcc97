import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { dropDatabase } from '#server/platform/testing/dropDatabase.ts'
import { loadDemo, vraagDemozaken } from '../server/demo/index.ts'
import { readConfig } from '../server/platform/config/config.ts'
import { type Organisatie, openOrganisaties } from '../server/platform/db/organisaties.ts'
import { systemContext } from '../server/platform/http/context.ts'
import { createLogger, type Logger } from '../server/platform/log/log.ts'
import { withDatabase } from '../server/platform/testing/template.ts'
import { type Running, start } from '../server/start.ts'
import { buildWeb } from '../tools/buildWeb.ts'
import { launchBrowser } from './browser.ts'

export type E2e = {
  /** Such as `http://127.0.0.1:40123`. */
  url: string
  databaseUrl: string
  organisatie: Organisatie
  browser: Browser
  /** A fresh browser profile; nobody is signed in. Fails the test at the end when a page threw an error. */
  venster(options?: BrowserContextOptions): Promise<BrowserContext>
  /** A page of somebody with this function or role in the demo, signed in through the demo door, at this address. */
  als(wie: string | RegExp, pad?: string, options?: BrowserContextOptions): Promise<Page>
  /** Stops the web server and starts it again on the same port and database, as after a crash or an upgrade. */
  herstart(): Promise<void>
  stopServer(): Promise<void>
  /** What went wrong in a browser since the last call: script errors, and what the security policy stopped. */
  fouten(): string[]
  close(): Promise<void>
}

/** A PostgreSQL where databases may be made, and the migrated one that they are copied from. */
export type TestPostgres = { databaseUrl: string; templateDatabase: string }
export type E2eOptions = {
  woningen?: number
  env?: Record<string, string>
  /** With the cases that `npm start` plays after the first start; without them a test has only its own. */
  zaken?: boolean
}

const demoWoningen = 150

/**
 * A whole Rondom as `npm start` gives it: server, worker, front end and a demo organisatie on a database of its own,
 * with a browser.
 */
export async function startOpstelling(postgres: TestPostgres, options: E2eOptions = {}): Promise<E2e> {
  await buildWeb('werkplek', true)
  await buildWeb('portaal', true)
  const databaseUrl = await demoDatabase(postgres, options.woningen ?? demoWoningen)
  const dataDir = mkdtempSync(join(tmpdir(), 'rondom-e2e-'))
  const log = createLogger(process.env['TEST_LOG'] ?? 'silent')
  const organisaties = openOrganisaties(databaseUrl, { poolSize: 4, log })
  const organisatie = await organisaties.findByCode('demo')
  if (!organisatie) throw new Error('the demo was not loaded')

  let port = 0
  let running: Running | undefined
  const startServer = async () => {
    const env = { DATABASE_URL: databaseUrl, RONDOM_DATA: dataDir, RONDOM_LOG: 'stil', PORT: String(port) }
    running = await start(readConfig({ ...env, ...options.env }))
    port = Number(new URL(running.address ?? 'http://localhost').port)
  }
  const stopServer = async () => {
    await running?.stop()
    running = undefined
  }
  await startServer()
  if (options.zaken) await speelZaken(organisatie, log)
  const url = `http://127.0.0.1:${port}`
  const browser = await launchBrowser()
  let found: string[] = []

  const venster: E2e['venster'] = async (given = {}) => {
    const context = await browser.newContext({
      baseURL: url,
      locale: 'nl-NL',
      timezoneId: 'Europe/Amsterdam',
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
      ...given,
    })
    context.setDefaultTimeout(15_000)
    context.on('weberror', (error) => found.push(String(error.error())))
    context.on('console', (message) => {
      if (/Content Security Policy|Content-Security-Policy/.test(message.text())) found.push(message.text())
    })
    return context
  }

  return {
    url,
    databaseUrl,
    organisatie,
    browser,
    venster,
    async als(wie, pad = '/', given) {
      const context = await venster(given)
      await meldAan(context, wie)
      const page = await context.newPage()
      await page.goto(`/werkplek${pad}`)
      return page
    },
    async herstart() {
      await stopServer()
      await startServer()
    },
    stopServer,
    fouten() {
      const all = found
      found = []
      return all
    },
    async close() {
      await browser.close()
      await stopServer()
      await organisaties.close()
      rmSync(dataDir, { recursive: true, force: true })
      await admin(postgres, (client) => dropDatabase(client, new URL(databaseUrl).pathname.slice(1)))
    },
  }
}

/** Through the same door as the sign-in page of the demo offers; the cookie then serves the whole context. */
async function meldAan(context: BrowserContext, wie: string | RegExp): Promise<void> {
  const offered = (await (await context.request.get('/api/aanmelden')).json()) as {
    demo?: { id: string; naam: string; functie: string; rollen: string[] }[]
  }
  const matches = (text: string) => (typeof wie === 'string' ? text === wie : wie.test(text))
  const person = offered.demo?.find((each) => [each.naam, each.functie, ...each.rollen].some(matches))
  if (!person) throw new Error(`no demo person is ${wie}`)
  const answer = await context.request.post('/api/aanmelden/demo', { data: { medewerkerId: person.id } })
  if (!answer.ok()) throw new Error(`signing in as ${person.naam} failed: ${await answer.text()}`)
}

/** Loading the demo takes seconds, copying a database milliseconds: it is loaded once per test run. */
async function demoDatabase(postgres: TestPostgres, woningen: number): Promise<string> {
  const template = `${postgres.templateDatabase}_demo_${woningen}`
  const name = `${postgres.templateDatabase}_e2e_${randomBytes(6).toString('hex')}`
  await admin(postgres, async (client) => {
    // Two files begin at once: the second waits until the first has loaded the demo. Given back with the connection.
    await client.query('select pg_advisory_lock(20261122)')
    const known = await client.query('select 1 from pg_database where datname = $1', [template])
    if (known.rowCount === 0) {
      await client.query(`create database ${template} template ${postgres.templateDatabase}`)
      await fillDemo(withDatabase(postgres.databaseUrl, template), woningen)
    }
    await client.query(`create database ${name} template ${template}`)
  })
  return withDatabase(postgres.databaseUrl, name)
}

/** The worker plays them; then the actions in the proef-ERP that follow from them. */
async function speelZaken(organisatie: Organisatie, log: Logger): Promise<void> {
  await vraagDemozaken(systemContext(organisatie, { log, now: new Date() }))
  const bezig = sql<{ n: number }>`
    select (select count(*) from graphile_worker.jobs where task_identifier = 'demo.zaken')::int
      + (select count(*) from proces_actie where status in ('klaar_te_staan', 'bezig') and fout = '')::int as n`
  while ((await bezig.execute(organisatie.db)).rows[0]?.n !== 0) await setTimeout(250)
}

async function fillDemo(databaseUrl: string, woningen: number): Promise<void> {
  const log = createLogger('silent')
  const organisaties = openOrganisaties(databaseUrl, { poolSize: 2, log })
  try {
    const organisatie = await organisaties.create({
      code: 'demo',
      naam: 'Woonstichting De Linde',
      demo: true,
      hosts: ['127.0.0.1', 'localhost'],
    })
    await loadDemo({ databaseUrl, organisatie, log, woningen })
  } finally {
    await organisaties.close()
  }
}

async function admin<T>(postgres: TestPostgres, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: postgres.databaseUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
