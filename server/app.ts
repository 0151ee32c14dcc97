import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import { z } from 'zod'
import { nl } from 'zod/locales'
import type { Endpoint } from '#contract/endpoint.ts'
import { createIdentify } from './aanmelden/index.ts'
import { createIdentifyKlant } from './klantaccounts/index.ts'
import { notFound } from './platform/errors.ts'
import { eventRoutes } from './platform/events/sse.ts'
import { acceptUploads } from './platform/files/multipart.ts'
import { createHttp, type Identify, type IdentifyKlant } from './platform/http/handle.ts'
import { securityHeaders, setSecurityHeaders } from './platform/http/headers.ts'
import { acceptForms } from './platform/http/leesFormulier.ts'
import { meterRequests } from './platform/http/metrics.ts'
import { opsRoutes } from './platform/http/ops.ts'
import { toProblem } from './platform/http/problem.ts'
import { staticRoutes } from './platform/http/static.ts'
import { newId } from './platform/ids.ts'
import type { Services } from './slice.ts'
import { slices } from './slices.ts'

z.config(nl())

/** Builds the whole application; nothing else knows all slices. Does not listen. */
export function buildApp(
  services: Services,
  identify: Identify = createIdentify(services),
  identifyKlant: IdentifyKlant = createIdentifyKlant(services),
): FastifyInstance {
  const app: FastifyInstance = Fastify({
    // Fastify asks for less than pino offers; its types only differ in an optional field.
    loggerInstance: services.log as FastifyBaseLogger,
    // `metrics.ts` writes one line per request, with the route instead of the address.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => newId(),
    trustProxy: services.config.trustProxy,
    forceCloseConnections: true,
    bodyLimit: 1024 * 1024,
    requestTimeout: 60_000,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    // An address that cannot be read comes before every hook: it gets the same kind of answer all the same.
    frameworkErrors: (error, request, reply) => {
      const { problem } = toProblem(error, request.id)
      // The types of Fastify know no reply without a route.
      const plain = reply as unknown as FastifyReply
      setSecurityHeaders(request as FastifyRequest, plain)
      void plain.code(problem.status).type('application/problem+json').send(problem)
    },
  })
  securityHeaders(app)
  acceptUploads(app)
  acceptForms(app)
  app.setErrorHandler(async (error, request, reply) => {
    const { problem, retryAfter, bug } = toProblem(error, request.id)
    if (bug) request.log.error({ err: error, verzoek: request.id, route: request.routeOptions.url }, 'request failed')
    if (retryAfter !== undefined) reply.header('Retry-After', String(retryAfter))
    return reply.code(problem.status).type('application/problem+json').send(problem)
  })
  app.setNotFoundHandler(async () => {
    throw notFound()
  })
  const registry = meterRequests(app)
  const http = createHttp({
    app,
    organisaties: services.organisaties,
    identify,
    identifyKlant,
    clock: services.clock,
    log: services.log,
    wachttijd: services.config.wachttijd,
  })
  for (const slice of slices) slice.routes?.(http, services)
  eventRoutes(http, { feed: services.feed, identify })
  app.decorate('endpoints', http.endpoints)
  opsRoutes(app, {
    organisaties: services.organisaties,
    registry,
    endpoints: http.endpoints,
    erp: () => services.erp.stand().soort,
  })
  staticRoutes(app)
  return app
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Everything that the slices registered, for OpenAPI and for the test that calls each route as each role. */
    endpoints: readonly Endpoint[]
  }
}
