import type pg from 'pg'

/**
 * Removes a database with whoever is still in it. Autovacuum belongs to the superuser, whom the role of the tests may
 * not terminate (42501); a plain drop sends autovacuum away by itself, and waits five seconds for the others.
 */
export async function dropDatabase(client: pg.Client, naam: string): Promise<void> {
  const drop = `drop database if exists ${client.escapeIdentifier(naam)}`
  try {
    await client.query(`${drop} with (force)`)
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error
    await client.query(drop)
  }
}
