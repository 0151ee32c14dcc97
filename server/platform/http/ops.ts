import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { Registry } from 'prom-client'
import type { Endpoint } from '#contract/endpoint.ts'
import type { Organisaties } from '../db/organisaties.ts'
import { contractNames } from './contractnamen.ts'
import { docsPage, docsScript } from './docs.ts'
import { openApi } from './openapi.ts'

/** What operators and integrators need: is it alive, is it ready, how fast is it, what does it offer. */
export function opsRoutes(
  app: FastifyInstance,
  deps: {
    organisaties: Organisaties
    registry: Registry
    endpoints: Endpoint[]
    /** What we lean on but can do without for a while: told, and no reason to be not ready. */
    erp: () => 'uit' | 'werkt' | 'storing'
  },
): void {
  app.get('/healthz', async () => ({ status: 'ok' }))

  app.get('/readyz', async (_request, reply) => {
    const ready = await Promise.race([isReady(deps.organisaties), after(2_000)])
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ok' : 'niet gereed', erp: deps.erp() })
  })

  app.get('/metrics', async (_request, reply) =>
    reply.type(deps.registry.contentType).send(await deps.registry.metrics()),
  )

  app.get('/api/openapi.json', async () => openApi(deps.endpoints, await contractNames()))
  app.get('/api/docs', async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(docsPage(openApi(deps.endpoints, await contractNames()))),
  )
  app.get('/api/docs.js', async (_request, reply) => reply.type('text/javascript; charset=utf-8').send(docsScript))
}

async function isReady(organisaties: Organisaties): Promise<boolean> {
  try {
    const all = await organisaties.list()
    const first = all[0]
    if (first) await sql`select 1 from gebeurtenis limit 1`.execute(first.db)
    return all.length > 0
  } catch {
    return false
  }
}

const after = (milliseconds: number) =>
  new Promise<false>((resolve) => setTimeout(() => resolve(false), milliseconds).unref())
