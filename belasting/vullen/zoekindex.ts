import type pg from 'pg'
import { eenheden, type Pagina, paginas, partijen } from '../../server/demo/indexeren.ts'
import { copyBuffer } from '../../server/platform/db/copy.ts'
import type { Db } from '../../server/platform/db/schema.ts'
import { toItemRow } from '../../server/platform/search/item.ts'
import { indexwoorden } from '../../server/platform/search/vouwen.ts'

export const zoekTabellen = ['zoek_item', 'zoek_sleutel']

type Stap = (naam: string, werk: () => Promise<void>) => Promise<void>

/**
 * The same rows as the slices make, by COPY into tables without indexes. People and addresses go through the code of
 * the search itself; contacts and taken, six times as many, have few words and are made by the database.
 */
export async function fillZoekItems(
  db: Db,
  client: pg.ClientBase,
  stap: Stap,
  zeg: (wat: string) => void,
): Promise<void> {
  await stap('zoekitems partij', () => fillPaginas(db, client, 'partij', partijen, zeg))
  await stap('zoekitems eenheid', () => fillPaginas(db, client, 'eenheid', eenheden, zeg))
  await stap('zoekitems taak', async () => {
    await leeg(client, 'taak')
    await onderwerpwoorden(client, 'taak')
    // The words of a name are those of the partij that are in it: not his street, first name or e-mail.
    await client.query(`
      insert into zoek_item (soort, object_id, titel, ondertitel, gewicht, woorden, sleutels, team_id, medewerker_id, gegevens)
      select 'taak', t.id, t.onderwerp, coalesce(p.naam, ''), case t.status when 'afgerond' then 10 else 40 end,
        w.woorden || array(
          select woord from unnest(z.woorden) as woord
          where position(woord in translate(lower(p.naam), 'ışğüöçéèëïâîñńłźśćżę. -''', 'isguoceeeiainnlzscze')) > 0),
        array['nr:' || t.nummer], t.team_id, t.medewerker_id,
        jsonb_build_object('nummer', t.nummer, 'status', t.status, 'deadline', t.deadline)
      from taak t join onderwerpwoorden w on w.onderwerp = t.onderwerp
        left join partij p on p.id = t.partij_id
        left join zoek_item z on z.soort = 'partij' and z.object_id = p.id`)
    await sleutels(client, 'taak')
  })
  await stap('zoekitems klantcontact', async () => {
    await leeg(client, 'klantcontact')
    await onderwerpwoorden(client, 'klantcontact')
    await client.query(`
      insert into zoek_item (soort, object_id, titel, ondertitel, gewicht, woorden, sleutels, medewerker_id, gegevens)
      select 'klantcontact', k.id, k.onderwerp, coalesce(p.naam, ''), 15, w.woorden, array['nr:' || k.nummer],
        k.medewerker_id, jsonb_build_object('nummer', k.nummer, 'type', k.type, 'op', k.plaatsgevonden_op)
      from klantcontact k join onderwerpwoorden w on w.onderwerp = k.onderwerp
        left join lateral (
          select b.partij_id from betrokkene b where b.klantcontact_id = k.id and b.rol = 'klant' limit 1) b on true
        left join partij p on p.id = b.partij_id`)
    await sleutels(client, 'klantcontact')
  })
}

async function fillPaginas(
  db: Db,
  client: pg.ClientBase,
  soort: string,
  pagina: Pagina,
  zeg: (wat: string) => void,
): Promise<void> {
  await leeg(client, soort)
  const item = copyBuffer('zoek_item', [
    'id',
    'soort',
    'object_id',
    'titel',
    'ondertitel',
    'gewicht',
    'woorden',
    'sleutels',
    'gegevens',
  ])
  const sleutel = copyBuffer('zoek_sleutel', ['sleutel', 'item_id'])
  const { rows } = await client.query<{ id: number }>('select coalesce(max(id), 0)::int as id from zoek_item')
  let id = rows[0]?.id ?? 0
  await paginas(db, pagina, async (_db, items) => {
    for (const each of items) {
      id++
      const { soort, object_id, titel, ondertitel, gewicht, woorden, sleutels, gegevens } = toItemRow(each)
      item.add({ id, soort, object_id, titel, ondertitel, gewicht, woorden, sleutels, gegevens: { json: gegevens } })
      for (const waarde of sleutels) sleutel.add({ sleutel: waarde, item_id: id })
    }
    await item.flush(client)
    await sleutel.flush(client)
    if (id % 200_000 < items.length) zeg(`${id} zoekitems`)
  })
  await client.query(`select setval(pg_get_serial_sequence('zoek_item', 'id'), $1)`, [id])
}

/** An interrupted step starts again. */
async function leeg(client: pg.ClientBase, soort: string): Promise<void> {
  await client.query('delete from zoek_sleutel s using zoek_item i where i.soort = $1 and s.item_id = i.id', [soort])
  await client.query('delete from zoek_item where soort = $1', [soort])
}

async function sleutels(client: pg.ClientBase, soort: string): Promise<void> {
  await client.query(
    'insert into zoek_sleutel (sleutel, item_id) select sleutels[1], id from zoek_item where soort = $1',
    [soort],
  )
}

/** There are some hundred different subjects; each is taken apart once, by the code of the search. */
async function onderwerpwoorden(client: pg.ClientBase, tabel: 'taak' | 'klantcontact'): Promise<void> {
  await client.query('drop table if exists onderwerpwoorden')
  await client.query('create temporary table onderwerpwoorden (onderwerp text primary key, woorden text[] not null)')
  const { rows } = await client.query<{ onderwerp: string }>(`select distinct onderwerp from ${tabel}`)
  for (const { onderwerp } of rows) {
    await client.query('insert into onderwerpwoorden values ($1, $2)', [onderwerp, indexwoorden(onderwerp)])
  }
  await client.query('analyze onderwerpwoorden')
}
