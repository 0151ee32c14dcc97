import type { FastifyError } from 'fastify'
import type { z } from 'zod'
import type { Probleem } from '#contract/probleem.ts'
import { DomainError, type InvalidParam, invalidParams, unavailable } from '../errors.ts'

/**
 * Any error → problem details. A bug gives 500 without any detail: the text is in the log, under `instance`.
 * @param verzoekId ends up in `instance`, so that a user can quote it
 */
export function toProblem(error: unknown, verzoekId: string): { problem: Probleem; retryAfter?: number; bug: boolean } {
  const domain = asDomainError(error)
  const { status, code } = domain
  const problem: Probleem = {
    type: `urn:rondom:fout:${code}`,
    code,
    title: titles[status] ?? 'Fout',
    status,
    detail: domain.message,
    instance: `urn:rondom:verzoek:${verzoekId}`,
    ...(domain.invalidParams && { invalidParams: domain.invalidParams }),
    ...(domain.huidig !== undefined && { huidig: domain.huidig }),
  }
  return { problem, bug: status === 500, ...(domain.retryAfter !== undefined && { retryAfter: domain.retryAfter }) }
}

const titles: Record<number, string> = {
  400: 'Ongeldige invoer',
  401: 'Niet aangemeld',
  403: 'Geen recht',
  404: 'Niet gevonden',
  409: 'Conflict',
  413: 'Te groot',
  415: 'Verkeerd soort bestand',
  422: 'Kan niet worden verwerkt',
  428: 'Versie ontbreekt',
  429: 'Te veel verzoeken',
  500: 'Fout in Rondom',
  503: 'Tijdelijk niet beschikbaar',
}

function asDomainError(error: unknown): DomainError {
  if (error instanceof DomainError) return error
  if (isUnavailable(error)) return unavailable()
  const fastify = error as Partial<FastifyError>
  if (fastify.code === 'FST_ERR_CTP_BODY_TOO_LARGE' || fastify.statusCode === 413) {
    return new DomainError(413, 'te-groot', 'Wat u stuurt is te groot.')
  }
  if (fastify.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    return new DomainError(415, 'mediatype', 'Dit soort inhoud wordt hier niet aangenomen.')
  }
  if (fastify.statusCode === 429)
    return new DomainError(429, 'te-veel', 'Dit gaat te snel. Wacht even en probeer het opnieuw.', { retryAfter: 60 })
  // 22021/22P05: a character that PostgreSQL cannot store, such as a NUL.
  if (fastify.code === '22021' || fastify.code === '22P05')
    return new DomainError(400, 'ongeldig-teken', 'De tekst bevat een teken dat niet kan worden bewaard.')
  if (fastify.statusCode !== undefined && fastify.statusCode >= 400 && fastify.statusCode < 500) {
    return new DomainError(400, 'ongeldig-verzoek', 'Het verzoek is niet goed opgebouwd.')
  }
  return new DomainError(500, 'interne-fout', 'Er ging iets mis in Rondom. Uw tekst is bewaard. Probeer het opnieuw.')
}

/** The database is gone, starting, stopping or full: tell so, and recover without a restart. */
export function isUnavailable(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { code, message } = error as { code?: unknown; message?: unknown }
  if (typeof code === 'string') {
    if (/^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND)$/.test(code)) return true
    // Class 08 connection, 57P shutdown/crash/cannot connect, 53 insufficient resources, 57014 over the time limit.
    if (/^(08|57P0|53|57014)/.test(code)) return true
  }
  return (
    typeof message === 'string' &&
    /Connection terminated|connection timeout|timeout exceeded when trying to connect|Client has encountered a connection error/i.test(
      message,
    )
  )
}

/** zod issues → one entry per field, named by its dotted path. */
export function fromZod(error: z.ZodError, prefix = ''): DomainError {
  const params: InvalidParam[] = error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        name: path([...issue.path, key], prefix),
        code: 'onbekend',
        reason: 'Dit veld bestaat niet.',
      }))
    }
    return [{ name: path(issue.path, prefix), code: issue.code, reason: issue.message }]
  })
  return invalidParams(params)
}

function path(parts: readonly PropertyKey[], prefix: string): string {
  return [prefix, ...parts.map(String)].filter(Boolean).join('.')
}
