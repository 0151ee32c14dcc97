import pg from 'pg'
import { migrateQueue } from '../jobs/worker.ts'
import type { Logger } from '../log/log.ts'
import { openOrganisaties } from './organisaties.ts'

const lockKey = 7_603_200

/** Migrates everything, one process at a time: the others wait and then find nothing to do. */
export async function migrateSafely(databaseUrl: string, log: Logger): Promise<void> {
  const holder = new pg.Client({ connectionString: databaseUrl })
  await holder.connect()
  try {
    await holder.query('select pg_advisory_lock($1)', [lockKey])
    const organisaties = openOrganisaties(databaseUrl, { poolSize: 2, log })
    const done = await organisaties.migrateAll().finally(() => organisaties.close())
    await migrateQueue(databaseUrl)
    if (done.length > 0) log.info({ migrations: done }, 'database migrated')
  } finally {
    await holder.end()
  }
}
