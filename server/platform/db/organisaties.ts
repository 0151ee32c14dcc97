import { sql } from 'kysely'
import { newId } from '../ids.ts'
import type { Logger } from '../log/log.ts'
import { migrate } from './migrate.ts'
import { openPool, type Pool } from './pool.ts'
import type { Db } from './schema.ts'

/** One tenant: its own schema, reached through its own connections. */
export type Organisatie = {
  id: string
  code: string
  naam: string
  schema: string
  hosts: string[]
  standaard: boolean
  demo: boolean
  db: Db
}

type Row = Omit<Organisatie, 'db'>

export type Organisaties = {
  /** By host name; an unknown host gets the default organisatie, when there is one. */
  findByHost(host: string): Promise<Organisatie | undefined>
  findByCode(code: string): Promise<Organisatie | undefined>
  list(): Promise<Organisatie[]>
  create(input: {
    code: string
    naam: string
    hosts?: string[]
    standaard?: boolean
    demo?: boolean
  }): Promise<Organisatie>
  /** Migrates the central schema and every organisatie. */
  migrateAll(): Promise<string[]>
  close(): Promise<void>
}

/** The register is small and changes rarely: every process re-reads it after this many milliseconds. */
const freshFor = 5_000

export function openOrganisaties(
  databaseUrl: string,
  options: { poolSize: number; log: Logger; geduldMs?: number },
): Organisaties {
  const onError = (error: Error) => options.log.warn({ err: error.message }, 'database connection lost')
  const central = openPool(databaseUrl, 'rondom', { max: 2, onError })
  const pools = new Map<string, Pool>()
  let cached: { rows: Row[]; at: number } | undefined

  async function rows(): Promise<Row[]> {
    if (cached && Date.now() - cached.at < freshFor) return cached.rows
    const result = await sql<Row>`
      select id, code, naam, schema, hosts, standaard, demo from organisatie order by aangemaakt_op`.execute(central.db)
    cached = { rows: result.rows, at: Date.now() }
    return cached.rows
  }

  function open(row: Row): Organisatie {
    let pool = pools.get(row.schema)
    if (!pool) {
      const { poolSize: max, geduldMs } = options
      pool = openPool(databaseUrl, row.schema, { max, onError, ...(geduldMs && { geduldMs }) })
      pools.set(row.schema, pool)
    }
    return { ...row, db: pool.db }
  }

  return {
    async findByHost(host) {
      const name = host.replace(/:\d+$/, '').toLowerCase()
      const all = await rows()
      const row = all.find((each) => each.hosts.includes(name)) ?? all.find((each) => each.standaard)
      return row && open(row)
    },
    async findByCode(code) {
      const row = (await rows()).find((each) => each.code === code)
      return row && open(row)
    },
    async list() {
      return (await rows()).map(open)
    },
    async create({ code, naam, hosts = [], standaard = false, demo = false }) {
      const schema = `org_${code}`
      await migrate(databaseUrl, schema, 'organisatie')
      await sql`
        insert into organisatie (id, code, naam, schema, hosts, standaard, demo)
        values (${newId()}, ${code}, ${naam}, ${schema}, ${hosts}, ${standaard}, ${demo})`.execute(central.db)
      cached = undefined
      const row = (await rows()).find((each) => each.code === code)
      if (!row) throw new Error(`organisatie ${code} was not created`)
      return open(row)
    },
    async migrateAll() {
      const done = await migrate(databaseUrl, 'rondom', 'centraal')
      cached = undefined
      for (const row of await rows()) {
        const ran = await migrate(databaseUrl, row.schema, 'organisatie')
        done.push(...ran.map((name) => `${row.code}/${name}`))
      }
      return done
    },
    async close() {
      await Promise.all([central.close(), ...[...pools.values()].map((pool) => pool.close())])
    },
  }
}
