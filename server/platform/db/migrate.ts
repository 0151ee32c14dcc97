import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Kysely, PostgresDialect } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import pg from 'pg'

const root = join(import.meta.dirname, '../../../migraties')

/**
 * Brings one schema up to date. Forward only; each migration is frozen in time and runs in one transaction.
 * @param tot stop after this migration: a restore first needs the tables as they were in the backup
 * @returns the names of the migrations that ran
 */
export async function migrate(
  databaseUrl: string,
  schema: string,
  soort: 'centraal' | 'organisatie',
  tot?: string,
): Promise<string[]> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2, options: `-c search_path=${schema}` })
  await pool.query(`create schema if not exists ${pg.escapeIdentifier(schema)}`)
  const db = new Kysely({ dialect: new PostgresDialect({ pool }) })
  try {
    const migrator = new Migrator({
      db,
      provider: { getMigrations: () => readMigrations(soort) },
      migrationTableName: 'migratie',
      migrationLockTableName: 'migratie_slot',
      migrationTableSchema: schema,
    })
    const { error, results } = await (tot ? migrator.migrateTo(tot) : migrator.migrateToLatest())
    if (error) throw error
    return (results ?? []).filter((result) => result.status === 'Success').map((result) => result.migrationName)
  } finally {
    await db.destroy()
  }
}

/** The names of all migrations that this version knows, in their order. */
export async function migrationNames(soort: 'centraal' | 'organisatie'): Promise<string[]> {
  const files = await readdir(folderOf(soort))
  return files
    .filter((name) => /^\d{8}T\d{4}_\w+\.ts$/.test(name))
    .map((name) => name.slice(0, -3))
    .sort()
}

const folderOf = (soort: 'centraal' | 'organisatie') => (soort === 'centraal' ? join(root, 'centraal') : root)

/** Migrations of slices live in one ordered line: the file name starts with its moment. */
async function readMigrations(soort: 'centraal' | 'organisatie'): Promise<Record<string, Migration>> {
  const entries = await Promise.all(
    (await migrationNames(soort)).map(async (name) => {
      const file = pathToFileURL(join(folderOf(soort), `${name}.ts`)).href
      return [name, (await import(file)) as Migration] as const
    }),
  )
  return Object.fromEntries(entries)
}
