import { unavailable } from '../errors.ts'

/**
 * The answer, or 503 when it takes longer: a database that hangs must not hang the screen of whoever asked.
 * The work itself goes on. When it is a write that still succeeds, a retry with the same Idempotency-Key finds it done.
 */
export async function within<T>(seconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(unavailable()), seconds * 1000)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
