import pg from 'pg'

/** A connection of its own, that sees this schema and takes the time it needs; whoever opens it, ends it. */
export async function openClient(databaseUrl: string, schema: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    options: `-c search_path=${schema} -c statement_timeout=0 -c timezone=UTC`,
  })
  // When it breaks, the statement on it says so.
  client.on('error', () => {})
  await client.connect()
  return client
}
