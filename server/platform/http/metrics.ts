import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** Prometheus figures of one application; labels are route patterns, never ids or names. */
export function meterRequests(app: FastifyInstance): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const duration = new Histogram({
    name: 'rondom_http_duration_seconds',
    help: 'Duration of HTTP requests',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  })
  const streams = new Gauge({ name: 'rondom_event_streams', help: 'Open event streams', registers: [registry] })
  app.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/api/gebeurtenissen')) {
      streams.inc()
      reply.raw.once('close', () => streams.dec())
    }
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    duration.observe({ method: request.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000)
    if (route.startsWith('/api/')) {
      request.log.info(
        {
          verzoek: request.id,
          method: request.method,
          route,
          status: reply.statusCode,
          ms: Math.round(reply.elapsedTime),
        },
        'request',
      )
    }
  })
  return registry
}
