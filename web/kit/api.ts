import type { Endpoint, RequestOf, ResponseOf } from '#contract/endpoint.ts'
import { nieuwId } from './id.ts'
import { type ApiProblem, geenVerbinding, problemOf } from './probleem.ts'
import { wachtOpAanmelden } from './sessie.ts'
import { verbinding, wacht } from './verbinding.ts'

/** An object with nothing in it: what extends it, has only optional members. */
type Nothing = Record<never, never>
type Part<K extends string, T> = [T] extends [undefined]
  ? object
  : Nothing extends T
    ? { [k in K]?: T }
    : { [k in K]: T }

/** What a call to this endpoint needs: exactly what its description names. */
export type CallOptions<E extends Endpoint> = Part<'params', RequestOf<E>['params']> &
  Part<'query', RequestOf<E>['query']> &
  (E['raw'] extends true ? { body?: FormData | undefined } : Part<'body', RequestOf<E>['body']>) &
  (E['ifMatch'] extends true ? { ifMatch: number } : object) & {
    signal?: AbortSignal | undefined
    /** Only when a screen keeps its own key over a reload; else one is made per user action. */
    idempotencyKey?: string | undefined
    /** `gooi` throws a 401 at once instead of waiting until the user has signed in again. */
    bijVerlopen?: 'wacht' | 'gooi'
  }

export type Arguments<E extends Endpoint> =
  Nothing extends CallOptions<E> ? [options?: CallOptions<E>] : [options: CallOptions<E>]

/** The untyped side of `CallOptions`. */
type Loose = {
  params?: Record<string, unknown>
  query?: Record<string, unknown>
  body?: unknown
  ifMatch?: number
  signal?: AbortSignal
  idempotencyKey?: string
  bijVerlopen?: 'wacht' | 'gooi'
}

/**
 * Calls an endpoint, typed by its description.
 *
 * - writes carry an `Idempotency-Key`: the same action twice (a double click, a retry after a lost answer) is done once;
 * - a lost connection or 503 is tried again for a minute, while the banner says so;
 * - an ended session waits until the user has signed in again in the same place, and then goes on.
 * @throws ApiProblem with a Dutch sentence, and `invalidParams` for the form
 */
export async function call<const E extends Endpoint>(endpoint: E, ...[options]: Arguments<E>): Promise<ResponseOf<E>> {
  const given = (options ?? {}) as Loose
  const url = urlOf(endpoint, given)
  if (endpoint.method === 'GET') return (await send(endpoint, url, given, undefined)) as ResponseOf<E>

  const action = given.body instanceof FormData ? undefined : fingerprint(endpoint, url, given)
  const running = action === undefined ? undefined : inFlight.get(action)
  if (running !== undefined) return running as Promise<ResponseOf<E>>

  const key = given.idempotencyKey ?? (action && unsettled.get(action)) ?? nieuwId()
  if (action) unsettled.set(action, key)
  const done = send(endpoint, url, given, key)
    .then(
      (answer) => {
        if (action) unsettled.delete(action)
        return answer
      },
      (error: ApiProblem) => {
        // The outcome is unknown only when no answer came: then the next attempt of the user must carry the same key.
        if (action && error.code !== 'geen-verbinding') unsettled.delete(action)
        throw error
      },
    )
    .finally(() => action && inFlight.delete(action))
  if (action) inFlight.set(action, done)
  return done as Promise<ResponseOf<E>>
}

/** The address of an endpoint, for links to files and `href`s. */
export function urlOf(endpoint: Endpoint, options: { params?: object; query?: object } = {}): string {
  const params = (options.params ?? {}) as Record<string, unknown>
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(options.query ?? {})) {
    if (value === undefined || value === null || value === '') continue
    for (const each of Array.isArray(value) ? value : [value]) search.append(name, String(each))
  }
  return search.size > 0 ? `${path}?${search}` : path
}

const inFlight = new Map<string, Promise<unknown>>()
const unsettled = new Map<string, string>()

function fingerprint(endpoint: Endpoint, url: string, given: Loose): string {
  return JSON.stringify([endpoint.method, url, given.ifMatch, given.body])
}

/** Half a minute is what a restart of the database takes; a minute leaves room for it. */
const waits = [400, 800, 1500, 3000, 5000, 8000, 8000, 8000, 8000, 8000, 8000]

async function send(endpoint: Endpoint, url: string, given: Loose, key: string | undefined): Promise<unknown> {
  const init = requestInit(endpoint, given, key)
  for (let attempt = 0; ; ) {
    const response = await fetch(url, init).catch((error: unknown) => {
      if (given.signal?.aborted) throw error
      return undefined
    })
    const unreachable = !response || response.status === 502 || response.status === 503 || response.status === 504
    if (unreachable) {
      verbinding.set('weg')
      const delay = waits[attempt++]
      if (delay === undefined) throw response ? await problemOf(response) : geenVerbinding()
      await wacht(delay, given.signal)
      continue
    }
    verbinding.set('goed')
    if (response.ok) return await answerOf(response)
    const problem = await problemOf(response)
    if (problem.status === 401 && endpoint.recht !== 'openbaar' && given.bijVerlopen !== 'gooi') {
      await wachtOpAanmelden(given.signal)
      attempt = 0
      continue
    }
    throw problem
  }
}

function requestInit(endpoint: Endpoint, given: Loose, key: string | undefined): RequestInit {
  const headers: Record<string, string> = { Accept: 'application/json' }
  const isForm = given.body instanceof FormData
  if (given.body !== undefined && !isForm) headers['Content-Type'] = 'application/json'
  if (given.ifMatch !== undefined) headers['If-Match'] = `"${given.ifMatch}"`
  if (key) headers['Idempotency-Key'] = key
  return {
    method: endpoint.method,
    headers,
    credentials: 'same-origin',
    ...(given.signal && { signal: given.signal }),
    ...(given.body !== undefined && { body: isForm ? (given.body as FormData) : JSON.stringify(given.body) }),
  }
}

async function answerOf(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined
  const text = await response.text()
  return text === '' ? undefined : JSON.parse(text)
}
