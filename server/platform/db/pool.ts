import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Db } from './schema.ts'

// bigint (counts, numbers) fits a JS number here; a date stays the text it is, without a time zone.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value)

export type Pool = { db: Db; pool: pg.Pool; close(): Promise<void> }

/**
 * A pool whose every connection sees exactly one schema. There is no statement that switches tenant,
 * so none can be forgotten.
 * @param options.geduldMs how long a question waits for a free connection before the answer is that it is too busy
 */
export function openPool(
  databaseUrl: string,
  schema: string,
  options: { max: number; onError: (error: Error) => void; geduldMs?: number },
): Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: options.max,
    idleTimeoutMillis: 30_000,
    // Questions that do not wait for each other (`Promise.all`) go in one journey, also inside a transaction.
    pipeline: true,
    connectionTimeoutMillis: options.geduldMs ?? 5_000,
    options: `-c search_path=${schema} -c statement_timeout=15000 -c idle_in_transaction_session_timeout=30000 -c timezone=UTC`,
  })
  // A broken idle connection is not a crash: the pool makes a new one at the next query.
  pool.on('error', options.onError)
  // Nor is one that breaks between two statements of a transaction: the next statement fails, and says so.
  pool.on('connect', (client) => client.on('error', options.onError))
  const db: Db = new Kysely({ dialect: new PostgresDialect({ pool }) })
  return { db, pool, close: () => db.destroy() }
}
