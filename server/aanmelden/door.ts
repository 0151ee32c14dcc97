import type { FastifyReply, FastifyRequest } from 'fastify'
import type { AnswerOf, BodyOf, Endpoint, ParamsOf } from '#contract/endpoint.ts'
import { DomainError } from '#server/platform/errors.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import type { Http } from '#server/platform/http/handle.ts'
import { fromZod } from '#server/platform/http/problem.ts'
import type { Auth, Auths } from './auth.ts'
import { addressHeader } from './gedeeldeOpties.ts'

export type Verzoek<E extends Endpoint> = {
  params: ParamsOf<E>
  body: BodyOf<E>
  ctx: ReadContext
  request: FastifyRequest
  reply: FastifyReply
  https: boolean
  /** better-auth of this organisatie, and its key. */
  auth: Auth
  geheim: string
  /** What better-auth may know of the request. */
  headers: Headers
}

/**
 * An endpoint whose handler sets cookies. Described, checked and answered like any other; only the transaction is its own,
 * since a failed attempt must be counted although the request fails.
 */
export function door<E extends Endpoint>(
  http: Http,
  auths: Auths,
  endpoint: E,
  handler: (verzoek: Verzoek<E>) => Promise<AnswerOf<NoInfer<E>>>,
): void {
  http.raw(endpoint, async ({ params, ctx, request, reply }) => {
    const https = request.protocol === 'https'
    const body = bodyVan(endpoint, request)
    const { organisatie } = ctx
    const auth = auths.voor(organisatie, https)
    const geheim = auths.geheim(organisatie)
    const answer = await handler({
      params,
      body,
      ctx,
      request,
      reply,
      https,
      auth,
      geheim,
      headers: headersVan(request),
    })
    return reply.code(endpoint.status ?? 200).send(endpoint.response.parse(answer))
  })
}

/**
 * Calls better-auth.
 * @returns its answer, and the cookies to hand to the browser
 * @throws DomainError made by `fout` from its error code
 */
export async function vraag<T>(work: Promise<Response>, fout: Fout): Promise<{ answer: T; cookies: string[] }> {
  const response = await work
  const answer = (await response.json().catch(() => undefined)) as unknown
  if (response.ok) return { answer: answer as T, cookies: response.headers.getSetCookie() }
  if (response.status >= 500) throw new Error(`better-auth answered ${response.status}`)
  throw fout((answer as { code?: string } | undefined)?.code ?? '', response.status)
}

type Fout = (code: string, status: number) => DomainError

/** `vraag`, with the cookies handed on at once. */
export async function roep<T>(reply: FastifyReply, work: Promise<Response>, fout: Fout): Promise<T> {
  const { answer, cookies } = await vraag<T>(work, fout)
  geefCookies(reply, cookies)
  return answer
}

export function geefCookies(reply: FastifyReply, cookies: string[]): void {
  for (const cookie of cookies) reply.header('Set-Cookie', cookie)
}

function bodyVan<E extends Endpoint>(endpoint: E, request: FastifyRequest): BodyOf<E> {
  if (!endpoint.body) return undefined as BodyOf<E>
  const parsed = endpoint.body.safeParse(request.body ?? {})
  if (!parsed.success) throw fromZod(parsed.error)
  return parsed.data as BodyOf<E>
}

const passedOn = ['cookie', 'host', 'origin', 'user-agent'] as const

export function headersVan(request: FastifyRequest): Headers {
  const headers = new Headers({ [addressHeader]: request.ip })
  for (const name of passedOn) {
    const value = request.headers[name]
    if (typeof value === 'string') headers.set(name, value)
  }
  // Behind a proxy the name that the browser used; Fastify has decided whether to trust it.
  headers.set('host', request.host)
  return headers
}

export const nietGelukt = () => new DomainError(401, 'aanmelden-mislukt', 'E-mailadres of wachtwoord klopt niet.')
