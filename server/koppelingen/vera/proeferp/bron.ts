import pg from 'pg'

/** What the proef-ERP knows of homes and contracts: what Rondom has, whether that came from the demo or an import. */
export type Woning = {
  code: string
  soort: string
  detailsoort: string
  status: string
  straatnaam: string
  huisnummer: number | null
  huisletter: string
  toevoeging: string
  postcode: string
  woonplaats: string
  bouwjaar: number | null
  oppervlakte: number | null
  kamers: number | null
  energielabel: string | null
  complex_code: string | null
  complex_naam: string | null
  huur_cent: number | null
}
export type Contract = {
  nummer: string
  soort: string
  status: string
  begindatum: string
  einddatum: string | null
  brutohuur_cent: number | null
  betaalwijze: string | null
  eenheid_code: string | null
  partijen: { nummer: number; rol: string }[]
}
export type Complex = { code: string; naam: string }

export type Bron = {
  woning(organisatie: string, code: string): Promise<Woning | undefined>
  /** The page after `na`, by code. */
  woningen(organisatie: string, na: string, aantal: number): Promise<Woning[]>
  complex(organisatie: string, code: string): Promise<Complex | undefined>
  complexen(organisatie: string, na: string, aantal: number): Promise<Complex[]>
  contract(organisatie: string, nummer: string): Promise<Contract | undefined>
  contracten(organisatie: string, na: string, aantal: number): Promise<Contract[]>
  contractenVan(organisatie: string, partijnummer: string): Promise<Contract[]>
  sluit(): Promise<void>
}

const woningvelden = `
  e.code, e.soort, e.detailsoort, e.status, e.straatnaam, e.huisnummer, e.huisletter, e.toevoeging, e.postcode,
  e.woonplaats, e.bouwjaar, e.oppervlakte, e.kamers, e.energielabel, c.code as complex_code, c.naam as complex_naam,
  (select o.brutohuur_cent::int from overeenkomst o where o.eenheid_id = e.id and o.einddatum is null limit 1) as huur_cent
  from eenheid e left join complex c on c.id = e.complex_id`
const contractvelden = `
  o.nummer, o.soort, o.status, o.begindatum::text, o.einddatum::text, o.brutohuur_cent::int, o.betaalwijze,
  e.code as eenheid_code,
  coalesce((select json_agg(json_build_object('nummer', p.nummer, 'rol', op.rol) order by op.rol, p.nummer)
    from overeenkomst_partij op join partij p on p.id = op.partij_id where op.overeenkomst_id = o.id), '[]') as partijen
  from overeenkomst o left join eenheid e on e.id = o.eenheid_id`

/**
 * Reads from the database of Rondom, and cannot write there: each connection is read-only. An ERP that had its own copy
 * would know nothing of what is imported later.
 */
export function openBron(databaseUrl: string): Bron {
  const schemas = new Map<string, string>()
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 2,
    idleTimeoutMillis: 5_000,
    connectionTimeoutMillis: 5_000,
    options: '-c default_transaction_read_only=on -c statement_timeout=5000',
  })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))

  async function schemaVan(organisatie: string): Promise<string | undefined> {
    const bekend = schemas.get(organisatie)
    if (bekend) return bekend
    const { rows } = await pool.query('select schema from rondom.organisatie where code = $1', [organisatie])
    if (rows[0]) schemas.set(organisatie, rows[0].schema)
    return rows[0]?.schema
  }

  async function vraag<T extends pg.QueryResultRow>(organisatie: string, tekst: string, waarden: unknown[]) {
    const schema = await schemaVan(organisatie)
    if (!schema) return []
    const client = await pool.connect()
    try {
      await client.query(`set search_path to ${client.escapeIdentifier(schema)}`)
      return (await client.query<T>(tekst, waarden)).rows
    } finally {
      client.release()
    }
  }

  const eerste = async <T>(rijen: Promise<T[]>) => (await rijen)[0]
  return {
    woning: (organisatie, code) =>
      eerste(vraag<Woning>(organisatie, `select ${woningvelden} where e.code = $1`, [code])),
    woningen: (organisatie, na, aantal) =>
      vraag<Woning>(organisatie, `select ${woningvelden} where e.code > $1 order by e.code limit $2`, [na, aantal]),
    complex: (organisatie, code) =>
      eerste(vraag<Complex>(organisatie, 'select code, naam from complex where code = $1', [code])),
    complexen: (organisatie, na, aantal) =>
      vraag<Complex>(organisatie, 'select code, naam from complex where code > $1 order by code limit $2', [
        na,
        aantal,
      ]),
    contract: (organisatie, nummer) =>
      eerste(vraag<Contract>(organisatie, `select ${contractvelden} where o.nummer = $1`, [nummer])),
    contracten: (organisatie, na, aantal) =>
      vraag<Contract>(organisatie, `select ${contractvelden} where o.nummer > $1 order by o.nummer limit $2`, [
        na,
        aantal,
      ]),
    contractenVan: (organisatie, partijnummer) =>
      vraag<Contract>(
        organisatie,
        `select ${contractvelden} where o.id in (
           select op.overeenkomst_id from overeenkomst_partij op join partij p on p.id = op.partij_id
           where p.nummer::text = $1) order by o.nummer limit 50`,
        [partijnummer],
      ),
    sluit: () => pool.end(),
  }
}
