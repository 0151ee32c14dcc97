import { sql } from 'kysely'
import type { Db } from '#server/platform/db/schema.ts'

/** What a worker leaves behind that was killed: the queue keeps its locks for hours, unless somebody frees them. */
export async function geefVrij(db: Db): Promise<void> {
  await sql`update graphile_worker._private_jobs set locked_at = null, locked_by = null, run_at = least(run_at, now())
    where locked_by is not null or attempts > 0`.execute(db)
  await sql`update graphile_worker._private_job_queues set locked_at = null, locked_by = null`.execute(db)
}
