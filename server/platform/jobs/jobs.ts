import { sql } from 'kysely'
import type { z } from 'zod'
import type { ReadContext, WriteContext } from '../http/context.ts'

/** One kind of background job: its payload is parsed before it runs, and it must bear to run twice. */
export type Job<S extends z.ZodType = z.ZodType> = {
  payload: S
  run: (ctx: ReadContext, payload: z.output<S>) => Promise<void>
  /** Five cron fields, in Europe/Amsterdam; runs for every organisatie with an empty payload. */
  cron?: string
}
export type JobHandlers = Record<string, Job>

/** Types the payload of `run` by its schema. */
export function job<S extends z.ZodType>(description: Job<S>): Job {
  return description as unknown as Job
}

/**
 * Puts a job in the queue inside the transaction: no commit, no job.
 * @param options.key a second job with the same key replaces the first that did not start yet
 */
export async function enqueue(
  w: WriteContext,
  naam: string,
  payload: Record<string, unknown>,
  options: { key?: string; at?: Date; maxAttempts?: number } = {},
): Promise<void> {
  const full = JSON.stringify({ organisatie: w.organisatie.code, payload, verzoekId: w.verzoekId })
  await sql`
    select graphile_worker.add_job(
      ${naam}, payload => ${full}::json, job_key => ${options.key ? `${w.organisatie.code}:${options.key}` : null},
      run_at => ${options.at ?? null}::timestamptz, max_attempts => ${options.maxAttempts ?? 12})`.execute(w.tx)
}

/** Takes back a job that did not start yet. */
export async function dequeue(w: WriteContext, key: string): Promise<void> {
  await sql`select graphile_worker.remove_job(${`${w.organisatie.code}:${key}`})`.execute(w.tx)
}
