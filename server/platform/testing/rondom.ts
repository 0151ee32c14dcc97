import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { sql } from 'kysely'
import pg from 'pg'
import { inject } from 'vitest'
import { type Recht, type Rol, rechtenVan } from '#contract/rechten.ts'
import { createIdentify, openSessie } from '../../aanmelden/index.ts'
import { buildApp } from '../../app.ts'
import { type Erp, geenErp } from '../../erp/index.ts'
import { createIdentifyKlant } from '../../klantaccounts/index.ts'
import type { Services } from '../../slice.ts'
import { readConfig } from '../config/config.ts'
import { type Organisatie, type Organisaties, openOrganisaties } from '../db/organisaties.ts'
import type { Db } from '../db/schema.ts'
import { write } from '../db/write.ts'
import { openFeed } from '../events/feed.ts'
import type { Actor, Klant, ReadContext, WriteContext } from '../http/context.ts'
import { klantActor, systemActor, systemContext } from '../http/context.ts'
import { newId } from '../ids.ts'
import { createLogger } from '../log/log.ts'
import { dropDatabase } from './dropDatabase.ts'
import { withDatabase } from './template.ts'

/** A client that is signed in as somebody; paths start with `/api/…`. */
export type Client = {
  actor: Actor
  /** The headers that carry the session, for requests over a real connection. */
  headers: Record<string, string>
  request(options: InjectOptions): Promise<LightMyRequestResponse>
  get(url: string): Promise<LightMyRequestResponse>
  post(url: string, body?: unknown, headers?: Record<string, string>): Promise<LightMyRequestResponse>
  put(url: string, body: unknown, versie: number): Promise<LightMyRequestResponse>
  delete(url: string, versie?: number): Promise<LightMyRequestResponse>
}

export type TestRondom = {
  app: FastifyInstance
  services: Services
  databaseUrl: string
  organisaties: Organisaties
  /** Two tenants, so that every test can prove that nothing crosses. */
  hier: Organisatie
  elders: Organisatie
  db: Db
  /** The time the server sees; set `clock.now` to move it. */
  clock: { now: Date }
  /** A new employee with these roles (and teams), signed in. */
  als(
    rollen: Rol | Rol[],
    options?: { naam?: string; teamIds?: string[]; bij?: Organisatie; rechten?: Recht[] },
  ): Promise<Client>
  /** A customer who is signed in to the portal as this person; `sterk` when he proved it a second time. */
  klant(partijId: string, options?: { naam?: string; sterk?: boolean; bij?: Organisatie }): Promise<Client>
  /** Nobody: not signed in. */
  anoniem: Client
  /** The system, as a job works: in `hier`, or in the other. */
  context(bij?: Organisatie): ReadContext
  /** A transaction of the system, for test data. */
  write<T>(work: (w: WriteContext) => Promise<T>, bij?: Organisatie): Promise<T>
  close(): Promise<void>
}

/**
 * A whole Rondom on a database of its own, for one test file:
 * `beforeAll(async () => { rondom = await startTestRondom() }); afterAll(() => rondom.close())`.
 */
export async function startTestRondom(
  options: { now?: Date; env?: Record<string, string>; erp?: Erp } = {},
): Promise<TestRondom> {
  const adminUrl = inject('databaseUrl')
  const template = inject('templateDatabase')
  const database = `${template}_${randomBytes(6).toString('hex')}`
  await asAdmin(adminUrl, (client) => client.query(`create database ${database} template ${template}`))
  const databaseUrl = withDatabase(adminUrl, database)
  const log = createLogger(process.env['TEST_LOG'] ?? 'silent')
  // Fifty questions at once are answered on a busy machine too, and not refused.
  const organisaties = openOrganisaties(databaseUrl, { poolSize: 10, log, geduldMs: 60_000 })
  const hier = await organisaties.findByCode('hier')
  const elders = await organisaties.findByCode('elders')
  if (!hier || !elders) throw new Error('the template database has no organisaties')
  const clock = { now: options.now ?? new Date('2026-11-23T10:00:00Z') }
  const dataDir = await mkdtemp(join(tmpdir(), 'rondom-test-'))
  const feed = openFeed(databaseUrl, log)
  const services: Services = {
    config: readConfig({ RONDOM_DATA: dataDir, RONDOM_DEMO: 'nee', ...options.env }),
    secret: randomBytes(32).toString('base64url'),
    organisaties,
    feed,
    log,
    clock: () => clock.now,
    erp: options.erp ?? geenErp,
  }
  // Real sessions; only a test that names `rechten` itself gets those instead of the ones of its roles.
  const identify = createIdentify(services)
  const anders = new Map<string, Actor>()
  const identifyKlant = createIdentifyKlant(services)
  const klanten = new Map<string, Klant>()
  const app = buildApp(
    services,
    async (request, organisatie) => {
      const actor = await identify(request, organisatie)
      return actor && (anders.get(actor.medewerkerId) ?? actor)
    },
    async (request, organisatie) =>
      klanten.get(`${organisatie.id} ${request.headers.cookie}`) ?? identifyKlant(request, organisatie),
  )
  await app.ready()

  function client(actor: Actor, organisatie: Organisatie, headers: Record<string, string>): Client {
    const request = (options: InjectOptions) =>
      app.inject({
        ...options,
        headers: { host: organisatie.hosts[0] ?? 'hier.test', ...headers, ...options.headers },
      })
    return {
      actor,
      headers,
      request,
      get: (url) => request({ method: 'GET', url }),
      post: (url, body, headers) =>
        request({ method: 'POST', url, payload: (body ?? {}) as object, headers: headers ?? {} }),
      put: (url, body, versie) =>
        request({ method: 'PUT', url, payload: body as object, headers: { 'if-match': `"${versie}"` } }),
      delete: (url, versie) =>
        request({ method: 'DELETE', url, headers: versie === undefined ? {} : { 'if-match': `"${versie}"` } }),
    }
  }

  const context = (bij = hier) => systemContext(bij, { log, now: clock.now })

  return {
    app,
    services,
    databaseUrl,
    organisaties,
    hier,
    elders,
    db: hier.db,
    clock,
    async als(gegeven, { naam = 'Test Medewerker', teamIds = [], bij = hier, rechten } = {}) {
      const rollen = Array.isArray(gegeven) ? gegeven : [gegeven]
      const actor: Actor = {
        medewerkerId: newId(),
        naam,
        rollen,
        rechten: rechten ? new Set(rechten) : rechtenVan(rollen),
        teamIds,
      }
      await insertMedewerker(bij, actor)
      if (rechten) anders.set(actor.medewerkerId, actor)
      return client(actor, bij, { cookie: await openSessie(services, bij, actor.medewerkerId) })
    },
    async klant(partijId, { naam = 'Test Klant', sterk = false, bij = hier } = {}) {
      const klant: Klant = { accountId: newId(), sessieId: newId(), partijId, naam, taal: 'nl', sterk }
      const cookie = `rondom-klant=${klant.sessieId}`
      klanten.set(`${bij.id} ${cookie}`, klant)
      return client(klantActor(klant), bij, { cookie })
    },
    anoniem: client({ ...systemActor, naam: '' }, hier, {}),
    context,
    write: (work, bij) => write(context(bij), work),
    async close() {
      await app.close()
      await feed.close()
      await organisaties.close()
      await rm(dataDir, { recursive: true, force: true })
      await asAdmin(adminUrl, (client) => dropDatabase(client, database))
    },
  }
}

async function insertMedewerker(organisatie: Organisatie, actor: Actor): Promise<void> {
  await sql`
    insert into medewerker (id, naam, email, rollen)
    values (${actor.medewerkerId}, ${actor.naam}, ${`${actor.medewerkerId}@voorbeeld.nl`}, ${[...actor.rollen]})`.execute(
    organisatie.db,
  )
  for (const teamId of actor.teamIds) {
    await sql`
      insert into team_lid (id, team_id, medewerker_id) values (${newId()}, ${teamId}, ${actor.medewerkerId})`.execute(
      organisatie.db,
    )
  }
}

async function asAdmin(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

declare module 'vitest' {
  interface ProvidedContext {
    databaseUrl: string
    templateDatabase: string
  }
}
