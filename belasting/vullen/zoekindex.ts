import { sql } from 'kysely'
import type pg from 'pg'
import { dagVan } from '../../server/platform/clock.ts'
import { copyBuffer } from '../../server/platform/db/copy.ts'
import type { Db } from '../../server/platform/db/schema.ts'
import { toItemRow } from '../../server/platform/search/item.ts'
import { type Zoekbron, zoekpaginas } from '../../server/platform/search/zoekbron.ts'
import { zoekbronnen } from '../../server/zoekindex.ts'

export const zoekTabellen = ['zoek_item', 'zoek_sleutel']

type Stap = (naam: string, werk: () => Promise<void>) => Promise<void>

/**
 * The same rows as the slices make, by COPY into tables without indexes. What has words goes through the code of the
 * search itself; contacts and closed taken, five times as many, are found by number only and made by the database.
 */
export async function fillZoekItems(
  db: Db,
  client: pg.ClientBase,
  stap: Stap,
  zeg: (wat: string) => void,
): Promise<void> {
  for (const soort of ['partij', 'eenheid', 'taak'] as const) {
    await stap(`zoekitems ${soort}`, () => fillPaginas(db, client, bronVan(soort), zeg))
  }
  await stap('zoekitems gesloten taak', async () => {
    await client.query('begin')
    await client.query(`
      insert into zoek_item (soort, object_id, titel, ondertitel, gewicht, sleutels, team_id, medewerker_id, gegevens)
      select 'taak', t.id, t.onderwerp, coalesce(p.naam, ''), 10, array['nr:' || t.nummer], t.team_id, t.medewerker_id,
        jsonb_build_object('nummer', t.nummer, 'status', t.status, 'deadline', t.deadline)
      from taak t left join partij p on p.id = t.partij_id where t.status = 'afgerond'`)
    await sleutels(client, 'taak', 10)
    await client.query('commit')
  })
  await stap('zoekitems klantcontact', async () => {
    await leeg(client, 'klantcontact')
    await client.query(`
      insert into zoek_item (soort, object_id, titel, ondertitel, gewicht, sleutels, medewerker_id, gegevens)
      select 'klantcontact', k.id, k.onderwerp, coalesce(p.naam, ''), 15, array['nr:' || k.nummer],
        k.medewerker_id, jsonb_build_object('nummer', k.nummer, 'type', k.type,
          'op', to_char(k.plaatsgevonden_op at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
      from klantcontact k
        left join lateral (
          select b.partij_id from betrokkene b where b.klantcontact_id = k.id and b.rol = 'klant' limit 1) b on true
        left join partij p on p.id = b.partij_id`)
    await sleutels(client, 'klantcontact', 15)
  })
}

const openTaken = sql<{ id: string }>`select id from taak where status <> 'afgerond'`

function bronVan(soort: Zoekbron['soort']): Zoekbron {
  const bron = zoekbronnen.find((each) => each.soort === soort)
  if (!bron) throw new Error(`no slice makes ${soort} findable`)
  return bron
}

async function fillPaginas(db: Db, client: pg.ClientBase, bron: Zoekbron, zeg: (wat: string) => void): Promise<void> {
  await leeg(client, bron.soort)
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
    'team_id',
    'medewerker_id',
  ])
  const sleutel = copyBuffer('zoek_sleutel', ['sleutel', 'item_id'])
  const { rows } = await client.query<{ id: number }>('select coalesce(max(id), 0)::int as id from zoek_item')
  let id = rows[0]?.id ?? 0
  const welke = bron.soort === 'taak' ? openTaken : bron.alle
  for await (const items of zoekpaginas(db, bron, dagVan(new Date()), welke)) {
    for (const each of items) {
      id++
      const { vertrouwelijk: _, gegevens, ...row } = toItemRow(each)
      item.add({ ...row, id, gegevens: { json: gegevens } })
      for (const waarde of row.sleutels) sleutel.add({ sleutel: waarde, item_id: id })
    }
    await item.flush(client)
    await sleutel.flush(client)
    if (id % 200_000 < items.length) zeg(`${id} zoekitems`)
  }
  await client.query(`select setval(pg_get_serial_sequence('zoek_item', 'id'), $1)`, [id])
}

/** An interrupted step starts again. */
async function leeg(client: pg.ClientBase, soort: string): Promise<void> {
  await client.query('delete from zoek_sleutel s using zoek_item i where i.soort = $1 and s.item_id = i.id', [soort])
  await client.query('delete from zoek_item where soort = $1', [soort])
}

async function sleutels(client: pg.ClientBase, soort: string, gewicht: number): Promise<void> {
  await client.query(
    'insert into zoek_sleutel (sleutel, item_id) select sleutels[1], id from zoek_item where soort = $1 and gewicht = $2',
    [soort, gewicht],
  )
}
