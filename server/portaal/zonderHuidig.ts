import { DomainError } from '#server/platform/errors.ts'

/**
 * A door for employees shows with a refusal how things are now, in their words and with their notes. A customer gets the
 * sentence and reads again.
 */
export async function zonderHuidig<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof DomainError) || error.huidig === undefined) throw error
    throw new DomainError(error.status, error.code, error.message)
  }
}
