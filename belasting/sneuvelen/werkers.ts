import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Db } from '../../server/platform/db/schema.ts'
import { geefVrij } from '../../server/processen/testing/geefVrij.ts'

/** A worker as it runs in production: `server/main.ts`, in its role. */
export function startWerker(env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [join(import.meta.dirname, '../../server/main.ts')], {
    env: { PATH: process.env['PATH'], RONDOM_ROL: 'worker', RONDOM_DEMO: 'nee', RONDOM_LOG: 'stil', ...env },
    stdio: 'ignore',
  })
}

/** Two workers start, and each is killed while it works, at a moment of its own. */
export async function laatSneuvelen(db: Db, env: Record<string, string>, langste: number): Promise<void> {
  const werkers = [startWerker(env), startWerker(env)]
  for (const tot = Date.now() + 30_000; Date.now() < tot && !(await werktIemand(db)); await sleep(20));
  await Promise.all(
    werkers.map(async (werker) => {
      await sleep(Math.random() * langste)
      await dood(werker)
    }),
  )
  // Nobody works now: what is locked, is of the dead.
  await geefVrij(db)
}

export async function dood(werker: ChildProcess): Promise<void> {
  if (werker.exitCode !== null || werker.signalCode !== null) return
  const weg = once(werker, 'close')
  werker.kill('SIGKILL')
  await weg
}

async function werktIemand(db: Db): Promise<boolean> {
  const { rows } = await sql`select from graphile_worker._private_jobs where locked_by is not null limit 1`.execute(db)
  return rows.length > 0
}
