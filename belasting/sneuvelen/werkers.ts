import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Db } from '../../server/platform/db/schema.ts'
import { geefVrij } from '../../server/processen/testing/geefVrij.ts'
import { startWerker } from '../meten/server.ts'

/** Two workers start, and each is killed while it works, at a moment of its own. */
export async function laatSneuvelen(db: Db, env: Record<string, string>, langste: number): Promise<void> {
  const werkers = [startWerker(env), startWerker(env)]
  for (const tot = Date.now() + 30_000; Date.now() < tot && !(await werktIemand(db)); await sleep(20));
  await Promise.all(
    werkers.map(async (werker) => {
      await sleep(Math.random() * langste)
      await werker.stop('SIGKILL')
    }),
  )
  // Nobody works now: what is locked, is of the dead.
  await geefVrij(db)
}

async function werktIemand(db: Db): Promise<boolean> {
  const { rows } = await sql`select from graphile_worker._private_jobs where locked_by is not null limit 1`.execute(db)
  return rows.length > 0
}
