import { Client } from 'pg'

/**
 * The role and database of the application. Its role owns its database and may make others (for tests), and is no
 * superuser: what works here works with the rights that a hosting party gives too.
 */
export async function ensureDatabase(adminUrl: string, password: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const { rows } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = 'rondom'")
    if (rows.length === 0) {
      await client.query(`CREATE ROLE rondom LOGIN CREATEDB PASSWORD ${client.escapeLiteral(password)}`)
    }
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = 'rondom'")
    if (found.rows.length === 0) await client.query('CREATE DATABASE rondom OWNER rondom')
  } finally {
    await client.end()
  }
}
