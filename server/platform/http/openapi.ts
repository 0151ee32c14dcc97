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

type Describe = (schema: z.ZodType, io: 'input' | 'output') => unknown

/** OpenAPI 3.1 from the endpoint descriptions themselves: it cannot drift from what the server does. */
export function openApi(
  endpoints: readonly Endpoint[],
  names: z.core.$ZodRegistry<{ id: string }> = z.registry<{ id: string }>(),
): OpenApi {
  const schemas: Record<string, unknown> = {}
  const describe: Describe = (schema, io) => jsonSchema(schema, io, names, schemas)
  schemas['Probleem'] ??= describe(Probleem, 'output')
  const paths: OpenApi['paths'] = {}
  for (const endpoint of [...endpoints].sort((a, b) => a.path.localeCompare(b.path))) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}')
    const operations = paths[path] ?? {}
    operations[endpoint.method.toLowerCase()] = operation(endpoint, describe)
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
      schemas,
      securitySchemes: { sessie: { type: 'apiKey', in: 'cookie', name: 'rondom.session_token' } },
    },
  }
}

function operation(endpoint: Endpoint, describe: Describe): Operation {
  const status = String(endpoint.status ?? 200)
  return {
    // A page of a klant may have the address that a call has behind `/api`.
    operationId: `${endpoint.method.toLowerCase()}${endpoint.path
      .replace(/^\/(?!api\/)/, '/pagina/')
      .replace('/api', '')
      .replace(/[/:-](\w)/g, (_, letter: string) => letter.toUpperCase())}`,
    summary: endpoint.summary,
    description: rightText(endpoint.recht),
    tags: [endpoint.path.split('/')[2] ?? ''],
    parameters: parametersOf(endpoint, describe),
    ...(endpoint.body && {
      requestBody: { required: true, content: { 'application/json': { schema: describe(endpoint.body, 'input') } } },
    }),
    responses: {
      [status]: answerOf(endpoint, describe),
      default: {
        description: 'Problem details',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Probleem' } } },
      },
    },
  }
}

function rightText(recht: Endpoint['recht']): string {
  if (recht === 'openbaar') return 'Nobody needs to sign in for this.'
  if (recht === 'klant') return 'For a customer who is signed in to the portal.'
  if (recht === 'klant-sterk') return 'For a customer who proved a second time, a moment ago, that it is he.'
  if (recht === 'ingelogd') return 'For every employee who is signed in.'
  return `Needs the right \`${recht}\` (${rechten[recht]}).`
}

function answerOf(endpoint: Endpoint, describe: Describe): unknown {
  if (endpoint.status === 204) return { description: 'Done' }
  if (endpoint.raw) return { description: 'A stream or file' }
  return { description: 'OK', content: { 'application/json': { schema: describe(endpoint.response, 'output') } } }
}

function parametersOf(endpoint: Endpoint, describe: Describe): Parameter[] {
  const fromObject = (schema: z.ZodObject | undefined, where: 'path' | 'query'): Parameter[] =>
    Object.entries(schema?.shape ?? {}).map(([name, field]) => ({
      name,
      in: where,
      required: where === 'path' || !(field as z.ZodType).safeParse(undefined).success,
      schema: describe(field as z.ZodType, 'input'),
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

/** One schema as JSON Schema; the named ones inside it move to `components`, and a name that differs as input gets `Invoer`. */
function jsonSchema(
  schema: z.ZodType,
  io: 'input' | 'output',
  names: z.core.$ZodRegistry<{ id: string }>,
  components: Record<string, unknown>,
): unknown {
  const made = z.toJSONSchema(schema, { io, unrepresentable: 'any', metadata: names })
  const { $schema: _, $defs = {}, ...rest } = made
  const renamed = new Map<string, string>()
  for (const name of Object.keys($defs)) renamed.set(name, nameFor(name, $defs[name], components))
  for (const [name, definition] of Object.entries($defs)) {
    components[renamed.get(name) ?? name] = withRefs(definition, renamed)
  }
  return withRefs(rest, renamed)
}

function nameFor(name: string, definition: unknown, components: Record<string, unknown>): string {
  const same = (other: string) => components[other] === undefined || shape(components[other]) === shape(definition)
  return same(name) ? name : `${name}Invoer`
}

/** Equal but for where references point. */
const shape = (value: unknown) =>
  JSON.stringify(value).replace(/"#\/(\$defs|components\/schemas)\/(\w+?)(Invoer)?"/g, '"$2"')

function withRefs(value: unknown, renamed: Map<string, string>): unknown {
  if (Array.isArray(value)) return value.map((each) => withRefs(each, renamed))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => {
      if (key === 'id' && typeof inner === 'string' && renamed.has(inner)) return []
      if (key === '$ref' && typeof inner === 'string') {
        const name = inner.replace('#/$defs/', '')
        return [[key, `#/components/schemas/${renamed.get(name) ?? name}`]]
      }
      return [[key, withRefs(inner, renamed)]]
    }),
  )
}
