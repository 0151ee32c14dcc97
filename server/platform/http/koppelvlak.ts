import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Clock } from '../clock.ts'
import type { Organisatie, Organisaties } from '../db/organisaties.ts'
import { write } from '../db/write.ts'
import { DomainError, notFound } from '../errors.ts'
import type { Logger } from '../log/log.ts'
import type { Actor, ReadContext, WriteContext } from './context.ts'
import { idempotencyKeyOf, keepAnswer, takeKey } from './idempotency.ts'
import { within } from './within.ts'

/** `body` absent: nothing but the status. */
export type Antwoord = { status: number; body?: unknown; headers?: Record<string, string> }

type Invoer = { request: FastifyRequest; params: Record<string, string>; query: Record<string, unknown>; body: unknown }

/**
 * One operation of a published standard that is served: with its own addresses, tokens and way of telling what is
 * wrong; but one transaction, the same idempotency keys and the same limits as our own API.
 */
export type Koppelroute<T> = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  url: `/${string}`
  /** Who asks, and whether he may do this at all. @throws 401, 403 */
  wie(organisatie: Organisatie, request: FastifyRequest, now: Date): Promise<{ actor: Actor; toegang: T }>
  /** Absent for a write. */
  lees?(invoer: Invoer & { ctx: ReadContext; toegang: T }): Promise<Antwoord>
  /** `bewaar` is what is kept with an Idempotency-Key instead of the answer, which may hold what is kept nowhere else. */
  schrijf?(invoer: Invoer & { w: WriteContext; toegang: T }): Promise<Antwoord & { bewaar: unknown }>
  /** The answer again, from what was kept. */
  herhaal?(bewaard: unknown, invoer: Invoer & { ctx: ReadContext; toegang: T }): Promise<Antwoord>
  fout(error: unknown, request: FastifyRequest): { body: { status: number }; retryAfter?: number; bug: boolean }
  /** On every answer, also when it is refused. */
  koppen: Record<string, string>
}

export type KoppelDeps = {
  app: FastifyInstance
  organisaties: Organisaties
  clock: Clock
  log: Logger
  wachttijd: number
}

export function registerKoppelroute<T>(deps: KoppelDeps, route: Koppelroute<T>): void {
  deps.app.route({
    method: route.method,
    url: route.url,
    errorHandler: (error, request, reply) => refuse(route, error, request, reply),
    handler: async (request, reply) => {
      const answer = await within(deps.wachttijd, run(deps, route, request))
      if (reply.sent) return reply
      reply.code(answer.status).headers({ ...route.koppen, ...answer.headers })
      return reply.send(answer.body)
    },
  })
}

async function run<T>(deps: KoppelDeps, route: Koppelroute<T>, request: FastifyRequest): Promise<Antwoord> {
  const organisatie = await deps.organisaties.findByHost(request.host)
  if (!organisatie) throw notFound()
  const now = deps.clock()
  const { actor, toegang } = await route.wie(organisatie, request, now)
  const ctx: ReadContext = { db: organisatie.db, actor, now, log: deps.log, organisatie, verzoekId: request.id }
  const invoer = {
    request,
    params: request.params as Record<string, string>,
    query: request.query as Record<string, unknown>,
    body: request.body,
  }
  if (route.lees) return await route.lees({ ...invoer, ctx, toegang })
  const { schrijf, herhaal } = route
  eisJson(request)
  if (!schrijf || !herhaal) throw new Error(`${route.method} ${route.url} does nothing`)
  const key = idempotencyKeyOf(request)
  return await write(ctx, async (w) => {
    const earlier = key && (await takeKey(w, key, { method: request.method, url: request.url, body: request.body }))
    if (earlier) {
      const again = await herhaal(earlier.antwoord, { ...invoer, ctx: w, toegang })
      return { ...again, headers: { ...again.headers, 'Idempotency-Replayed': 'true' } }
    }
    const { bewaar, ...answer } = await schrijf({ ...invoer, w, toegang })
    if (key) await keepAnswer(w, key, { status: answer.status, antwoord: bewaar })
    return answer
  })
}

/** Another site can make a browser send a form, never JSON. */
function eisJson(request: FastifyRequest): void {
  const soort = request.headers['content-type']
  if (soort !== undefined && !/^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(soort))
    throw new DomainError(415, 'mediatype', 'Stuur de inhoud als application/json.')
}

function refuse<T>(route: Koppelroute<T>, error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const { body, retryAfter, bug } = route.fout(error, request)
  if (bug) request.log.error({ err: error, verzoek: request.id, route: route.url }, 'request failed')
  if (retryAfter !== undefined) reply.header('Retry-After', String(retryAfter))
  void reply.code(body.status).headers(route.koppen).type('application/problem+json').send(body)
}
