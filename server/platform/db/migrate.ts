import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Kysely, PostgresDialect } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import pg from 'pg'

const root = join(import.meta.dirname, '../../../migraties')

/**
 * Brings one schema up to date. Forward only; each migration is frozen in time and runs in one transaction.
 * @returns the names of the migrations that ran
 */
export async function migrate(
  databaseUrl: string,
  schema: string,
  soort: 'centraal' | 'organisatie',
): Promise<string[]> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2, options: `-c search_path=${schema}` })
  await pool.query(`create schema if not exists ${pg.escapeIdentifier(schema)}`)
  const db = new Kysely({ dialect: new PostgresDialect({ pool }) })
  try {
    const migrator = new Migrator({
      db,
      provider: { getMigrations: () => readMigrations(soort === 'centraal' ? join(root, 'centraal') : root) },
      migrationTableName: 'migratie',
      migrationLockTableName: 'migratie_slot',
      migrationTableSchema: schema,
    })
    const { error, results } = await migrator.migrateToLatest()
    if (error) throw error
    return (results ?? []).filter((result) => result.status === 'Success').map((result) => result.migrationName)
  } finally {
    await db.destroy()
  }
}

/** Migrations of slices live in one ordered line: the file name starts with its moment. */
async function readMigrations(folder: string): Promise<Record<string, Migration>> {
  const files = (await readdir(folder)).filter((name) => /^\d{8}T\d{4}_\w+\.ts$/.test(name)).sort()
  const entries = await Promise.all(
    files.map(
      async (name) => [name.slice(0, -3), (await import(pathToFileURL(join(folder, name)).href)) as Migration] as const,
    ),
  )
  return Object.fromEntries(entries)
}
