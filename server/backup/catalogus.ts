import type { ClientBase } from 'pg'

export type Tabel = { naam: string; kolommen: string[]; volgorde: string }

/** Not in a backup: whoever signed out, or was signed out, would be signed in again by a restore. */
const zonderInhoud = ['auth_session', 'auth_verification']

/** The tables of the schema that are kept, with their columns. Unlogged ones hold nothing that must last. */
export async function tabellenVan(client: ClientBase): Promise<Tabel[]> {
  const { rows } = await client.query<Tabel>(
    `select c.relname as naam,
       array(select a.attname::text from pg_attribute a
             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
             order by a.attnum) as kolommen,
       coalesce((select string_agg(quote_ident(a.attname), ', ' order by k.plek)
                 from pg_index i, unnest(i.indkey::int[]) with ordinality as k(attnum, plek), pg_attribute a
                 where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = k.attnum),
                't::text') as volgorde
     from pg_class c
     where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relpersistence = 'p'
       and c.relname not in ('migratie', 'migratie_slot') and c.relname <> all ($1)
     order by c.relname`,
    [zonderInhoud],
  )
  return rows
}

export async function reeksenVan(client: ClientBase): Promise<{ naam: string; waarde: number }[]> {
  const { rows } = await client.query<{ naam: string; waarde: number }>(
    `select sequencename as naam, last_value as waarde from pg_sequences
     where schemaname = current_schema() and last_value is not null order by 1`,
  )
  return rows
}

export async function migratiesVan(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('select name from migratie order by name')
  return rows.map(({ name }) => name)
}

export type Verwijzing = { tabel: string; naam: string; definitie: string }

/** Foreign keys are taken off while rows come in, and checked as a whole when they are put back. */
export async function verwijzingenVan(client: ClientBase): Promise<Verwijzing[]> {
  const { rows } = await client.query<Verwijzing>(
    `select conrelid::regclass::text as tabel, conname as naam, pg_get_constraintdef(oid) as definitie
     from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace order by 1, 2`,
  )
  return rows
}
