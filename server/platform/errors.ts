/** One problem with one field; `name` is the dotted path in the request body. */
export type InvalidParam = { name: string; code: string; reason: string }

/**
 * An error that a user can cause, with a Dutch sentence that he can act on.
 * Mapped once, in `http/problem.ts`, to `application/problem+json`.
 */
export class DomainError extends Error {
  readonly code: string
  readonly status: number
  readonly invalidParams: InvalidParam[] | undefined
  readonly huidig: unknown
  readonly retryAfter: number | undefined

  constructor(
    status: number,
    code: string,
    detail: string,
    extra: { invalidParams?: InvalidParam[]; huidig?: unknown; retryAfter?: number } = {},
  ) {
    super(detail)
    this.status = status
    this.code = code
    this.invalidParams = extra.invalidParams
    this.huidig = extra.huidig
    this.retryAfter = extra.retryAfter
  }
}

/** 404 that does not tell what exists: the same sentence for "is not there" and "not for you". */
export const notFound = () =>
  new DomainError(404, 'niet-gevonden', 'Dit is niet gevonden. Misschien is het verwijderd of verplaatst.')

export const forbidden = () =>
  new DomainError(403, 'geen-recht', 'U heeft hiervoor geen recht. Vraag uw functioneel beheerder.')

export const notSignedIn = () =>
  new DomainError(401, 'niet-aangemeld', 'U bent niet (meer) aangemeld. Meld u opnieuw aan; uw tekst is bewaard.')

export const invalid = (name: string, code: string, reason: string) =>
  new DomainError(400, 'ongeldig', 'Niet alle velden zijn goed ingevuld.', { invalidParams: [{ name, code, reason }] })

export const invalidParams = (params: InvalidParam[]) =>
  new DomainError(400, 'ongeldig', 'Niet alle velden zijn goed ingevuld.', { invalidParams: params })

/** 409: somebody was first, or the state does not allow it. */
export const conflict = (code: string, detail: string, huidig?: unknown) =>
  new DomainError(409, code, detail, { huidig })

/** 409: the resource changed since it was read; carries it as it is now, so the screen can show what changed. */
export const stale = (huidig: unknown) =>
  new DomainError(
    409,
    'verouderd',
    'Iemand anders heeft dit intussen gewijzigd. Bekijk de wijziging en bewaar daarna opnieuw.',
    { huidig },
  )

/** 503: the database is away or too slow; the browser keeps the text and asks again. */
export const unavailable = () =>
  new DomainError(
    503,
    'niet-beschikbaar',
    'Rondom is even niet bereikbaar. Uw tekst is bewaard; probeer het zo opnieuw.',
    { retryAfter: 5 },
  )
