import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../server/platform/config/config.ts'
import { migrateSafely } from '../server/platform/db/migrateSafely.ts'
import { type Organisatie, openOrganisaties } from '../server/platform/db/organisaties.ts'
import { createLogger, type Logger } from '../server/platform/log/log.ts'
import { type Postgres, startPostgres } from '../server/platform/postgres/startPostgres.ts'
import { fill, type Vulling } from './vullen/vullen.ts'

export type Proefdatabase = { url: string; organisatie: Organisatie; log: Logger; close(): Promise<void> }

/** The filled database: made at the first run, kept in its own folder and used again. */
export async function openProefdatabase(
  config: Config,
  doel: Vulling,
  zeg: (wat: string) => void,
): Promise<Proefdatabase> {
  const log = createLogger('warn')
  const postgres = config.databaseUrl ? undefined : await embedded(join(config.dataDir, 'belasting'))
  const url = config.databaseUrl ?? postgres?.url ?? ''
  await migrateSafely(url, log)
  const organisaties = openOrganisaties(url, { poolSize: 4, log })
  const organisatie =
    (await organisaties.findByCode('belasting')) ??
    (await organisaties.create({ code: 'belasting', naam: 'Belastingproef', standaard: true, demo: true }))
  await fill({ databaseUrl: url, organisatie, log, doel, zeg })
  return {
    url,
    organisatie,
    log,
    async close() {
      await organisaties.close()
      await postgres?.stop()
    },
  }
}

async function embedded(dataDir: string): Promise<Postgres> {
  mkdirSync(dataDir, { recursive: true })
  const zeg = (text: string) => process.stderr.write(`${text}\n`)
  return await startPostgres({ dataDir, log: { info: () => {}, warn: zeg, error: zeg } })
}
