import { Logger as GraphileLogger, parseCronItems, run, runMigrations, type TaskList } from 'graphile-worker'
import pg from 'pg'
import { z } from 'zod'
import type { Clock } from '../clock.ts'
import type { Organisaties } from '../db/organisaties.ts'
import { systemContext } from '../http/context.ts'
import type { Logger } from '../log/log.ts'
import type { JobHandlers } from './jobs.ts'

const Envelope = z.object({
  organisatie: z.string(),
  payload: z.record(z.string(), z.unknown()),
  verzoekId: z.string().optional(),
})

export type WorkerDeps = {
  databaseUrl: string
  organisaties: Organisaties
  log: Logger
  clock: Clock
  jobs: JobHandlers
}

/** Creates or upgrades the queue tables; safe to run from several processes. */
export async function migrateQueue(databaseUrl: string): Promise<void> {
  await runMigrations({ connectionString: databaseUrl, logger: quiet() })
}

/**
 * Runs the jobs of all organisaties. Each job gets the context of exactly one organisatie, by the code in its envelope.
 * Cron times are UTC; a cron job runs once per organisatie.
 */
export async function startWorker(deps: WorkerDeps): Promise<{ stop(): Promise<void> }> {
  const taskList: TaskList = {}
  const crons: { task: string; match: string }[] = []
  for (const [naam, job] of Object.entries(deps.jobs)) {
    taskList[naam] = async (raw) => {
      const envelope = Envelope.parse(raw)
      const organisatie = await deps.organisaties.findByCode(envelope.organisatie)
      if (!organisatie) return
      const ctx = systemContext(organisatie, { log: deps.log, now: deps.clock(), verzoekId: envelope.verzoekId })
      await job.run(ctx, job.payload.parse(envelope.payload))
    }
    if (job.cron) {
      taskList[`cron.${naam}`] = async (_payload, { addJob }) => {
        for (const organisatie of await deps.organisaties.list()) {
          await addJob(
            naam,
            { organisatie: organisatie.code, payload: {} },
            { jobKey: `${organisatie.code}:cron.${naam}`, maxAttempts: 5 },
          )
        }
      }
      crons.push({ task: `cron.${naam}`, match: job.cron })
    }
  }
  // Our own pool: the library stops listening to the errors of its own before the last connection is closed, and a
  // database that stops at that moment would end the process.
  const pool = new pg.Pool({ connectionString: deps.databaseUrl, max: 10 })
  const onError = (error: Error) => deps.log.warn({ err: error.message }, 'database connection of the worker lost')
  pool.on('error', onError)
  pool.on('connect', (client) => client.on('error', onError))
  const runner = await run({
    pgPool: pool,
    taskList,
    concurrency: 4,
    noHandleSignals: true,
    // A timer is due at its time: a look every half second costs next to nothing.
    pollInterval: 500,
    parsedCronItems: parseCronItems(crons.map(({ task, match }) => ({ task, match, options: { backfillPeriod: 0 } }))),
    logger: quiet(deps.log),
  })
  return {
    async stop() {
      await runner.stop()
      await pool.end()
    },
  }
}

/** graphile-worker talks a lot; only its warnings and errors are ours. */
function quiet(log?: Logger) {
  return new GraphileLogger(() => (level, message) => {
    if (level === 'error') log?.error({ queue: message }, 'job queue')
    else if (level === 'warning') log?.warn({ queue: message }, 'job queue')
  })
}
