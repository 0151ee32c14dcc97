import { lookup as resolve } from 'node:dns'
import { Agent as HttpAgent, request as requestHttp } from 'node:http'
import { Agent as HttpsAgent, type RequestOptions, request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { Readable, Transform } from 'node:stream'
import { isPrivateAddress, parseAllowList } from './privateAddress.ts'

export type SafeFetchOptions = {
  /**
   * Private targets that are allowed: hosts, `*.suffix`, addresses, CIDR blocks. `any` is for an address that the
   * administrator himself put in the configuration, never for one that came over the wire.
   */
  allow?: readonly string[] | 'any'
  /** Plain http is for what is allowed by name only. */
  timeoutMs?: number
  maxBytes?: number
  /** Only for GET and HEAD, and each is judged as the first; 0: a redirect is an error. */
  maxRedirects?: number
}

export type SafeInit = {
  method?: string
  headers?: Record<string, string>
  body?: string | Uint8Array<ArrayBuffer>
  signal?: AbortSignal
}

export type SafeFetch = (url: string | URL, init?: SafeInit) => Promise<Response>

/** The target is not one that may be called; nothing was sent. */
export class TargetRefused extends Error {
  readonly target: string
  constructor(target: string, reason: string) {
    super(`${target}: ${reason}`)
    this.target = target
  }
}

/**
 * The one way out of this server. The name is resolved once and the connection goes to the address that was judged, so
 * that a second answer of the DNS changes nothing (A11–A13 of the attack list); redirects are judged again, credentials
 * never follow to another host; time and size are limited, also while the body is read.
 */
export function createSafeFetch(options: SafeFetchOptions = {}): SafeFetch {
  const { allow = [], timeoutMs = 10_000, maxBytes = 5 * 1024 * 1024, maxRedirects = 0 } = options
  const list = allow === 'any' ? undefined : parseAllowList(allow)
  // Of this one alone: a connection that is used again was judged by the same list.
  const agents = { 'http:': new HttpAgent({ keepAlive: true }), 'https:': new HttpsAgent({ keepAlive: true }) }

  function judge(url: URL): void {
    const host = hostOf(url)
    const known = !list || list.host(host) || list.address(host)
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && known))
      throw new TargetRefused(url.origin, 'only https is allowed')
    if (url.username || url.password) throw new TargetRefused(url.origin, 'credentials do not belong in an address')
    if (!known && isIP(host) && isPrivateAddress(host)) throw new TargetRefused(url.origin, 'not a public address')
  }

  const lookup: LookupFunction = (host, lookupOptions, done) => {
    resolve(host, { ...lookupOptions, all: true }, (error, found) => {
      if (error) return done(error, '', 0)
      const free = !list || list.host(host)
      // All of them: which one is used is not ours to choose.
      const bad = free ? undefined : found.find(({ address }) => isPrivateAddress(address) && !list.address(address))
      const first = found[0]
      if (bad || !first) return done(new TargetRefused(host, 'not a public address'), '', 0)
      return lookupOptions.all ? done(null, found) : done(null, first.address, first.family)
    })
  }

  return async function safeFetch(target, init = {}) {
    const deadline = AbortSignal.timeout(timeoutMs)
    const signal = init.signal ? AbortSignal.any([deadline, init.signal]) : deadline
    const method = init.method ?? 'GET'
    const follow = method === 'GET' || method === 'HEAD' ? maxRedirects : 0
    let url = new URL(target)
    let headers = init.headers ?? {}
    for (let left = follow; ; left--) {
      judge(url)
      const response = await send(url, { ...init, method, headers }, { agents, lookup, signal, maxBytes })
      const to = isRedirect(response.status) ? response.headers.get('location') : null
      if (to === null) return response
      await response.body?.cancel()
      if (left === 0) throw new TargetRefused(url.origin, `redirects to ${to.slice(0, 200)}`)
      const next = new URL(to, url)
      if (next.origin !== url.origin) headers = withoutCredentials(headers)
      url = next
    }
  }
}

type Limits = {
  agents: { 'http:': HttpAgent; 'https:': HttpsAgent }
  lookup: LookupFunction
  signal: AbortSignal
  maxBytes: number
}

function send(url: URL, init: SafeInit, { agents, lookup, signal, maxBytes }: Limits): Promise<Response> {
  const options: RequestOptions = {
    method: init.method,
    headers: { 'accept-encoding': 'identity', ...init.headers },
    lookup,
    signal,
    agent: url.protocol === 'https:' ? agents['https:'] : agents['http:'],
  }
  return new Promise((done, fail) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, options, (answer) => {
      const announced = Number(answer.headers['content-length'] ?? 0)
      if (announced > maxBytes) {
        request.destroy()
        return fail(new Error(`${url.origin} wants to send ${announced} bytes; ${maxBytes} is the most`))
      }
      const status = answer.statusCode ?? 0
      const headers = Object.entries(answer.headers).flatMap(([name, value]): [string, string][] =>
        value === undefined ? [] : [value].flat().map((each) => [name, each]),
      )
      const empty = init.method === 'HEAD' || status === 204 || status === 304
      if (empty) answer.resume()
      const body = empty ? null : (Readable.toWeb(answer.pipe(limit(url, maxBytes, answer))) as ReadableStream)
      return done(new Response(body, { status, headers }))
    })
    request.on('error', fail)
    request.end(init.body)
  })
}

/** Counts along: a sender that announced nothing may not send without end. */
function limit(url: URL, maxBytes: number, source: Readable): Transform {
  let received = 0
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      received += chunk.length
      next(received > maxBytes ? new Error(`${url.origin} sends more than ${maxBytes} bytes`) : null, chunk)
    },
  })
  source.on('error', (error) => counter.destroy(error))
  counter.on('close', () => source.destroy())
  return counter
}

/** Lower case, without the brackets of IPv6; the URL parser has made one form of 0x7f.1, 0177.0.0.1 and 2130706433. */
const hostOf = (url: URL): string =>
  url.hostname
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')

const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status)

const withoutCredentials = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).filter(([name]) => !/^(authorization|cookie|proxy-authorization|x-api-key)$/i.test(name)),
  )
