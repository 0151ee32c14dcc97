import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { migrate } from '../db/migrate.ts'
import { openOrganisaties } from '../db/organisaties.ts'
import { migrateQueue } from '../jobs/worker.ts'
import { createLogger } from '../log/log.ts'

/**
 * One migrated database that every test file copies: `create database … template` costs some 30 ms, migrating some 500.
 * @returns its name; the name of every other database of the run begins with it
 */
export async function prepareTemplate(adminUrl: string): Promise<string> {
  const name = `rondom_test_${randomBytes(4).toString('hex')}`
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  await admin.query(`create database ${name}`)
  await admin.end()
  const url = withDatabase(adminUrl, name)
  await migrate(url, 'rondom', 'centraal')
  await migrateQueue(url)
  const organisaties = openOrganisaties(url, { poolSize: 2, log: createLogger('silent') })
  await organisaties.create({ code: 'hier', naam: 'Woonstichting Hier', standaard: true, hosts: ['hier.test'] })
  await organisaties.create({ code: 'elders', naam: 'Wonen Elders', hosts: ['elders.test'] })
  await organisaties.close()
  return name
}

export function withDatabase(url: string, database: string): string {
  const copy = new URL(url)
  copy.pathname = `/${database}`
  return copy.toString()
}
