import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import { z } from 'zod'
import { nl } from 'zod/locales'
import { type Clock, systemClock } from './platform/clock.ts'
import type { Organisaties } from './platform/db/organisaties.ts'
import { notFound } from './platform/errors.ts'
import { createHttp, type Identify } from './platform/http/handle.ts'
import { securityHeaders } from './platform/http/headers.ts'
import { toProblem } from './platform/http/problem.ts'
import { newId } from './platform/ids.ts'
import type { Logger } from './platform/log/log.ts'
import { slices } from './slices.ts'

z.config(nl())

export type AppDeps = {
  organisaties: Organisaties
  identify: Identify
  log: Logger
  clock?: Clock
  trustProxy?: boolean
}

/** Builds the whole application; nothing else knows all slices. Does not listen. */
export function buildApp(deps: AppDeps): FastifyInstance {
  const app: FastifyInstance = Fastify({
    // Fastify asks for less than pino offers; its types only differ in an optional field.
    loggerInstance: deps.log as FastifyBaseLogger,
    disableRequestLogging: true,
    genReqId: () => newId(),
    trustProxy: deps.trustProxy ?? false,
    bodyLimit: 1024 * 1024,
    requestTimeout: 60_000,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
  })
  securityHeaders(app)
  app.setErrorHandler(async (error, request, reply) => {
    const { problem, retryAfter, bug } = toProblem(error, request.id)
    if (bug) request.log.error({ err: error, verzoek: request.id, route: request.routeOptions.url }, 'request failed')
    if (retryAfter !== undefined) reply.header('Retry-After', String(retryAfter))
    return reply.code(problem.status).type('application/problem+json').send(problem)
  })
  app.setNotFoundHandler(async () => {
    throw notFound()
  })
  const http = createHttp({
    app,
    organisaties: deps.organisaties,
    identify: deps.identify,
    clock: deps.clock ?? systemClock,
    log: deps.log,
  })
  for (const slice of slices) slice.routes?.(http)
  app.decorate('endpoints', http.endpoints)
  return app
}
