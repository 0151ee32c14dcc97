import pg from 'pg'

type Deel = { tabel: string; naam: string; maken: string; beperking: boolean; verwijst: boolean }

/**
 * Takes indexes and constraints off these tables and remembers how to make them again, in a table: so that a load that
 * was interrupted can still put them back. Building an index once is many times faster than keeping it up per row.
 */
export async function takeOff(client: pg.ClientBase, schema: string, tabellen: readonly string[]): Promise<void> {
  await client.query(
    'create table if not exists belasting.afgehaald (volgorde bigint generated always as identity, tabel text, naam text, maken text)',
  )
  const delen = await listDelen(client, schema, tabellen)
  await client.query('begin')
  // Made again in this order: keys before what refers to them.
  const volgorde = [...delen].sort((a, b) => Number(a.verwijst) - Number(b.verwijst))
  for (const { tabel, naam, maken } of volgorde) {
    await client.query('insert into belasting.afgehaald (tabel, naam, maken) values ($1, $2, $3)', [tabel, naam, maken])
  }
  for (const { tabel, naam, beperking } of volgorde.reverse()) {
    const [t, n] = [pg.escapeIdentifier(tabel), pg.escapeIdentifier(naam)]
    await client.query(beperking ? `alter table ${t} drop constraint ${n}` : `drop index ${n}`)
  }
  await client.query('commit')
}

/** Makes everything again that `takeOff` took off, one at a time; what was done stays done. */
export async function putBack(client: pg.ClientBase, zeg: (wat: string) => void): Promise<void> {
  const { rows } = await client.query<{ volgorde: number; tabel: string; naam: string; maken: string }>(
    'select volgorde, tabel, naam, maken from belasting.afgehaald order by volgorde',
  )
  for (const [i, { volgorde, naam, maken }] of rows.entries()) {
    zeg(`${i + 1}/${rows.length} ${naam}`)
    await client.query('begin')
    await client.query(maken)
    await client.query('delete from belasting.afgehaald where volgorde = $1', [volgorde])
    await client.query('commit')
  }
}

/** Constraints (with those of other tables that refer to these) and the indexes that belong to no constraint. */
async function listDelen(client: pg.ClientBase, schema: string, tabellen: readonly string[]): Promise<Deel[]> {
  const { rows } = await client.query<Deel>(
    `select r.relname as tabel, c.conname as naam, true as beperking, c.contype = 'f' as verwijst,
       format('alter table %I add constraint %I %s', r.relname, c.conname, pg_get_constraintdef(c.oid)) as maken
     from pg_constraint c join pg_class r on r.oid = c.conrelid join pg_namespace n on n.oid = r.relnamespace
       left join pg_class doel on doel.oid = c.confrelid
     where n.nspname = $1 and c.contype in ('p', 'u', 'f') and (r.relname = any ($2) or doel.relname = any ($2))
     union all
     select r.relname, x.relname, false, false, pg_get_indexdef(i.indexrelid)
     from pg_index i join pg_class r on r.oid = i.indrelid join pg_class x on x.oid = i.indexrelid
       join pg_namespace n on n.oid = r.relnamespace
     where n.nspname = $1 and r.relname = any ($2)
       and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)`,
    [schema, tabellen],
  )
  return rows
}
