import { z } from 'zod'
import type { Endpoint } from '#contract/endpoint.ts'
import { Probleem } from '#contract/probleem.ts'
import { rechten } from '#contract/rechten.ts'

export type OpenApi = {
  openapi: '3.1.0'
  info: { title: string; version: string; description: string; license: { name: string; identifier: string } }
  paths: Record<string, Record<string, Operation>>
  components: Record<string, unknown>
}
export type Operation = {
  operationId: string
  summary: string
  description: string
  tags: string[]
  parameters: Parameter[]
  requestBody?: unknown
  responses: Record<string, unknown>
}
export type Parameter = {
  name: string
  in: 'path' | 'query' | 'header'
  required: boolean
  description?: string
  schema: unknown
}

/** OpenAPI 3.1 from the endpoint descriptions themselves: it cannot drift from what the server does. */
export function openApi(endpoints: readonly Endpoint[]): OpenApi {
  const paths: OpenApi['paths'] = {}
  for (const endpoint of [...endpoints].sort((a, b) => a.path.localeCompare(b.path))) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}')
    const operations = paths[path] ?? {}
    operations[endpoint.method.toLowerCase()] = operation(endpoint)
    paths[path] = operations
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Rondom API',
      version: '0.1.0',
      description: 'The API of the werkplek. Errors are `application/problem+json` (RFC 9457) with `invalidParams`.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    paths,
    components: {
      schemas: { Probleem: jsonSchema(Probleem, 'output') },
      securitySchemes: { sessie: { type: 'apiKey', in: 'cookie', name: 'rondom.session_token' } },
    },
  }
}

function operation(endpoint: Endpoint): Operation {
  const status = String(endpoint.status ?? 200)
  return {
    operationId: `${endpoint.method.toLowerCase()}${endpoint.path.replace('/api', '').replace(/[/:-](\w)/g, (_, letter: string) => letter.toUpperCase())}`,
    summary: endpoint.summary,
    description: rightText(endpoint.recht),
    tags: [endpoint.path.split('/')[2] ?? ''],
    parameters: parametersOf(endpoint),
    ...(endpoint.body && {
      requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(endpoint.body, 'input') } } },
    }),
    responses: {
      [status]: answerOf(endpoint),
      default: {
        description: 'Problem details',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Probleem' } } },
      },
    },
  }
}

function rightText(recht: Endpoint['recht']): string {
  if (recht === 'openbaar') return 'Nobody needs to sign in for this.'
  if (recht === 'ingelogd') return 'For every employee who is signed in.'
  return `Needs the right \`${recht}\` (${rechten[recht]}).`
}

function answerOf(endpoint: Endpoint): unknown {
  if (endpoint.status === 204) return { description: 'Done' }
  if (endpoint.raw) return { description: 'A stream or file' }
  return { description: 'OK', content: { 'application/json': { schema: jsonSchema(endpoint.response, 'output') } } }
}

function parametersOf(endpoint: Endpoint): Parameter[] {
  const fromObject = (schema: z.ZodObject | undefined, where: 'path' | 'query'): Parameter[] =>
    Object.entries(schema?.shape ?? {}).map(([name, field]) => ({
      name,
      in: where,
      required: where === 'path' || !(field as z.ZodType).safeParse(undefined).success,
      schema: jsonSchema(field as z.ZodType, 'input'),
    }))
  const headers: Parameter[] = []
  if (endpoint.ifMatch)
    headers.push({
      name: 'If-Match',
      in: 'header',
      required: true,
      description: 'The `versie` that was read, in quotes',
      schema: { type: 'string' },
    })
  if (endpoint.method !== 'GET' && !endpoint.raw) {
    headers.push({
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      description: 'The same key gives the same answer, once',
      schema: { type: 'string' },
    })
  }
  return [...fromObject(endpoint.params, 'path'), ...fromObject(endpoint.query, 'query'), ...headers]
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): unknown {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}
