import pg from 'pg'
import { migrationNames } from '#server/platform/db/migrate.ts'
import { type Bevinding, fout, goed, letOp } from './bevinding.ts'

/** Nothing is changed here, also not migrated: the doctor looks. */
export async function controleerDatabase(client: pg.Client): Promise<Bevinding[]> {
  return [
    await controleerVersie(client),
    await controleerKlok(client),
    ...(await controleerMigraties(client)),
    ...(await controleerHersteld(client)),
  ]
}

async function controleerVersie(client: pg.Client): Promise<Bevinding> {
  const { rows } = await client.query<{ nummer: number; tekst: string; codering: string; omvang: string }>(`
    select current_setting('server_version_num')::int as nummer, current_setting('server_version') as tekst,
           current_setting('server_encoding') as codering, pg_size_pretty(pg_database_size(current_database())) as omvang`)
  const row = rows[0]
  if (!row) throw new Error('PostgreSQL did not tell its version')
  if (row.nummer < 160_000) {
    return fout('postgresql', `PostgreSQL ${row.tekst} is te oud.`, 'Rondom heeft PostgreSQL 16 of nieuwer nodig.')
  }
  if (row.codering !== 'UTF8') {
    return fout('postgresql', `De database bewaart tekst als ${row.codering}.`, "Maak de database met encoding 'UTF8'.")
  }
  return goed('postgresql', `Versie ${row.tekst}, ${row.omvang} groot.`)
}

async function controleerKlok(client: pg.Client): Promise<Bevinding> {
  const voor = Date.now()
  const { rows } = await client.query<{ ms: number }>(`select extract(epoch from clock_timestamp()) * 1000 as ms`)
  const na = Date.now()
  // The answer was made somewhere between sending and receiving.
  const verschil = Math.max(0, Math.abs(Number(rows[0]?.ms) - (voor + na) / 2) - (na - voor) / 2)
  const tekst = `De klok van de database scheelt ${(verschil / 1000).toFixed(1)} s met die van deze machine.`
  const advies = 'Laat beide machines hun klok gelijkzetten (NTP).'
  if (verschil > 30_000) return fout('klok', tekst, advies)
  return verschil > 2_000 ? letOp('klok', tekst, advies) : goed('klok', tekst)
}

async function controleerMigraties(client: pg.Client): Promise<Bevinding[]> {
  const { rows } = await client.query<{ schema: string }>(`
    select nspname as schema from pg_namespace
    where nspname = 'rondom' or (nspname like 'org\\_%' and nspname !~ '_herstel_[0-9]+$') order by 1`)
  if (!rows.some(({ schema }) => schema === 'rondom')) {
    return [letOp('migraties', 'De database is nog leeg.', 'Start Rondom één keer: npm start')]
  }
  return await Promise.all(rows.map(({ schema }) => controleerMigratie(client, schema)))
}

async function controleerMigratie(client: pg.Client, schema: string): Promise<Bevinding> {
  const controle = `migraties ${schema}`
  const bekend = await migrationNames(schema === 'rondom' ? 'centraal' : 'organisatie')
  const { rows } = await client.query<{ name: string }>(`select name from ${pg.escapeIdentifier(schema)}.migratie`)
  const gedaan = new Set(rows.map(({ name }) => name))
  const nieuwer = [...gedaan].filter((name) => !bekend.includes(name))
  if (nieuwer.length > 0) {
    const tekst = `De database is nieuwer dan dit programma: ${nieuwer.join(', ')}.`
    return fout(controle, tekst, 'Gebruik de versie van Rondom waarmee de database is bijgewerkt, of nieuwer.')
  }
  const open = bekend.filter((name) => !gedaan.has(name))
  if (open.length === 0) return goed(controle, 'Bij.')
  return letOp(controle, `Nog te doen: ${open.join(', ')}.`, 'Start Rondom opnieuw; dat werkt de database bij.')
}

/** What a restore kept is a second copy of everybody's data: useful for a day, a burden after that. */
async function controleerHersteld(client: pg.Client): Promise<Bevinding[]> {
  const { rows } = await client.query<{ schema: string }>(
    `select nspname as schema from pg_namespace where nspname ~ '^org_.*_herstel_[0-9]{14}$' order by 1`,
  )
  if (rows.length === 0) return []
  const namen = rows.map(({ schema }) => schema).join(', ')
  return [letOp('herstel', `Van een eerder herstel is bewaard: ${namen}.`, 'npm run rondom -- herstel --opruimen')]
}
