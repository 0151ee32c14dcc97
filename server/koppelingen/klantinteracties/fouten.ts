import type { FastifyRequest } from 'fastify'
import { DomainError, type InvalidParam } from '#server/platform/errors.ts'
import { toProblem } from '#server/platform/http/problem.ts'

/** 400 with the name of this standard for it. */
export const ongeldig = (params: InvalidParam[]) =>
  new DomainError(400, 'invalid', 'Niet alle velden zijn goed ingevuld.', { invalidParams: params })
export const veldfout = (name: string, code: string, reason: string) => ongeldig([{ name, code, reason }])
export const bestaatNiet = (veld: string, wat = 'object') => veldfout(`${veld}.uuid`, 'invalid', `${wat} bestaat niet.`)
export const nietToegestaan = (reden: string) => new DomainError(403, 'permission_denied', reden)
export const nietGevonden = () => new DomainError(404, 'not_found', 'Dit is niet gevonden.')

/** What Rondom itself keeps cannot be changed from here. */
export const vanRondom = () =>
  veldfout('nonFieldErrors', 'protected', 'Dit wordt in Rondom zelf bijgehouden en kan hier niet worden gewijzigd.')

const klassen: Record<number, [klasse: string, title: string, code: string]> = {
  400: ['ValidationError', 'Invalid input.', 'invalid'],
  401: ['NotAuthenticated', 'Authenticatiegegevens zijn niet opgegeven.', 'not_authenticated'],
  403: ['PermissionDenied', 'Je hebt geen toestemming om deze actie uit te voeren.', 'permission_denied'],
  404: ['NotFound', 'Niet gevonden.', 'not_found'],
  406: ['NotAcceptable', 'Dit formaat wordt niet geleverd.', 'not_acceptable'],
  409: ['Conflict', 'Dit kan nu niet.', 'conflict'],
  412: ['PreconditionFailed', 'Intussen gewijzigd.', 'precondition_failed'],
  413: ['RequestEntityTooLarge', 'Te groot.', 'too_large'],
  415: ['UnsupportedMediaType', 'Dit soort inhoud wordt niet aangenomen.', 'unsupported_media_type'],
  429: ['Throttled', 'Te veel verzoeken.', 'throttled'],
  503: ['ServiceUnavailable', 'Tijdelijk niet beschikbaar.', 'unavailable'],
}

/** The problem details of this standard: as ours, with its own types, titles and codes. */
export function alsFout(error: unknown, request: FastifyRequest) {
  const { problem, retryAfter, bug } = toProblem(error, request.id)
  const [klasse, title, code] = klassen[problem.status] ?? ['APIException', 'Er is een fout opgetreden.', 'error']
  const body = {
    type: `${request.protocol}://${request.host}/ref/fouten/${klasse}/`,
    code: standaardcodes.has(problem.code) ? problem.code : code,
    title,
    status: problem.status,
    detail: problem.detail,
    instance: `urn:uuid:${request.id}`,
    ...(problem.invalidParams && { invalidParams: problem.invalidParams.map(inDeTaalVanDeStandaard) }),
  }
  return { body, bug, ...(retryAfter !== undefined && { retryAfter }) }
}

const standaardcodes = new Set([
  'invalid',
  'not_authenticated',
  'permission_denied',
  'not_found',
  'precondition_failed',
])

/** Codes of our own slices, as this standard calls them. */
const eigenCodes: Record<string, string> = { verplicht: 'required', bestaat: 'unique', onbekend: 'invalid' }
const inDeTaalVanDeStandaard = ({ name, code, reason }: InvalidParam) => ({
  name,
  code: eigenCodes[code] ?? code,
  reason,
})
