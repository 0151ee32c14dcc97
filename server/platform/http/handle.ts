import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { AnswerOf, BodyOf, Endpoint, ParamsOf, QueryOf } from '#contract/endpoint.ts'
import type { Recht } from '#contract/rechten.ts'
import type { Clock } from '../clock.ts'
import type { Organisatie, Organisaties } from '../db/organisaties.ts'
import { write } from '../db/write.ts'
import { DomainError, forbidden, notFound, notSignedIn } from '../errors.ts'
import type { Logger } from '../log/log.ts'
import { type Actor, type Klant, klantActor, type ReadContext, type WriteContext } from './context.ts'
import { idempotencyKeyOf, keepAnswer, takeKey } from './idempotency.ts'
import { type Koppelroute, registerKoppelroute } from './koppelvlak.ts'
import { fromZod } from './problem.ts'
import { within } from './within.ts'

type Input<E extends Endpoint> = { params: ParamsOf<E>; query: QueryOf<E> }

/** How a slice registers its routes: each takes an endpoint description and one handler. */
export type Http = {
  /** A question may have a body, when it holds what must not be in an address: names, birth dates. Nothing of it is kept. */
  read<E extends Endpoint>(
    endpoint: E,
    handler: (input: Input<E> & { body: BodyOf<E>; ctx: ReadContext }) => Promise<AnswerOf<E>>,
  ): void
  /** The handler runs inside one transaction; a repeated `Idempotency-Key` replays the first answer. */
  write<E extends Endpoint>(
    endpoint: E,
    handler: (input: Input<E> & { body: BodyOf<E>; versie: number; w: WriteContext }) => Promise<AnswerOf<E>>,
  ): void
  /** For streams and files. Rights are checked before the handler runs; it opens its own transaction with `write`. */
  raw<E extends Endpoint>(
    endpoint: E,
    handler: (input: Input<E> & { ctx: ReadContext; request: FastifyRequest; reply: FastifyReply }) => Promise<unknown>,
  ): void
  /** An operation of a published standard; it is described by that standard, not by an endpoint of ours. */
  koppelvlak<T>(route: Koppelroute<T>): void
}

/** Finds who is signed in; supplied by the slice that knows employees. */
export type Identify = (request: FastifyRequest, organisatie: Organisatie) => Promise<Actor | undefined>

/** Finds which customer is signed in to the portal; supplied by the slice that knows their accounts. */
export type IdentifyKlant = (request: FastifyRequest, organisatie: Organisatie) => Promise<Klant | undefined>

export type HttpDeps = {
  app: FastifyInstance
  organisaties: Organisaties
  identify: Identify
  identifyKlant: IdentifyKlant
  clock: Clock
  log: Logger
  /** Seconds until a request is answered with 503, whatever the database does. */
  wachttijd?: number
}

/** @returns the registrar for slices, and the list of everything registered (for OpenAPI and the rights test) */
export function createHttp(deps: HttpDeps): Http & { endpoints: Endpoint[] } {
  const endpoints: Endpoint[] = []
  const wachttijd = deps.wachttijd ?? 20

  function register(
    endpoint: Endpoint,
    run: (request: FastifyRequest, reply: FastifyReply, ctx: ReadContext) => Promise<unknown>,
  ) {
    endpoints.push(endpoint)
    deps.app.route({
      method: endpoint.method,
      url: endpoint.path,
      handler: async (request, reply) => {
        const ctx = await within(wachttijd, authorise(request, endpoint))
        if (!endpoint.raw) refuseForm(request)
        const work = run(request, reply, ctx)
        // A stream or a large file may take as long as it needs.
        return endpoint.raw ? work : within(wachttijd, work)
      },
    })
  }

  async function authorise(request: FastifyRequest, endpoint: Endpoint): Promise<ReadContext> {
    refuseCrossSite(request)
    const organisatie = await deps.organisaties.findByHost(request.host)
    if (!organisatie) throw notFound()
    const who = isVoorKlant(endpoint)
      ? await authoriseKlant(request, organisatie, endpoint)
      : { actor: await authoriseMedewerker(request, organisatie, endpoint) }
    return {
      db: organisatie.db,
      ...who,
      now: deps.clock(),
      log: deps.log,
      organisatie,
      verzoekId: request.id,
    }
  }

  async function authoriseMedewerker(request: FastifyRequest, organisatie: Organisatie, { recht }: Endpoint) {
    const actor = await deps.identify(request, organisatie)
    if (recht === 'openbaar') return actor ?? nobody
    if (!actor) throw notSignedIn()
    if (recht !== 'ingelogd' && !actor.rechten.has(recht as Recht)) throw forbidden()
    return actor
  }

  /** The session of an employee is worth nothing here, and that of a customer nothing elsewhere. */
  async function authoriseKlant(request: FastifyRequest, organisatie: Organisatie, { recht }: Endpoint) {
    const klant = await deps.identifyKlant(request, organisatie)
    if (!klant) throw notSignedIn()
    if (recht === 'klant-sterk' && !klant.sterk)
      throw new DomainError(403, 'tweede-stap-nodig', 'Bevestig eerst nog een keer dat u het bent.')
    return { actor: klantActor(klant), klant }
  }

  return {
    endpoints,
    read(endpoint, handler) {
      register(endpoint, async (request, reply, ctx) => {
        const body = parse(endpoint.body, request.body, '') as BodyOf<typeof endpoint>
        const answer = await handler({ ...inputOf(endpoint, request), body, ctx })
        return send(reply, endpoint, answer)
      })
    },
    write(endpoint, handler) {
      register(endpoint, async (request, reply, ctx) => {
        const input = inputOf(endpoint, request)
        const body = parse(endpoint.body, request.body, '') as BodyOf<typeof endpoint>
        const versie = endpoint.ifMatch ? ifMatchOf(request) : 0
        // Visitors without a session would share one name, and so each other's answers.
        const key = ctx.actor === nobody ? undefined : idempotencyKeyOf(request)
        const done = await write(ctx, async (w) => {
          if (!key) return { answer: present(endpoint, await handler({ ...input, body, versie, w })), replayed: false }
          const earlier = await takeKey(w, key, { method: request.method, url: request.url, body: request.body })
          if (earlier) return { answer: earlier.antwoord ?? undefined, replayed: true }
          const answer = present(endpoint, await handler({ ...input, body, versie, w }))
          await keepAnswer(w, key, { status: endpoint.status ?? 200, antwoord: answer })
          return { answer, replayed: false }
        })
        if (done.replayed) reply.header('Idempotency-Replayed', 'true')
        return deliver(reply, endpoint, done.answer)
      })
    },
    raw(endpoint, handler) {
      register(endpoint, async (request, reply, ctx) => handler({ ...inputOf(endpoint, request), ctx, request, reply }))
    },
    koppelvlak: (route) => registerKoppelroute({ ...deps, wachttijd }, route),
  }
}

const isVoorKlant = ({ recht }: Endpoint) => recht === 'klant' || recht === 'klant-sterk'

/** An anonymous visitor of an `openbaar` endpoint. */
const nobody: Actor = {
  medewerkerId: '00000000-0000-0000-0000-000000000000',
  naam: '',
  rollen: [],
  rechten: new Set(),
  teamIds: [],
}

function inputOf<E extends Endpoint>(endpoint: E, request: FastifyRequest): Input<E> {
  return {
    // A malformed id cannot exist: the same 404 as an unknown one, so nothing can be learnt from the difference.
    params: parseParams(endpoint.params, request.params) as ParamsOf<E>,
    query: parse(endpoint.query, request.query, '') as QueryOf<E>,
  }
}

function parseParams(schema: z.ZodType | undefined, value: unknown): unknown {
  if (!schema) return undefined
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw notFound()
  return parsed.data
}

function parse(schema: z.ZodType | undefined, value: unknown, prefix: string): unknown {
  if (!schema) return undefined
  const parsed = schema.safeParse(value ?? {})
  if (!parsed.success) throw fromZod(parsed.error, prefix)
  return parsed.data
}

/** The response schema is an allow-list: what it does not name does not leave the server. */
function present(endpoint: Endpoint, answer: unknown): unknown {
  return endpoint.response.parse(answer)
}

function send(reply: FastifyReply, endpoint: Endpoint, answer: unknown): unknown {
  return deliver(reply, endpoint, present(endpoint, answer))
}

function deliver(reply: FastifyReply, endpoint: Endpoint, answer: unknown): unknown {
  // It came too late: 503 has been sent already.
  if (reply.sent) return reply
  if (typeof answer === 'object' && answer !== null && 'versie' in answer) reply.header('ETag', `"${answer.versie}"`)
  reply.code(endpoint.status ?? 200)
  return reply.send(answer)
}

function ifMatchOf(request: FastifyRequest): number {
  const match = /^(?:W\/)?"(\d{1,9})"$/.exec(request.headers['if-match'] ?? '')
  if (!match) throw new DomainError(428, 'versie-ontbreekt', 'Stuur If-Match met de versie die u heeft gelezen.')
  return Number(match[1])
}

/** Files have endpoints of their own; elsewhere a form, which any site can send, is not a body without fields. */
function refuseForm(request: FastifyRequest): void {
  if (/^\s*(?:multipart\/|application\/x-www-form-urlencoded)/i.test(request.headers['content-type'] ?? ''))
    throw new DomainError(415, 'mediatype', 'Dit soort inhoud wordt hier niet aangenomen.')
}

/** Second net beside SameSite cookies: browsers say themselves when another site sends the request. */
function refuseCrossSite(request: FastifyRequest): void {
  if (request.headers['sec-fetch-site'] === 'cross-site' && request.method !== 'GET') throw forbidden()
}
