import type { z } from 'zod'
import type { Recht } from './rechten.ts'

/**
 * One endpoint as data: the server registers it, OpenAPI is generated from it and the browser client is typed by it.
 *
 * `recht` is part of the description on purpose: a route without one does not compile.
 * `openbaar` needs no session, `ingelogd` any employee. `klant` is for a customer in the portal and nobody else;
 * `klant-sterk` for one who proved a second time, a moment ago, that it is he.
 */
export type Endpoint = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Fastify style, with `:naam` for path parameters. Outside `/api/` are the pages of a klant that work without script. */
  path: `/api/${string}` | `/enquete/${string}` | `/aanmelden${string}` | `/berichten/${string}` | `/portaal/${string}`
  /** One English sentence for the API documentation. */
  summary: string
  recht: Recht | 'ingelogd' | 'openbaar' | 'klant' | 'klant-sterk'
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodType
  /** The allow-list of what leaves the server: fields that are not in this schema are dropped. */
  response: z.ZodType
  status?: 200 | 201 | 202 | 204
  /** Changing an existing resource asks for `If-Match` with its `versie`; without it the server answers 428. */
  ifMatch?: true
  /** Not JSON: server-sent events, file up- and downloads. The handler gets the raw request. */
  raw?: true
}

/** Keeps the exact types of the description. */
export function endpoint<const E extends Endpoint>(description: E): E {
  return description
}

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined
type Sent<S> = S extends z.ZodType ? z.input<S> : undefined

export type ParamsOf<E extends Endpoint> = Parsed<E['params']>
export type QueryOf<E extends Endpoint> = Parsed<E['query']>
export type BodyOf<E extends Endpoint> = Parsed<E['body']>
export type ResponseOf<E extends Endpoint> = z.output<E['response']>
/** What a handler returns: the schema parses it, so its input side counts. */
export type AnswerOf<E extends Endpoint> = z.input<E['response']>
/** What a client sends. */
export type RequestOf<E extends Endpoint> = {
  params: Sent<E['params']>
  query: Sent<E['query']>
  body: Sent<E['body']>
}
