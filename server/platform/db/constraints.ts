import type { DomainError } from '../errors.ts'

/**
 * Says in words what a constraint of the database refused. The constraint is the rule; a check beforehand would only
 * be right when nobody else writes at that moment.
 * @param errors by the *name* of the constraint; any other error passes unchanged
 */
export async function explainConstraints<T>(work: Promise<T>, errors: Record<string, () => DomainError>): Promise<T> {
  try {
    return await work
  } catch (error) {
    const make = errors[constraintOf(error) ?? '']
    throw make ? make() : error
  }
}

/**
 * A delete that other rows still point at.
 * @param make the error for the user; says what he can do instead
 */
export async function explainInUse<T>(work: Promise<T>, make: () => DomainError): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw codeOf(error) === '23503' || codeOf(error) === '23001' ? make() : error
  }
}

function constraintOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('constraint' in error)) return undefined
  return typeof error.constraint === 'string' ? error.constraint : undefined
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
}
