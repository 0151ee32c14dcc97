import { appendFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { geenErp } from '#server/erp/index.ts'
import { openOrganisaties } from '#server/platform/db/organisaties.ts'
import { startWorker } from '#server/platform/jobs/worker.ts'
import { createLogger } from '#server/platform/log/log.ts'
import type { Services } from '#server/slice.ts'
import { procesJobs } from '../jobs.ts'

/*
 * A worker that a test kills: `node werker.ts <database> <file>`. Its ERP writes each deed to a file before it answers,
 * as the log of a real one would: what is in there really happened outside.
 */
const [databaseUrl = '', logboek = ''] = process.argv.slice(2)
const log = createLogger('silent')
const organisaties = openOrganisaties(databaseUrl, { poolSize: 6, log })
const erp: Services['erp'] = {
  ...geenErp,
  boekingen: {
    ...geenErp.boekingen,
    async maak(_, sleutel) {
      await sleep(Math.random() * 20)
      appendFileSync(logboek, `${sleutel}\n`)
      await sleep(Math.random() * 20)
      return JSON.parse('{ "id": "b1" }')
    },
  },
}
const clock = () => new Date()
// Only what the jobs of processes use.
const services = { erp, organisaties, log, clock } as unknown as Services
await startWorker({ databaseUrl, organisaties, log, clock, jobs: procesJobs(services) })
process.stdout.write('klaar\n')
